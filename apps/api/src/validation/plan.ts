/**
 * How calls of a relationship stand to each other: apart as the definitions of trends and ratings take them, each with topics and a
 * rating of its own; or alike as they are in life, where a relationship keeps to its topics and a leader to their taste.
 */
export type Calls = "apart" | "alike";

/** What kind of network is drawn. */
export interface Plan {
  readonly calls: Calls;
  readonly number: number;
  readonly seed: number;
  readonly size: "pilot" | "three times" | "three years";
  /** Whether anything is planted; a network without is null: everything that is found in it is false. */
  readonly planted: boolean;
  /** Whether a leader's silence depends on the rating that they would have given. */
  readonly silence: "by rating" | "at random";
  /** What ratings depend on beside leader and place: the coach's load, or the number of the call. */
  readonly effect: "load" | "call" | "none";
}

/** Networks of the two sets are drawn apart. */
const ALIKE_SEED = 500_009;

/** Of ten networks seven are of the pilot's size, two of three times that, one of that over three years; half of all are null. */
export function planOf(number: number, seed: number, calls: Calls): Plan {
  const tenth = number % 10;
  const size = tenth < 7 ? "pilot" : tenth < 9 ? "three times" : "three years";
  const turn = Math.floor(number / 10) + tenth;
  const planted = turn % 2 === 1;
  const silence = Math.floor(turn / 2) % 2 === 0 ? "at random" : "by rating";
  const effect = planted && silence === "at random" ? (Math.floor(turn / 4) % 2 === 0 ? "load" : "call") : "none";
  return { calls, number, seed: calls === "apart" ? seed : seed + ALIKE_SEED, size, planted, silence, effect };
}

export const systemsOf = ({ size }: Plan): number => (size === "pilot" ? 170 : 510);
export const monthsOf = ({ size }: Plan): number => (size === "three years" ? 36 : 12);

/** Networks of one variant have the same truth. */
export const variantOf = ({ calls, planted, silence, effect, size }: Plan): string => [calls, planted ? "planted" : "null", silence, effect, monthsOf({ size } as Plan)].join(", ");
