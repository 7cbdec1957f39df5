import type { Refusal } from "../figure/refusal.type";
import type { Dimension } from "../scope/scope.type";
import { PLACE_DIMENSIONS, type PlaceDimension } from "./depth.queries";

const PLACES: ReadonlySet<Dimension> = new Set(PLACE_DIMENSIONS);
const NEED_DIMENSIONS = ["TOPIC", "DOMAIN", "CHALLENGE_LEVEL"] as const satisfies readonly Dimension[];
const NEEDS: ReadonlySet<Dimension> = new Set(NEED_DIMENSIONS);

/** What ratings can be compared by. */
export const RATING_DIMENSIONS = [...PLACE_DIMENSIONS, ...NEED_DIMENSIONS] as const;
export type RatingDimension = (typeof RATING_DIMENSIONS)[number];

const LEAGUE: Refusal = {
  reason: "NOT_COMPARABLE",
  why: "Organisations are sent different leaders with different needs, so their figures side by side would be a league table of something else.",
  wouldLift: "Nothing here does: compare by place or by need, or look at one organisation by choosing it in the filters.",
};

const TIME: Refusal = {
  reason: "NOT_COMPARABLE",
  why: "Weeks, months and quarters are not groups: the same relationships run through many of them.",
  wouldLift: "Choose a period in the filters, or a place or a need to compare by.",
};

/** Whether a system has one key of it. */
export const isPlace = (by: Dimension): by is PlaceDimension => PLACES.has(by);

/** Why relationships are not compared by a dimension that is no place. */
export function survivalRefusal(by: Exclude<Dimension, PlaceDimension>): Refusal {
  if (by === "PROVIDER") return LEAGUE;
  if (!NEEDS.has(by)) return TIME;
  return {
    reason: "NOT_COMPARABLE",
    why: "One relationship works on several topics and at several levels, so it would be compared with itself.",
    wouldLift: "Compare by what a system is: its place, size, poverty or governance. A topic can be chosen in the filters.",
  };
}

/** Whether ratings can be compared by it. */
export const isRatingDimension = (by: Dimension): by is RatingDimension => PLACES.has(by) || NEEDS.has(by);

/** Why ratings are not compared by a dimension of another kind. */
export const ratingsRefusal = (by: Exclude<Dimension, RatingDimension>): Refusal => (by === "PROVIDER" ? LEAGUE : TIME);

/** Of a group that is made of what is not known. */
export const unknownGroup = (): Refusal => ({
  reason: "NOT_RECORDED",
  why: "This is no group: what these have in common is that nobody wrote it down.",
  wouldLift: "Recording it puts each of them into its group.",
});

/** Too few, told by how many there are and how many it takes. */
export const tooFew = (have: string, takes: string): Refusal => ({ reason: "TOO_FEW", why: have, wouldLift: takes });

/** That there are so many, as the beginning of a sentence. */
export const thereAre = (number: number, one: string, many = `${one}s`): string => `There ${number === 1 ? "is" : "are"} ${counted(number, one, many)}`;

/** How many of so many groups have enough, as the beginning of a sentence. */
export const haveEnough = (groups: number, enough: number): string => `Of ${counted(groups, "group")}, ${enough === 0 ? "none has" : enough === 1 ? "one has" : `${enough} have`}`;

/** A number of things, in words for a sentence. */
export const counted = (number: number, one: string, many = `${one}s`): string => `${number === 0 ? "no" : String(number)} ${number === 1 ? one : many}`;
