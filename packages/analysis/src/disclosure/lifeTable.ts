import { Z_95 } from "../distributions";
import type { Outcome } from "../estimate";
import type { ProtectedNumber } from "./protectedCount";

/** What happened to those followed within one interval of time. */
export interface ProtectedInterval {
  /** End of the interval; it begins where the one before ends, the first at 0. */
  readonly end: number;
  /** Those whose event came in it. */
  readonly events: ProtectedNumber;
  /** Those of whom nothing more is known after it. */
  readonly censored: ProtectedNumber;
}

/** The curve at the end of an interval. */
export interface LifeTablePoint {
  readonly end: number;
  /** Followed into the interval: protected, whole, ≥ 0. */
  readonly atRisk: number;
  /** Share whose event is still to come, in [0, 1]. */
  readonly survival: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface LifeTable {
  /** Ascending; ends where too few are followed. */
  readonly points: readonly LifeTablePoint[];
  /** Protected number of spells. */
  readonly n: number;
}

/** Fewer followed than this say nothing but noise. */
const LEAST_AT_RISK = 10;

/**
 * Share whose event is still to come by grouped time, from protected counts alone: the actuarial estimate, in which those
 * censored within an interval count for half of it. Noise that would let the curve rise is carried into later intervals,
 * so that it does not add up. The interval is log-minus-log Greenwood with the variance of the noise added.
 *
 * @param all spells in all.
 * @param intervals ascending, from 0, without gaps.
 * @see Cutler & Ederer (1958), J. Chronic Dis. 8(6), 699–712.
 */
export function lifeTable(all: ProtectedNumber, intervals: readonly ProtectedInterval[]): LifeTable {
  const points: LifeTablePoint[] = [];
  let [followed, owed, survival, variance] = [all.raw, 0, 1, 0];
  for (const { end, events, censored } of intervals) {
    if (followed < LEAST_AT_RISK) break;
    const exposed = Math.max(1, followed - Math.max(0, censored.raw) / 2);
    const due = events.raw + owed;
    const hazard = Math.min(1, Math.max(0, due / exposed));
    owed = Math.min(0, due);
    survival *= 1 - hazard;
    if (hazard < 1) variance += hazard / (exposed * (1 - hazard)) + (events.deviation / (exposed * (1 - hazard))) ** 2;
    points.push({ end, atRisk: Math.round(followed), survival, ...logLogInterval(survival, variance) });
    followed -= events.raw + censored.raw;
  }
  return { points, n: Math.max(0, Math.round(all.raw)) };
}

function logLogInterval(survival: number, variance: number): { low: number | null; high: number | null } {
  if (survival <= 0 || survival >= 1) return { low: null, high: null };
  const half = (Z_95 * Math.sqrt(variance)) / -Math.log(survival);
  return { low: survival ** Math.exp(half), high: survival ** Math.exp(-half) };
}

/** Where a falling curve comes down to a half, in a straight line between the ends of intervals; null where it does not. */
function timeOfHalf(points: readonly LifeTablePoint[], of: (point: LifeTablePoint) => number | null): number | null {
  let [time, level] = [0, 1];
  for (const point of points) {
    const next = of(point) ?? point.survival;
    if (next <= 0.5) return level === next ? point.end : time + ((level - 0.5) / (level - next)) * (point.end - time);
    [time, level] = [point.end, next];
  }
  return null;
}

/** Median time to the event, with the times at which the ends of the interval come down to a half; see {@link lifeTable}. */
export function lifeTableMedian({ points, n }: LifeTable): Outcome {
  if (points.length === 0) return { withheld: "NO_DATA", n };
  const value = timeOfHalf(points, ({ survival }) => survival);
  if (value === null) return { withheld: "NOT_REACHED", n };
  return { value, low: timeOfHalf(points, ({ low }) => low), high: timeOfHalf(points, ({ high }) => high), n };
}

/** Share whose event is still to come at the end of an interval. NOT_REACHED where too few were followed so long. */
export function lifeTableAt({ points, n }: LifeTable, end: number): Outcome {
  if (points.length === 0) return { withheld: "NO_DATA", n };
  const point = points.find((each) => each.end === end);
  if (!point) return { withheld: "NOT_REACHED", n };
  return { value: point.survival, low: point.low, high: point.high, n };
}
