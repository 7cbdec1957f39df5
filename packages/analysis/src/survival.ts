import { Z_95 } from "./distributions";
import type { Outcome } from "./estimate";
import { riskSets } from "./riskSet";

/** How long one subject was followed. */
export interface Spell {
  /** In any one unit; finite and ≥ 0. */
  readonly time: number;
  /** False where following ended before the event: it lasted at least this long (right-censored). */
  readonly event: boolean;
}

/** The curve just after one time at which events happened. */
export interface SurvivalPoint {
  readonly time: number;
  /** Followed up to this time, just before its events. */
  readonly atRisk: number;
  readonly events: number;
  /** Estimated share whose event is still to come, in [0, 1]. */
  readonly survival: number;
  /** Pointwise 95% log-minus-log Greenwood interval; null where survival is 1 or 0. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface SurvivalCurve {
  /** One point for each distinct event time, ascending. Before the first, survival is 1. */
  readonly points: readonly SurvivalPoint[];
  /** Spells in all. */
  readonly n: number;
  /** The longest time followed; 0 without spells. */
  readonly followedTo: number;
}

/** A product of fractions that should be a half may miss it by rounding. */
const HALF = 0.5 + 1e-9;

/**
 * Kaplan–Meier estimate of the share whose event is still to come.
 *
 * An average over those whose event has come would leave out the rest and look fast; here each counts for as long
 * as it was followed. Whoever is censored at an event time still counts as at risk at it.
 *
 * @param spells one per subject, in any order; may be empty.
 * @throws RangeError if a time is negative or not finite.
 * @see Kaplan & Meier (1958), J. Am. Stat. Assoc. 53(282), 457–481.
 * @see Kalbfleisch & Prentice (1980), The Statistical Analysis of Failure Time Data, for the interval.
 */
export function kaplanMeier(spells: readonly Spell[]): SurvivalCurve {
  const sets = riskSets(spells);
  const points: SurvivalPoint[] = [];
  let survival = 1;
  let greenwood = 0;
  for (const { time, atRisk, leaving } of sets) {
    const events = leaving.filter(({ event }) => event).length;
    if (events === 0) continue;
    survival *= (atRisk - events) / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    points.push({ time, atRisk, events, survival, ...logLogInterval(survival, greenwood) });
  }
  return { points, n: spells.length, followedTo: sets.at(-1)?.time ?? 0 };
}

/** The transform keeps both ends within 0 and 1, which survival ± 1.96 standard errors would not. */
function logLogInterval(survival: number, greenwood: number): { low: number | null; high: number | null } {
  if (survival <= 0 || survival >= 1) return { low: null, high: null };
  const half = (Z_95 * Math.sqrt(greenwood)) / -Math.log(survival);
  return { low: survival ** Math.exp(half), high: survival ** Math.exp(-half) };
}

/**
 * Median time to the event: the first time at which survival is a half or less.
 *
 * @returns in the unit of the spells' times. The interval is where a half lies within the pointwise interval of the
 *   curve; an end that it does not reach while survival is over 0 is null.
 *   NOT_REACHED where the curve stays above a half, NO_DATA without spells. `n` = spells in all.
 * @see Brookmeyer & Crowley (1982), Biometrics 38(1), 29–41.
 */
export function medianTime({ points, n }: SurvivalCurve): Outcome {
  if (n === 0) return { withheld: "NO_DATA", n };
  const median = points.find(({ survival }) => survival <= HALF);
  if (!median) return { withheld: "NOT_REACHED", n };
  return {
    value: median.time,
    low: points.find(({ low }) => low !== null && low <= HALF)?.time ?? null,
    high: points.find(({ high }) => high !== null && high <= HALF)?.time ?? null,
    n,
  };
}

/**
 * Share whose event is still to come just after `time`, with its pointwise 95% log-minus-log interval.
 *
 * @param time in the unit of the spells' times; finite and ≥ 0.
 * @returns a share in [0, 1] with null ends where it is 1 or 0. NOT_REACHED where nobody was followed so long and
 *   the curve has not come down to 0, NO_DATA without spells. `n` = spells in all.
 * @throws RangeError if `time` is negative or not finite.
 */
export function survivalAt({ points, n, followedTo }: SurvivalCurve, time: number): Outcome {
  if (!(time >= 0 && time < Infinity)) throw new RangeError(`time must be finite and ≥ 0, got ${time}`);
  if (n === 0) return { withheld: "NO_DATA", n };
  const point = points.findLast((each) => each.time <= time);
  if (followedTo < time && point?.survival !== 0) return { withheld: "NOT_REACHED", n };
  if (!point) return { value: 1, low: null, high: null, n };
  return { value: point.survival, low: point.low, high: point.high, n };
}
