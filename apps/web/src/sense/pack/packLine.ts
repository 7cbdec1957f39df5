import type { MetricId } from "@arl/schema/metrics";
import type { PackSection } from "../../gql/graphql";
import { counted, listed, type FigureFields } from "../figure/format";
import type { FigureTarget, RecordsTarget } from "../figure/target";
import { UNIT_OF } from "../figure/units";
import type { Scope } from "../scope/scope";

export const SECTION_TITLES: Readonly<Record<PackSection, string>> = {
  CHANGED: "What came in and was coached",
  MOVING: "What coaching turns to and from",
  TOGETHER: "Needs that come together",
  EMERGING: "New in leaders' words",
  CAPACITY: "Where supply falls short",
  RESOURCES: "On the shelf",
  REACH: "Whom we do not reach",
  COMMITMENTS: "How commitments stand",
  NOTES: "From the network's staff",
};

const ORDER = Object.keys(SECTION_TITLES) as PackSection[];

interface InSection {
  readonly section: PackSection;
}

/** Sentences by section, in the pack's order; sections without any are left out. */
export function bySection<Line extends InSection>(lines: readonly Line[]): readonly { readonly section: PackSection; readonly lines: readonly Line[] }[] {
  return ORDER.map((section) => ({ section, lines: lines.filter((line) => line.section === section) })).filter(({ lines: told }) => told.length > 0);
}

export interface PackFigureFields {
  readonly label: string;
  readonly metric: string;
  readonly figure: FigureFields;
}

export interface PackRecordsFields {
  readonly kind: string;
  readonly topics: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly standing: string | null;
}

const isMetric = (id: string): id is MetricId => id in UNIT_OF;

/** The rows behind a sentence, as the drawer asks for them. */
export function recordsTarget({ kind, topics, from, to, standing }: PackRecordsFields): RecordsTarget | null {
  const within: Scope = { ...(from !== null && { from }), ...(to !== null && { to }), ...(topics.length > 0 && { topics: [...topics] }) };
  switch (kind) {
    case "requests":
      return { kind, within, ...(standing === "DEMAND" || standing === "OPEN" || standing === "WAITING" ? { standing } : {}) };
    case "sessions":
    case "specialists":
    case "resources":
      return { kind, within };
    case "systems":
      return { kind, within, stage: "SERVED" };
    default:
      return null;
  }
}

/** What the menu of a sentence's first figure offers; null where it says none. */
export function leadTarget({ figures, records }: { readonly figures: readonly PackFigureFields[]; readonly records: PackRecordsFields | null }): FigureTarget | null {
  const [lead] = figures;
  if (lead === undefined || !isMetric(lead.metric)) return null;
  return { label: lead.label, metric: lead.metric, figure: lead.figure, records: records && recordsTarget(records) };
}

/** An address within the app, apart. */
export function placeOf(link: string): { readonly to: string; readonly search: Readonly<Record<string, string>>; readonly hash: string } {
  const { pathname, searchParams, hash } = new URL(link, "http://network.invalid");
  return { to: pathname, search: Object.fromEntries(searchParams), hash: hash.slice(1) };
}

const PAGE_NAMES: Readonly<Record<string, string>> = {
  "/needs": "Needs",
  "/trends": "Trends",
  "/gaps": "Gaps",
  "/reach": "Reach",
  "/impact": "Impact",
  "/emerging": "Emerging",
};

/** What the page is called that shows a sentence's figure. */
export const pageName = (to: string): string => (to.startsWith("/calls/") ? "Commitments" : (PAGE_NAMES[to] ?? "Open"));

/** What the week page tells in its list; what stands still from week to week is in the pack, and what moves and waits in its own place. */
export const isOfTheWeek = (id: string): boolean => /^(arrived|coached|turned|phrases|burst|opened|short-in-all|commitments):/.test(id);

interface WeekFacts {
  /** Null where it is not told. */
  readonly requests: number | null;
  readonly waiting: number;
  readonly targetDays: number;
  readonly overdue: number;
  readonly movers: number;
}

/** `7 requests came in; 4 wait longer than 2 days and 1 commitment is past its day; 2 topics can be told to rise or fall.` */
export function weekFinding({ requests, waiting, targetDays, overdue, movers }: WeekFacts): string {
  const came = requests === null ? null : requests === 0 ? "Nobody asked for help last week" : `${counted(requests, "request")} came in`;
  const stuck = [
    waiting > 0 ? `${waiting} ${waiting === 1 ? "waits" : "wait"} longer than ${counted(targetDays, "day")}` : null,
    overdue > 0 ? counted(overdue, "commitment is past its day", "commitments are past their day") : null,
  ].filter((part) => part !== null);
  const moving = movers === 0 ? "no topic can be told to rise or fall" : `${counted(movers, "topic")} can be told to rise or fall`;
  const parts = [came, stuck.length === 0 ? "nothing is stuck" : listed(stuck), moving].filter((part) => part !== null);
  const said = parts.join("; ");
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}

interface OnDesk {
  readonly id: string;
  readonly says: string;
  readonly owner: { readonly name: string } | null;
}

/** What comes next for a request that waits, and with whom, in the desk's words; what is not overdue there is for the desk to tell. */
export function deskWords(item: OnDesk | undefined): { readonly next: string; readonly whose: string } {
  return item === undefined ? { next: "to be matched", whose: "see the desk" } : { next: item.says, whose: item.owner?.name ?? "nobody" };
}

/** What is overdue besides the requests that are told to wait: each is told once. */
export function besides<Item extends { readonly id: string }>(items: readonly Item[], waiting: readonly { readonly request: { readonly id: string } }[]): readonly Item[] {
  const told = new Set(waiting.map(({ request }) => request.id));
  return items.filter(({ id }) => !told.has(id));
}

/** Open ones first, by the day they are due. */
export const openFirst = <Promise extends { readonly state: string; readonly due: string }>(promises: readonly Promise[]): readonly Promise[] =>
  promises.toSorted((a, b) => Number(a.state !== "OPEN") - Number(b.state !== "OPEN") || a.due.localeCompare(b.due));

/** `3 days`, `5 hours`: how long somebody has waited. */
export function waitText(days: number): string {
  if (days < 1) return `${Math.max(1, Math.floor(days * 24))} h`;
  const whole = Math.floor(days);
  return `${whole} ${whole === 1 ? "day" : "days"}`;
}
