import { listed, spoken, type FigureFields } from "../figure/format";
import { CUTS, districtsOf, type Counted, type Cut } from "./reachView";

/** One reading of a group, as far as sentences need it. */
interface Reading {
  readonly ratio: FigureFields;
}

export interface Group {
  readonly key: { readonly key: string; readonly label: string };
  readonly byDistricts: Reading;
  readonly byStudents: Reading;
}

export type Verdict = "over" | "under" | "even" | "withheld";

/** Which side of 1 a ratio is on, if its whole interval is. */
export function verdict({ value, low, high }: FigureFields): Verdict {
  if (value === null) return "withheld";
  if (low !== null && low > 1) return "over";
  return high !== null && high < 1 ? "under" : "even";
}

/** How far the nearer end of the interval lies from 1, on a log scale; 0 where 1 is in it. */
function sureness({ value, low, high }: FigureFields): number {
  if (value === null) return 0;
  if (low !== null && low > 1) return Math.log(low);
  return high !== null && high < 1 ? -Math.log(Math.max(high, 1e-6)) : 0;
}

export const readingOf = (group: Group, count: Counted): FigureFields => (count === "students" ? group.byStudents : group.byDistricts).ratio;

const other = (count: Counted): Counted => (count === "students" ? "districts" : "students");

/** A ratio for a sentence: no digit that its interval would not bear. */
const said = (value: number): string => spoken(Number(value.toFixed(value < 2 ? 2 : value < 10 ? 1 : 0)));

const times = (value: number): string => `${said(value)} ${value < 1 ? "of" : "times"}`;

/** The page's sentence: the group that is most surely off its part, in both readings. */
export function reachSentence(groups: readonly Group[], by: Cut, count: Counted): string {
  const known = groups.filter((group) => verdict(readingOf(group, count)) !== "withheld");
  if (known.length === 0) return "Too few systems are served here to say whom the network reaches.";
  const [surest] = known.toSorted((a, b) => sureness(readingOf(b, count)) - sureness(readingOf(a, count)));
  if (surest === undefined || sureness(readingOf(surest, count)) === 0) {
    return `By ${count}, no ${GROUP_WORDS[by]} is reached surely more or less than its part.`;
  }
  const [first, second] = [readingOf(surest, count), readingOf(surest, other(count))];
  return `${districtsOf(by, surest.key)} are ${times(first.value ?? 0)} their share by ${count}${secondReading(second, other(count))}.`;
}

const GROUP_WORDS: Record<Cut, string> = { LOCALE: "locale", POVERTY_BAND: "poverty band", ENROLLMENT_BAND: "size of district", REGION: "region", STATE: "state" };

function secondReading(ratio: FigureFields, count: Counted): string {
  const { value } = ratio;
  if (value === null) return `; by ${count} they are too few to tell`;
  if (verdict(ratio) === "even") return `; by ${count}, at ${said(value)}, no difference can be told`;
  return `, ${said(value)} by ${count}`;
}

/** The finding of the drawing: who is surely over, who under. */
export function ratioSentence(groups: readonly Group[], by: Cut, count: Counted): string {
  const sorted = (kind: Verdict) => groups.filter((group) => verdict(readingOf(group, count)) === kind).map(({ key }) => inSentence(by, key.label));
  const [over, under, even] = [sorted("over"), sorted("under"), sorted("even")];
  if (over.length + under.length === 0) return even.length === 0 ? "Too few systems to compare" : `By ${count}, no group can be told from its part`;
  const named = (labels: readonly string[]) => (labels.length > 4 ? `${labels.length} ${by === "STATE" ? "states" : "groups"}` : listed(labels));
  if (over.length === 0) return `By ${count}, reached less than their part: ${named(under)}`;
  const less = under.length === 0 ? "" : `; less: ${named(under)}`;
  return `By ${count}, reached more than their part: ${named(over)}${less}`;
}

/** Places keep their capital letter. */
const inSentence = (by: Cut, label: string): string => (by === "REGION" || by === "STATE" ? label : label.charAt(0).toLowerCase() + label.slice(1));

/** What chance alone would do, where many groups are tested at once; "" where few are. */
export function chanceWords(groups: readonly Group[], count: Counted): string {
  const tested = groups.filter((group) => verdict(readingOf(group, count)) !== "withheld").length;
  return tested < MANY ? "" : ` Of ${tested} tested, ${Math.round(tested * 0.05)} or so would stand out by chance alone.`;
}

/** From so many on, one in twenty is likely to be among them. */
const MANY = 20;

export const cutWord = (by: Cut): string => CUTS[by].toLowerCase();
