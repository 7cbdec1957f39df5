import { ticks, type Domain } from "../../chart/domain";

export interface RatingAxis {
  readonly domain: Domain;
  readonly marks: readonly number[];
  readonly format: (mark: number) => string;
}

/** The part of the scale of 1 to 5 that anything is in, from a half step below it up to 5. */
export function ratingAxis(ends: readonly number[]): RatingAxis {
  const low = Math.min(4, Math.max(1, Math.floor(2 * Math.min(5, ...ends)) / 2));
  const domain = { low, high: 5 };
  return { domain, marks: ticks(domain, 5), format: String };
}
