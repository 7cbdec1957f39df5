import { bare, listed } from "../figure/format";
import { changeInterval, isTold, rowLabel, unitOf, type Row } from "./compareRows";

/** Named in the heading; the rest are counted. */
const MOST_NAMED = 3;

const bySurety = (a: Row, b: Row) => (a.qValue ?? 1) - (b.qValue ?? 1);

const lowered = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

/** `calls a week (38.3 against 16.7)`. */
function told(row: Row): string {
  const values = [row.one, row.other].map(({ value }) => (value === null ? "none" : bare(value, unitOf(row))));
  return `${lowered(rowLabel(row))} (${values.join(" against ")})`;
}

/** What can be told apart, the surest first; a difference that chance would make is never named. */
export function compareSentence(rows: readonly Row[]): string {
  const tested = rows.filter(({ qValue }) => qValue !== null);
  const differing = tested.filter(isTold).toSorted(bySurety);
  if (tested.length === 0) return "Nothing here can be compared.";
  if (differing.length === 0) return `None of ${tested.length} figures can be told apart; what differs may be chance.`;
  const named = differing.slice(0, MOST_NAMED);
  const part = (verdict: Row["verdict"], word: string) => {
    const those = named.filter((row) => row.verdict === verdict).map(told);
    return those.length === 0 ? [] : [`${word}: ${listed(those)}`];
  };
  const sentence = [...part("HIGHER", "higher"), ...part("LOWER", "lower")].join("; ");
  const begun = differing.length > named.length ? `${differing.length} of ${tested.length} figures differ, most surely ${sentence}` : sentence.charAt(0).toUpperCase() + sentence.slice(1);
  const rest = tested.length - differing.length;
  return rest === 0 ? `${begun}.` : `${begun}. ${rest === 1 ? "The other figure" : `The other ${rest} figures`} cannot be told apart.`;
}

/** The title of one picture: what in it can be told, or that nothing can. */
export function groupSentence(rows: readonly Row[], what: string): string {
  const [surest, ...others] = rows.filter(isTold).toSorted(bySurety);
  if (rows.every(({ qValue }) => qValue === null)) return `${what}: not compared here`;
  if (surest === undefined) return `${what}: no difference can be told from chance`;
  const interval = changeInterval(surest);
  const change = surest.by === "RATIO" ? `${interval} times as many` : `${interval}${unitOf(surest) === "share" ? " points" : ""}`;
  const more = others.length === 0 ? "" : `, and ${others.length} more ${others.length === 1 ? "differs" : "differ"}`;
  return `${what}: ${rowLabel(surest)} ${surest.verdict === "HIGHER" ? "higher" : "lower"} (${change})${more}`;
}
