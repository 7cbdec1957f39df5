import type { CompetingSpell } from "./cumulativeIncidence";
import { Z_95 } from "./distributions";
import type { Outcome } from "./estimate";
import { wilson } from "./proportion";
import { riskSets } from "./riskSet";

/** How much one cause has ended just after one time. */
export interface IncidenceStep {
  readonly time: number;
  readonly atRisk: number;
  readonly incidence: number;
  /** Pointwise 95% log-minus-log interval; null where incidence is 0 or 1. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface IncidenceCurve {
  /** One step for each distinct time at which the cause ended a spell, ascending. Before the first, incidence is 0. */
  readonly steps: readonly IncidenceStep[];
  /** Spells in all. */
  readonly n: number;
  /** How many were followed to each time at which following ended for anybody, ascending. */
  readonly followed: readonly { readonly time: number; readonly atRisk: number }[];
  /** Share that no cause has ended by the last of them. */
  readonly stillGoing: number;
}

/** Sums that the variance at any later time is made of, so that it takes no second pass. */
interface VarianceSums {
  /** Σ d / (r (r − d)) over all causes, and the same weighted with the incidence, and with its square. */
  ends: number;
  endsByIncidence: number;
  endsBySquare: number;
  /** Σ S² (r − k) k / r³ over this cause. */
  own: number;
  /** Σ S k / r², and the same weighted with the incidence. */
  cross: number;
  crossByIncidence: number;
}

/**
 * Aalen–Johansen estimate of how much one of several causes has ended by each time, with its interval.
 *
 * The variance is that of the delta method; with one cause alone it is Greenwood's, and without censoring that of a share.
 *
 * @param spells one per subject, in any order; may be empty.
 * @throws RangeError if a time is negative or not finite.
 * @see Marubini & Valsecchi (1995), Analysing Survival Data from Clinical Trials and Observational Studies, section 10.2.
 * @see Choudhury (2002), Stat. Med. 21(8), 1129–1144, for the variance and the log-minus-log interval.
 */
export function incidenceCurve(spells: readonly CompetingSpell[], cause: string): IncidenceCurve {
  const sets = riskSets(spells);
  const steps: IncidenceStep[] = [];
  const sums: VarianceSums = { ends: 0, endsByIncidence: 0, endsBySquare: 0, own: 0, cross: 0, crossByIncidence: 0 };
  let stillGoing = 1;
  let incidence = 0;
  for (const { time, atRisk, leaving } of sets) {
    const ended = leaving.filter((spell) => spell.cause !== null).length;
    const own = leaving.filter((spell) => spell.cause === cause).length;
    incidence += (stillGoing * own) / atRisk;
    add(sums, { atRisk, ended, own, stillGoing, incidence });
    stillGoing *= (atRisk - ended) / atRisk;
    if (own > 0) steps.push({ time, atRisk, incidence, ...logLogInterval(incidence, varianceOf(sums, incidence)) });
  }
  return { steps, n: spells.length, followed: sets.map(({ time, atRisk }) => ({ time, atRisk })), stillGoing };
}

interface Moment {
  readonly atRisk: number;
  readonly ended: number;
  readonly own: number;
  /** Share still going just before. */
  readonly stillGoing: number;
  /** Just after. */
  readonly incidence: number;
}

function add(sums: VarianceSums, { atRisk, ended, own, stillGoing, incidence }: Moment): void {
  // Once everything has ended the curve stays where it is, and its last step adds no variance of this kind.
  const ends = ended < atRisk ? ended / (atRisk * (atRisk - ended)) : 0;
  sums.ends += ends;
  sums.endsByIncidence += ends * incidence;
  sums.endsBySquare += ends * incidence ** 2;
  sums.own += (stillGoing ** 2 * (atRisk - own) * own) / atRisk ** 3;
  const cross = (stillGoing * own) / atRisk ** 2;
  sums.cross += cross;
  sums.crossByIncidence += cross * incidence;
}

function varianceOf({ ends, endsByIncidence, endsBySquare, own, cross, crossByIncidence }: VarianceSums, incidence: number): number {
  const later = incidence ** 2 * ends - 2 * incidence * endsByIncidence + endsBySquare;
  return Math.max(0, later + own - 2 * (incidence * cross - crossByIncidence));
}

function logLogInterval(incidence: number, variance: number): { low: number | null; high: number | null } {
  if (incidence <= 0 || incidence >= 1) return { low: null, high: null };
  const half = (Z_95 * Math.sqrt(variance)) / (incidence * -Math.log(incidence));
  return { low: incidence ** Math.exp(half), high: incidence ** Math.exp(-half) };
}

/**
 * Share that the cause has ended just after `time`, with its pointwise 95% interval.
 *
 * @returns NOT_REACHED where nobody was followed so long and some were still going, NO_DATA without spells. `n` = spells in
 *   all. Where it ended none, 0 with the upper end of Wilson's interval over those still followed then.
 */
export function incidenceAt({ steps, n, followed, stillGoing }: IncidenceCurve, time: number): Outcome {
  if (n === 0) return { withheld: "NO_DATA", n };
  const after = followed.find((each) => each.time >= time);
  if (after === undefined && stillGoing > 0) return { withheld: "NOT_REACHED", n };
  const step = steps.findLast((each) => each.time <= time);
  if (step) return { value: step.incidence, low: step.low, high: step.high, n };
  const none = wilson(0, after?.atRisk ?? n);
  return { value: 0, low: 0, high: "high" in none ? none.high : null, n };
}
