import { counted, listed, lower, percent } from "../figure/format";
import type { NeedCell, NeedRow } from "./needsTable";
import { evidenceWord, rowWord, type NeedsView } from "./needsView";

/** A topic counts as new with at least this many systems behind it: two could be one rumour. */
const NEW_SYSTEMS_MIN = 3;
const RECENT_MONTHS = 2;
/** Under this many, the topic that comes first does so by chance. */
const RANKED_MIN = 5;

const value = ({ total }: NeedRow) => total.value ?? 0;

/** Topics first heard in the last two months of a table of at least four; only months can say so. */
export function newTopics(rows: readonly NeedRow[], view: NeedsView, months: number): readonly NeedRow[] {
  if (view.columns !== "MONTH" || months < 4) return [];
  return rows.filter(({ cells, total }) => {
    const first = cells.findIndex((cell) => cell !== null);
    return first >= months - RECENT_MONTHS && (total.n ?? 0) >= NEW_SYSTEMS_MIN;
  });
}

/** The page's sentence: what is asked for most, and what is new. */
export function needsSentence(rows: readonly NeedRow[], view: NeedsView, months: number): string {
  const top = [...rows].sort((a, b) => value(b) - value(a)).slice(0, 3);
  const first = top[0];
  if (first === undefined) return "Nothing has been asked for here.";
  if (value(first) < RANKED_MIN) return tooFewSentence(rows, view);
  const lead = view.evidence === "REQUESTS" ? "Leaders ask most for" : "Coaching is mostly about";
  const share = first.share.value === null ? "" : ` (${percent(first.share.value)} of ${evidenceWord(view)})`;
  const names = top.map(({ label }, index) => (index === 0 ? `${lower(label)}${share}` : lower(label)));
  const fresh = newTopics(rows, view, months).map(({ label }) => lower(label)).slice(0, 3);
  const news = fresh.length === 0 ? "" : ` New in the last two months: ${listed(fresh)}.`;
  return `${lead} ${listed(names)}.${news}`;
}

function tooFewSentence(rows: readonly NeedRow[], view: NeedsView): string {
  const all = rows[0]?.share.n ?? 0;
  const where = counted(rows.length, rowWord(view));
  return `${counted(all, evidenceWord(view, true))} on ${where}: too few to say what ${view.evidence === "REQUESTS" ? "is asked for" : "is coached"} most.`;
}

const size = ({ cell }: { readonly cell: NeedCell }) => cell.count.value ?? 0;

/** Where more cells than these are equally busy, none is worth naming. */
const MANY_BUSIEST = 5;

/** The finding of the table: its busiest cell. */
export function busiestSentence(
  rows: readonly NeedRow[],
  columnName: (key: string) => string,
  view: NeedsView,
): string {
  const cells = rows.flatMap((row) => row.cells.filter((cell) => cell !== null).map((cell) => ({ row, cell })));
  const busiest = cells.reduce<(typeof cells)[number] | null>((best, next) => (best !== null && size(best) >= size(next) ? best : next), null);
  if (busiest === null) return "No cell has anything in it.";
  const most = size(busiest);
  const as = cells.filter((each) => size(each) === most).length;
  const many = `${most} ${evidenceWord(view, most === 1)}`;
  if (as > MANY_BUSIEST) return `No spot stands out: the most in any one is ${many}`;
  const where = columnName(busiest.cell.column?.key ?? "");
  return `${busiest.row.label}, ${where}, is ${as === 1 ? "the busiest spot" : `one of the ${as} busiest spots`}: ${many}`;
}

/** Where chance leaves a topic standing among all of them. */
export interface Rank {
  readonly topic: { readonly code: string };
  readonly best: number;
  readonly worst: number;
}

/** `rank 1 to 22`; null of what is not ranked. */
export function rankWords(ranks: readonly Rank[], key: string): string | null {
  const rank = ranks.find(({ topic }) => topic.code === key);
  if (rank === undefined) return null;
  return rank.best === rank.worst ? `rank ${rank.best}` : `rank ${rank.best} to ${rank.worst}`;
}

/** What the heading, which names the first, leaves unsaid; with a space before it. */
export function doubtWords(ranks: readonly Rank[] | null): string {
  const others = (ranks ?? []).filter(({ best }) => best === 1).length - 1;
  return others < 1 ? "" : ` Chance alone could have put ${others === 1 ? "one other" : `any of ${others} others`} first.`;
}

/** The finding of the ranking: whether the first can be told from those after it, by its ranks or else by the intervals. */
export function rankingSentence(rows: readonly NeedRow[], ranks: readonly Rank[] | null): string {
  const [first, ...rest] = [...rows].sort((a, b) => value(b) - value(a));
  if (first === undefined) return "Nothing to rank";
  const near = ranks === null ? rest.filter(({ share }) => (share.high ?? 0) >= (first.share.low ?? 0)).length : ranks.filter(({ best }) => best === 1).length - 1;
  if (near <= 0) return `${first.label} comes first, clear of all others`;
  return `${first.label} comes first, but chance alone could have put ${near === 1 ? "one other" : `any of ${near} others`} there`;
}
