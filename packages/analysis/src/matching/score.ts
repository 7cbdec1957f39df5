import type { Ask } from "./ask";
import { factOf } from "./facts";
import { fitOf, freeShare, prioritiesOf, type Fit } from "./fit";
import { localWeek } from "./localWeek";
import type { Score } from "./proposal";
import { coachesOf, leadPart, otherPart, sizeOf, type Team } from "./team";
import { assertWeights, TERMS, type Term, type Weights } from "./weights";

/** Of the continuity that the lead would give, what another coach of the team gives. */
export const OTHER_CONTINUITY = 0.5;

const NINE_DECIMALS = 1e9;

/** Rounded so that sums in another order are still equal. */
export const rounded = (value: number): number => Math.round(value * NINE_DECIMALS) / NINE_DECIMALS;

/**
 * How well a team would serve an ask. Constraints are not asked: see `teamConstraints`.
 *
 * @throws RangeError if the weights do not sum to 1, or something given lies outside its range.
 */
export function score(team: Team, ask: Ask, weights: Weights): Score {
  assertWeights(weights);
  const week = localWeek(ask.week);
  return scoreOf(
    ask,
    coachesOf(team).map((coach) => fitOf(ask, coach, week)),
    weights,
  );
}

/** The same from the coaches' fits, the lead first, the others by id. */
export function scoreOf(ask: Ask, fits: readonly Fit[], weights: Weights): Score {
  const values = termValues(ask, fits);
  const terms = TERMS.map((term) => {
    const [value, weight] = [values[term], weights[term]];
    return { term, value, weight, points: value * weight, fact: factOf(term, ask, fits) };
  });
  return { total: totalOf(values, weights), terms };
}

/** The weighted sum of the terms, to nine decimals. */
export const totalOf = (values: Readonly<Record<Term, number>>, weights: Weights): number =>
  rounded(TERMS.reduce((sum, term) => sum + values[term] * weights[term], 0));

/**
 * The terms of a team, each 0 to 1.
 *
 * A topic that several cover counts 1 − Π(1 − strength): the second coach on a topic adds less than the first. Context, availability,
 * load and fair shares are means over the coaches by their part of the hours.
 */
export function termValues(ask: Ask, fits: readonly Fit[]): Readonly<Record<Term, number>> {
  const size = sizeOfFits(fits);
  const part = (i: number) => (i === 0 ? leadPart(size) : otherPart(size));
  const byPart = (value: (fit: Fit, part: number) => number) => fits.reduce((sum, fit, i) => sum + part(i) * value(fit, part(i)), 0);
  return {
    topics: prioritiesOf(ask).reduce((sum, priority, i) => sum + priority * covered(fits, i), 0),
    context: byPart(({ context }) => context),
    availability: byPart(({ availability }) => availability),
    continuity: fits[0]?.earlier ? 1 : fits.some(({ earlier }) => earlier) ? OTHER_CONTINUITY : 0,
    load: byPart(({ coach }, part) => freeShare(coach, part * ask.hours)),
    fairShares: byPart(({ fairShares }) => fairShares),
    fewCoaches: (3 - size) / 2,
  };
}

/** How far the coaches cover the i-th topic, 0 to 1. */
export const covered = (fits: readonly Fit[], i: number): number => 1 - fits.reduce((left, { strengths }) => left * (1 - (strengths[i] ?? 0)), 1);

function sizeOfFits([lead, ...others]: readonly Fit[]) {
  if (!lead) throw new RangeError("a team has a lead");
  return sizeOf({ lead: lead.coach, others: others.map(({ coach }) => coach) });
}
