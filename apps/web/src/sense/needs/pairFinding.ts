import { bare, count, counted, listed, lower, percent, type FigureFields } from "../figure/format";

interface Named {
  readonly label: string;
}

/** Two topics that systems ask for together. */
export interface Pair {
  readonly topics: readonly Named[];
  readonly systems: FigureFields;
  readonly lift: FigureFields;
  readonly qValue: number | null;
}

/** From here down a pair, or an order, is more than chance. */
const SIGNIFICANT = 0.05;
/** A title names as many as fit into so many letters, one at least. */
const LETTERS = 120;

const WORDS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
const numberWord = (number: number) => WORDS[number] ?? count(number);

export const isBeyondChance = ({ qValue, lift }: Pick<Pair, "qValue" | "lift">): boolean => qValue !== null && qValue < SIGNIFICANT && (lift.value ?? 0) > 1;

export const pairName = ({ topics }: Pick<Pair, "topics">): string => topics.map(({ label }, index) => (index === 0 ? label : lower(label))).join(" with ");

/** What the map of pairs shows, as a sentence. */
export function pairsSentence(pairs: readonly Pair[]): string {
  const strong = pairs.filter(isBeyondChance).toSorted((a, b) => (b.lift.value ?? 0) - (a.lift.value ?? 0));
  if (strong.length === 0) return "No two needs come together more than chance would have it";
  const names = strong.map((pair) => lower(pairName(pair)));
  const named = names.filter((_, index) => index === 0 || names.slice(0, index + 1).join("; ").length <= LETTERS);
  const rest = strong.length - named.length;
  const phrases = rest === 0 ? named : [...named, `${count(rest)} more`];
  return `${numberWord(strong.length)} ${strong.length === 1 ? "pair of needs comes" : "pairs of needs come"} together more than chance: ${listed(phrases)}`;
}

/** `12 systems, 5.1× as many as chance (2.9–8.2)`. */
export function pairWords({ systems, lift }: Pair): string {
  const many = counted(systems.value ?? 0, "system");
  if (lift.value === null) return many;
  const interval = lift.low === null || lift.high === null ? "" : ` (${bare(lift.low, "ratio")}–${bare(lift.high, "ratio")})`;
  return `${many}, ${bare(lift.value, "ratio")}× as many as chance${interval}`;
}

/** What comes after what. */
export interface Sequence {
  readonly first: Named;
  readonly later: Named;
  readonly relationships: FigureFields;
  readonly share: FigureFields;
  readonly lift: FigureFields;
  readonly qValue: number;
}

export const sequenceName = ({ first, later }: Pick<Sequence, "first" | "later">): string => `${first.label} → ${lower(later.label)}`;

/** The finding of the list of what follows what. */
export function sequencesSentence(sequences: readonly Sequence[], tested: number): string {
  const sure = sequences.filter(isBeyondChance);
  const [best] = sure;
  if (best === undefined) return `Of ${counted(tested, "order")} of needs tested, none can be told from calls in random order`;
  const share = best.share.value === null ? "" : `, in ${percent(best.share.value)} of the relationships in which it could`;
  const others = sure.length === 1 ? "" : `; ${counted(sure.length - 1, "other order is", "other orders are")} beyond chance as well`;
  return `After ${lower(best.first.label)} comes ${lower(best.later.label)}${share}${others}`;
}

/** A q-value to two digits, the smallest as a bound. */
export function qText(q: number | null): string {
  if (q === null) return "–";
  if (q < 0.001) return "< 0.001";
  return q < 0.1 ? q.toPrecision(2) : q.toFixed(2);
}
