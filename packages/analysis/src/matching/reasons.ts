import type { Score, ScoreTerm } from "./proposal";

/** More is not read. */
export const MOST_REASONS = 6;

/** Where a term speaks neither for a team nor against it: hours not known, a coach new to systems of this kind, an even share. */
const NEUTRAL = 0.5;

/** The facts that speak for a team: the topics, then what gives most points. */
export function reasonsOf({ terms }: Score): readonly string[] {
  const said = terms.filter(({ term, value }) => term === "topics" || value > NEUTRAL);
  const order = (a: ScoreTerm, b: ScoreTerm) => Number(b.term === "topics") - Number(a.term === "topics") || b.points - a.points;
  return said.sort(order).slice(0, MOST_REASONS).map(({ fact }) => fact);
}
