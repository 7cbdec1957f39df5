import { count, counted, percent, spoken, type FigureFields } from "../figure/format";

interface Said {
  readonly systemsServed: FigureFields;
  readonly statesReached: FigureFields;
  readonly sessionRating: FigureFields;
  readonly sustainedFourMonths: FigureFields;
}

/** A percentage of few says of how few: 100% of 6 is not 100% of 600. */
const FEW = 30;
const amongFew = ({ n }: FigureFields) => (n !== null && n < FEW ? `${count(n)} ` : "");

/** Whether a count is one that noise was added to: only then it has an interval. */
const isEstimate = ({ low, high }: FigureFields) => low !== null && high !== null && low < high;

/** The page's sentence: how far, how good, how lasting; what is withheld is left unsaid. */
export function impactSentence({ systemsServed, statesReached, sessionRating, sustainedFourMonths }: Said): string {
  const systems = systemsServed.value;
  if (systems === null) return "Too few systems have been coached here to say how many.";
  if (systems === 0) return "No system has been coached in this part of the network.";
  const states = statesReached.value === null ? "" : ` in ${counted(statesReached.value, "state")}`;
  const reach = `${isEstimate(systemsServed) ? "About " : ""}${count(systems)} ${systems === 1 ? "system" : "systems"}${states} ${systems === 1 ? "has" : "have"} been coached`;
  const rated = sessionRating.value === null ? null : `calls are rated ${spoken(sessionRating.value)} of 5`;
  const lasting =
    sustainedFourMonths.value === null
      ? null
      : `${percent(sustainedFourMonths.value)} of ${amongFew(sustainedFourMonths)}relationships last four months or more`;
  const rest = [rated, lasting].filter((part) => part !== null).join(", and ");
  return rest === "" ? `${reach}.` : `${reach}; ${rest}.`;
}

/** The finding of the survival curve. */
export function survivalSentence(median: FigureFields, sustained: FigureFields): string {
  if (median.value !== null) return `Half of relationships last ${spoken(Number(median.value.toFixed(1)))} months or more`;
  if (median.withheld === "NOT_REACHED" && sustained.value !== null) {
    return `${percent(sustained.value)} of relationships last four months; half have not ended yet`;
  }
  return "How long relationships last cannot be told yet";
}

/** The finding of the ratings; null where it may not be shown of how many they are. */
export function ratingsSentence(ratings: readonly { readonly rating: number; readonly count: number }[], all: number | null): string {
  const fives = ratings.find(({ rating }) => rating === 5)?.count;
  if (all === null || (all > 0 && fives === undefined)) return "Too few ratings to show how they are spread";
  return all === 0 || fives === undefined ? "No call has been rated yet" : `${percent(fives / all)} of rated calls got five of five`;
}

interface Call {
  readonly call: number;
  readonly level: FigureFields;
}

/** The finding of the challenge levels: whether the last call known differs from the first beyond its interval. */
export function challengeSentence(calls: readonly Call[]): string {
  const known = calls.filter(({ level }) => level.value !== null);
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined || first === last) return "Too few calls to see whether the work gets harder";
  const rises = (last.level.low ?? -Infinity) > (first.level.high ?? Infinity);
  const falls = (last.level.high ?? Infinity) < (first.level.low ?? -Infinity);
  const span = `from ${spoken(first.level.value ?? 0)} at call ${first.call} to ${spoken(last.level.value ?? 0)} at call ${last.call}`;
  if (rises) return `The work gets harder call by call: ${span}`;
  return falls ? `The work gets easier call by call: ${span}` : "Early and later calls cannot be told apart in difficulty";
}
