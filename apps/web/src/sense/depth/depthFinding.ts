import { bare, count, listed, percent, spoken, type FigureFields } from "../figure/format";

/** The words for a chance: what a p or q of this size supports. */
export function chanceWords(p: number): string {
  if (p < 0.001) return "as far apart as this less than once in a thousand times by chance";
  if (p < 0.01) return "as far apart as this less than once in a hundred times by chance";
  if (p < 0.05) return `as far apart as this about ${spoken(Math.round(p * 100))} times in a hundred by chance`;
  return `as far apart as this ${p > 0.995 ? "nearly always" : `${spoken(Math.round(p * 100))} times in a hundred`} by chance`;
}

type Way = "rises" | "falls" | "open" | "refused";

/** Which way a slope goes: only where its whole interval does. */
export function wayOf({ value, low, high }: FigureFields): Way {
  if (value === null || low === null || high === null) return "refused";
  if (low > 0) return "rises";
  return high < 0 ? "falls" : "open";
}

const size = (value: number | null) => spoken(Number(Math.abs(value ?? 0).toFixed(2)));
const points = (value: number | null) => `${spoken(Number(Math.abs((value ?? 0) * 100).toFixed(1)))} percentage points`;
const range = ({ low, high }: FigureFields) => `${bare(low ?? 0, "change")} to ${bare(high ?? 0, "change")}`;

/** The page's sentence: whether the work gets harder, and whether leaders say otherwise for it. */
export function depthSentence(challenge: FigureFields, rating: FigureFields): string {
  const work = {
    rises: `The work gets harder with every call, by ${size(challenge.value)} of a level`,
    falls: `The work gets easier with every call, by ${size(challenge.value)} of a level`,
    open: "Whether the work gets harder from call to call cannot be told",
    refused: "There are too few calls to see whether the work gets harder",
  }[wayOf(challenge)];
  const said = {
    rises: `ratings rise with it, by ${size(rating.value)} a call`,
    falls: `ratings fall, by ${size(rating.value)} a call`,
    open: "no change in ratings can be told",
    refused: null,
  }[wayOf(rating)];
  return said === null ? `${work}.` : `${work}; ${said}.`;
}

/** The finding of the challenge levels. */
export function challengeSentence(slope: FigureFields): string {
  const way = wayOf(slope);
  if (way === "refused") return "Too few relationships to see whether the work gets harder";
  if (way === "open") return `Within relationships, calls cannot be told apart in difficulty: ${range(slope)} of a level a call`;
  return `Within relationships the work gets ${way === "rises" ? "harder" : "easier"} by ${size(slope.value)} of a level a call (${range(slope)})`;
}

/** The finding of the ratings by call. */
export function doseSentence(slope: FigureFields): string {
  const way = wayOf(slope);
  if (way === "refused") return "Too few ratings to see how they change from call to call";
  if (way === "open") return `Ratings do not change from call to call that we can tell: ${range(slope)} a call leaves room for none`;
  return `Within relationships ratings ${way === "rises" ? "rise" : "fall"} by ${size(slope.value)} a call (${range(slope)})`;
}

/** The finding of the wish for more. */
export function moreSentence(slope: FigureFields): string {
  const way = wayOf(slope);
  if (way === "refused") return "Too few answers to see whether leaders go on asking for more";
  if (way === "open") return "The wish for another call does not change from call to call that we can tell";
  return `The wish for another call ${way === "rises" ? "grows" : "wanes"} by ${points(slope.value)} a call, within the same relationships`;
}

interface Test {
  readonly pValue: number;
  readonly qValue: number;
  readonly comparisons: number;
  readonly groups: number;
}

/** Whether groups may be said to differ, though the reader could have asked by something else. */
export const isApart = ({ qValue }: Test): boolean => qValue < 0.05;

/** The finding of the survival curves. */
export function survivalSentence(test: Test | null, word: string): string {
  if (test === null) return `Too few relationships to compare how long they last by ${word}`;
  return isApart(test) ? `How long relationships last differs by ${word}` : `How long relationships last does not differ by ${word} that we can tell`;
}

/** The test in words, for the line under it. */
export function testWords(test: Test): string {
  const groups = `${count(test.groups)} groups that are alike would look ${chanceWords(test.pValue)}`;
  const among = test.comparisons > 1 ? `; q ${test.qValue < 0.001 ? "< 0.001" : test.qValue.toFixed(3)} over the ${test.comparisons} ways of grouping that can be chosen here` : "";
  return `${groups} (p ${test.pValue < 0.001 ? "< 0.001" : test.pValue.toFixed(3)}${among}).`;
}

interface Apart {
  readonly key: { readonly label: string };
  readonly qValue: number | null;
}

/** The finding of the ratings by group: who stands apart, or that nobody does. */
export function ratingsSentence(test: Test | null, groups: readonly Apart[], word: string): string {
  if (test === null) return `Too few ratings to compare by ${word}`;
  const apart = groups.filter(({ qValue }) => qValue !== null && qValue < 0.05).map(({ key }) => key.label);
  if (!isApart(test) && apart.length === 0) return `Ratings cannot be told apart by ${word}`;
  return apart.length === 0 ? `Ratings differ by ${word}, though no single group stands apart` : `Ratings differ by ${word}: ${listed(apart)} ${apart.length === 1 ? "stands" : "stand"} apart from the rest`;
}

export interface Effect {
  readonly outcome: "RATING" | "CHALLENGE" | "RESPONSE";
  readonly slope: FigureFields;
  readonly detectable: number | null;
  readonly qValue: number | null;
  readonly bins: readonly { readonly from: number; readonly to: number | null; readonly change: FigureFields }[];
}

const OUTCOME = { RATING: "ratings", CHALLENGE: "challenge levels", RESPONSE: "the share of calls that are rated" } as const;

/** Up to which load anything was seen: the heaviest bin that can be shown. */
function seenUpTo(bins: Effect["bins"], measure: "RELATIONSHIPS" | "HOURS", largest: number | null): string | null {
  const last = bins.findLast(({ change }) => change.value !== null);
  if (last === undefined) return null;
  const top = Math.min(last.to === null ? Infinity : measure === "HOURS" ? last.to : last.to - 1, largest ?? Infinity);
  return measure === "HOURS" ? `${percent(top)} of a coach's hours` : `${count(top)} relationships a coach`;
}

const amountOf = (outcome: Effect["outcome"], value: number) => (outcome === "RESPONSE" ? points(value) : `${size(value)} ${outcome === "RATING" ? "points" : "of a level"}`);
const stepOf = (measure: "RELATIONSHIPS" | "HOURS") => (measure === "HOURS" ? "tenth of the hours" : "further relationship");

/** The finding of one outcome against load. */
export function loadSentence({ outcome, slope, qValue, bins }: Effect, measure: "RELATIONSHIPS" | "HOURS", largest: number | null): string {
  const what = OUTCOME[outcome];
  const one = outcome === "RESPONSE";
  if (slope.value === null) return `Too little to set ${what} against load`;
  const upTo = seenUpTo(bins, measure, largest);
  if (qValue !== null && qValue < 0.05) return `With each ${stepOf(measure)}, ${what} ${one ? "is" : "are"} ${amountOf(outcome, slope.value)} ${slope.value > 0 ? "higher" : "lower"}`;
  return `No sign that ${what} ${one ? "goes" : "go"} with load${upTo === null ? "" : `, up to ${upTo}`}`;
}

/** What would have shown had it been there; null where something was found, or nothing could be. */
export function wouldHaveShown({ outcome, detectable, qValue }: Effect, measure: "RELATIONSHIPS" | "HOURS"): string | null {
  if (detectable === null || (qValue !== null && qValue < 0.05)) return null;
  return `A difference of more than ${amountOf(outcome, detectable)} for each ${stepOf(measure)} would most likely have shown.`;
}
