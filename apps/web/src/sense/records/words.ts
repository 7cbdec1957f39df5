import { narrowed, type Scope } from "../scope/scope";
import type { RecordsTarget } from "../figure/target";

const NOUNS: Record<RecordsTarget["kind"], string> = {
  systems: "Systems",
  requests: "Requests",
  sessions: "Calls",
  engagements: "Relationships",
  specialists: "Specialists",
  resources: "Resources",
};

/** What the rows are, for the head of the drawer. */
export function recordsNoun(target: RecordsTarget): string {
  if (target.kind === "sessions" && target.rated === true) return "Rated calls";
  if (target.kind === "requests" && target.standing === "DEMAND") return "Open and recent requests";
  if (target.kind === "requests" && target.standing === "OPEN") return "Open requests";
  if (target.kind === "requests" && target.standing === "WAITING") return "Requests past the target";
  return NOUNS[target.kind];
}

/** The part of the network whose rows are asked for: the page's, narrowed to the figure's own. */
export const recordsScope = (scope: Scope, { within }: RecordsTarget): Scope => (within === undefined ? scope : narrowed(scope, within));

/** An enumerated word as people write it: `GOALS_MET` is `goals met`. */
export const plainWord = (word: string) => word.toLowerCase().replaceAll("_", " ");

/** `Sep 14, 2020, 2:05 PM` in the network's time zone. */
export function timeText(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(instant));
}

/** `Sep 14, 2020` in the network's time zone, never broken over lines. */
export function dayText(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone }).format(new Date(instant)).replaceAll(" ", "\u00a0");
}

/** Names in a row, or a dash where there are none. */
export const namesText = (named: readonly { readonly name?: string; readonly label?: string }[]) =>
  named.map(({ name, label }) => name ?? label ?? "").join("; ") || "–";
