import { freeTimes, ServerPool } from "./queue";

/** For how long waits are looked at, and how they are told. */
export interface RunSettings {
  readonly weeks: number;
  /** Longer waits than this are late. */
  readonly lateAfterDays: number;
  /** Upper bounds of the bins of waits in days, ascending, each included; the last bin is open. */
  readonly bins: readonly number[];
}

/** One future: who comes and how long each takes, whoever is there to serve them. */
export interface Future {
  /** Requests a day. */
  readonly rate: number;
  readonly meanLength: number;
  readonly relationshipHours: number;
  /** Of 0 to 1: below it, a fraction of a place counts as one. */
  readonly roundUp: number;
  readonly remaining: readonly number[];
  /** Lengths of those who wait already, in their order. */
  readonly first: readonly number[];
  readonly arrivals: readonly number[];
  readonly lengths: readonly number[];
}

/** What one future brought. Times in days. */
export interface RunOutcome {
  /** Requests a day. */
  readonly rate: number;
  readonly places: number;
  /** Work that comes in over work that can be done. */
  readonly utilisation: number;
  /** Requests a week by which the queue would grow in the long run; negative where it would shrink. */
  readonly growth: number;
  /** Half of those who came waited so long at most; null where nobody came. */
  readonly median: number | null;
  /** Nine of ten. */
  readonly ninetieth: number | null;
  /** Share of those who came who waited longer than the target. */
  readonly late: number | null;
  readonly came: number;
  /** Of those who came, how many waited within each bin; the last is open. */
  readonly bins: readonly number[];
  /** Wait of somebody who would come at the end of each week. */
  readonly waitByWeek: readonly number[];
  /** How many wait at the end of each week. */
  readonly queueByWeek: readonly number[];
}

/** Relationships that the hours can bear at a time: whoever has any hours holds one at least. */
function placesFor(hours: number, { relationshipHours, roundUp }: Future): number {
  if (hours <= 0) return 0;
  const places = hours / relationshipHours;
  const whole = Math.floor(places);
  return Math.max(1, whole + (places - whole > roundUp ? 1 : 0));
}

/** Serves one future with so many hours a month. */
export function simulateRun(future: Future, hours: number, { weeks, lateAfterDays, bins }: RunSettings): RunOutcome {
  const places = placesFor(hours, future);
  const pool = new ServerPool(freeTimes(places, future.remaining));
  const starts = future.first.map((length) => pool.serve(0, length));
  const waits: number[] = [];
  const waitByWeek: number[] = [];
  const queueByWeek: number[] = [];
  const endWeek = () => {
    const end = 7 * (waitByWeek.length + 1);
    waitByWeek.push(Math.max(0, pool.nextFree - end));
    // Starts come in the order of arrivals, so those still waiting are the last.
    const begun = starts.findLastIndex((start) => start <= end) + 1;
    queueByWeek.push(starts.length - begun);
  };
  for (const [index, arrival] of future.arrivals.entries()) {
    while (arrival > 7 * (waitByWeek.length + 1)) endWeek();
    const start = pool.serve(arrival, future.lengths[index] ?? 0);
    starts.push(start);
    waits.push(start - arrival);
  }
  while (waitByWeek.length < weeks) endWeek();

  const served = hours / future.relationshipHours / future.meanLength;
  const sorted = waits.toSorted((a, b) => a - b);
  return {
    rate: future.rate,
    places,
    utilisation: future.rate / served,
    growth: 7 * (future.rate - served),
    median: nearestRank(sorted, 0.5),
    ninetieth: nearestRank(sorted, 0.9),
    late: waits.length === 0 ? null : waits.filter((wait) => wait > lateAfterDays).length / waits.length,
    came: waits.length,
    bins: tallied(waits, bins),
    waitByWeek,
    queueByWeek,
  };
}

/** The smallest value that a share `share` of all do not exceed; null without any. Values ascending, may be infinite. */
export function nearestRank(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

function tallied(waits: readonly number[], bounds: readonly number[]): number[] {
  const counts = Array.from({ length: bounds.length + 1 }, () => 0);
  for (const wait of waits) {
    const found = bounds.findIndex((bound) => wait <= bound);
    const bin = found === -1 ? bounds.length : found;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
