import { itemAt, type Draws } from "./draws";

/** How a topic truly stands and goes on. Times in days from as of. */
export interface Truth {
  /** Requests a day. */
  readonly rate: number;
  readonly places: number;
  /** When each relationship under way ends. */
  readonly ends: readonly number[];
  readonly waiting: number;
  /** How long a new relationship lasts. */
  readonly length: () => number;
  readonly days: number;
  readonly lateAfter: number;
}

/** What came of it. */
export interface Came {
  readonly medianWait: number;
  readonly longWait: number;
  readonly late: number;
  readonly queue: number;
}

const ranked = (sorted: readonly number[], share: number): number => itemAt(sorted, Math.max(0, Math.ceil(share * sorted.length) - 1));

/**
 * One future, event by event: whoever came first begins as soon as fewer relationships are under way than there are places. A
 * fraction of a place is one in as many futures.
 *
 * @returns null where nobody came.
 */
export function drawFutureOf({ rate, places, ends, waiting, length, days, lateAfter }: Truth, draws: Draws): Came | null {
  const whole = Math.max(1, draws.rounded(places));
  let underWay = ends.toSorted((a, b) => a - b);
  const begin = (from: number): number => {
    // Those who end first make room until there are fewer than places.
    const tooMany = underWay.length - whole + 1;
    const at = tooMany <= 0 ? from : Math.max(from, itemAt(underWay, tooMany - 1));
    underWay = [...underWay.filter((end) => end > at), at + length()].toSorted((a, b) => a - b);
    return at;
  };
  const starts = Array.from({ length: waiting }, () => begin(0));
  const waits: number[] = [];
  for (let at = draws.exponential() / rate; at < days; at += draws.exponential() / rate) {
    const start = begin(at);
    starts.push(start);
    waits.push(start - at);
  }
  if (waits.length === 0) return null;
  const sorted = waits.toSorted((a, b) => a - b);
  return { medianWait: ranked(sorted, 0.5), longWait: ranked(sorted, 0.9), late: waits.filter((wait) => wait > lateAfter).length / waits.length, queue: starts.filter((start) => start > days).length };
}
