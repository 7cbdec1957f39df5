/** A week as the automaton sees it. */
export interface StateWeek {
  readonly count: number;
  readonly exposure: number;
  /** The share of the exposure that is usual, 0 to 1. */
  readonly usual: number;
}

export interface Automaton {
  /** In a burst the share is so many times the usual one; over 1. */
  readonly scale: number;
  /** What it costs to begin a burst, in units of ln(weeks); ≥ 0. */
  readonly gamma: number;
}

export const TWO_STATES: Automaton = { scale: 2, gamma: 1 };

const HIGHEST_SHARE = 0.9999;
const LOWEST_SHARE = 1e-9;

/**
 * When a stream is in a burst: the cheapest run of two states through batches, where a state costs how badly its share fits the
 * batch, and beginning a burst costs gamma · ln(batches). Ending one is free.
 *
 * @param weeks in order; counts whole, from 0 to the exposure.
 * @returns for each week whether it is in a burst.
 * @throws RangeError if a count is not between 0 and the exposure, or the scale is not over 1.
 * @see Kleinberg (2002), Bursty and hierarchical structure in streams, Proc. 8th ACM SIGKDD, 91–101, section 4.
 */
export function burstStates(weeks: readonly StateWeek[], { scale, gamma }: Automaton = TWO_STATES): boolean[] {
  if (!(scale > 1) || !(gamma >= 0)) throw new RangeError(`no such automaton: scale ${scale}, gamma ${gamma}`);
  const start = gamma * Math.log(Math.max(1, weeks.length));
  let calm = 0;
  let burst = Infinity;
  const cameFromBurst: { calm: boolean; burst: boolean }[] = [];
  for (const week of weeks) {
    const intoCalm = { calm: burst < calm, burst: burst <= calm + start };
    cameFromBurst.push(intoCalm);
    const nextCalm = Math.min(calm, burst) + stateCost(week, 1);
    burst = Math.min(burst, calm + start) + stateCost(week, scale);
    calm = nextCalm;
  }
  const states: boolean[] = [];
  let inBurst = burst < calm;
  for (const came of cameFromBurst.toReversed()) {
    states.push(inBurst);
    inBurst = inBurst ? came.burst : came.calm;
  }
  return states.toReversed();
}

/** What it costs to be in the state whose share is `times` the usual one: minus the binomial log-likelihood, without its constant. */
export function stateCost({ count, exposure, usual }: StateWeek, times: number): number {
  if (!(count >= 0 && count <= exposure)) throw new RangeError(`${count} of ${exposure} cannot be`);
  const share = Math.min(HIGHEST_SHARE, Math.max(LOWEST_SHARE, usual) * times);
  return -(count * Math.log(share) + (exposure - count) * Math.log1p(-share));
}
