import type { Estimate } from "./estimate";

export interface PoolingQuestion {
  /** Systems that share the need. */
  readonly systems: number;
  /** Systems coached together at most. */
  readonly cohortSize: number;
  /** Coaching hours that one relationship on the need takes. */
  readonly hoursEach: Estimate;
}

export interface Pooling {
  readonly cohorts: number;
  /** Every system by itself. */
  readonly oneToOne: Estimate;
  /** Each cohort as long as one relationship. */
  readonly pooled: Estimate;
}

/**
 * Coaching hours for systems that share a need, one by one and in cohorts. A cohort is taken to need as many calls as one
 * relationship does: what is known of calls with one leader is not known of calls with several, so this is arithmetic on an
 * assumption, and the interval is of the hours alone.
 *
 * @throws RangeError unless systems is a whole number from 1, and the cohort's size one from 2.
 */
export function pooling({ systems, cohortSize, hoursEach }: PoolingQuestion): Pooling {
  if (!Number.isSafeInteger(systems) || systems < 1) throw new RangeError(`there are no ${systems} systems`);
  if (!Number.isSafeInteger(cohortSize) || cohortSize < 2) throw new RangeError(`a cohort is of 2 or more, not ${cohortSize}`);
  const cohorts = Math.ceil(systems / cohortSize);
  return { cohorts, oneToOne: times(hoursEach, systems), pooled: times(hoursEach, cohorts) };
}

function times({ value, low, high, n }: Estimate, factor: number): Estimate {
  return { value: value * factor, low: low === null ? null : Math.max(0, low * factor), high: high === null ? null : high * factor, n };
}
