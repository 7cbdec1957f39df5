import type { Fit } from "./fit";

interface Joining {
  readonly fit: Fit;
  readonly points: number;
}

/** Totals are rounded to nine decimals: a lead of two units there stays one after rounding. */
const CLEARLY = 2e-9;

/**
 * Those who can be missed in no search for the best team: whoever has three betters can be left out.
 *
 * A better one is as strong on every topic asked, has coached the system if the other has, and gives more points, or as many with a
 * smaller id. Of three betters one is in no team of three that holds the other coach, and takes that place without loss:
 * the total cannot fall, and where it stays, the smaller id comes first anyhow. Betters of betters are betters, so that those who
 * stay suffice.
 *
 * @param joining by id. @returns in the same order.
 */
export function fewerThanThreeBetter<T extends Joining>(joining: readonly T[]): readonly T[] {
  const byPoints = joining.map((place, order) => ({ place, order })).sort((a, b) => b.place.points - a.place.points || a.order - b.order);
  const kept: typeof byPoints = [];
  for (const each of byPoints) {
    let betters = 0;
    for (const other of kept) {
      if (isBetter(other, each)) betters += 1;
      if (betters === 3) break;
    }
    if (betters < 3) kept.push(each);
  }
  return kept.sort((a, b) => a.order - b.order).map(({ place }) => place);
}

function isBetter(a: { place: Joining; order: number }, b: { place: Joining; order: number }): boolean {
  const ahead = a.place.points - b.place.points;
  if (ahead < 0 || (ahead < CLEARLY && a.order > b.order)) return false;
  if (b.place.fit.earlier && !a.place.fit.earlier) return false;
  return a.place.fit.strengths.every((strength, i) => strength >= (b.place.fit.strengths[i] ?? 0));
}
