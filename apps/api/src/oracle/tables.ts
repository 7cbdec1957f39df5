import { Z95 } from "./statistics";

/** Two by two tables, by counting out every table with the same margins. */

export interface TwoByTwo {
  readonly both: number;
  readonly one: number;
  readonly other: number;
  readonly all: number;
}

function logChoose(n: number, k: number): number {
  let log = 0;
  for (let i = 1; i <= k; i += 1) log += Math.log((n - k + i) / i);
  return log;
}

/** The tables there could be, each with its probability where the odds of going together are multiplied by a factor. */
function tables({ one, other, all }: TwoByTwo, logFactor: number): { both: number; probability: number }[] {
  const least = Math.max(0, one + other - all);
  const logs = Array.from({ length: Math.min(one, other) - least + 1 }, (_, i) => {
    const both = least + i;
    return { both, log: logChoose(one, both) + logChoose(all - one, other - both) + both * logFactor };
  });
  const highest = Math.max(...logs.map(({ log }) => log));
  const sum = logs.reduce((total, { log }) => total + Math.exp(log - highest), 0);
  return logs.map(({ both, log }) => ({ both, probability: Math.exp(log - highest) / sum }));
}

/** Fisher's exact test, one-sided. */
export function atLeast(table: TwoByTwo, logFactor = 0): number {
  return Math.min(1, tables(table, logFactor).reduce((sum, { both, probability }) => (both >= table.both ? sum + probability : sum), 0));
}

const atMost = (table: TwoByTwo, logFactor: number): number => tables(table, logFactor).reduce((sum, { both, probability }) => (both <= table.both ? sum + probability : sum), 0);

const meanOf = (table: TwoByTwo, logFactor: number): number => tables(table, logFactor).reduce((sum, { both, probability }) => sum + both * probability, 0);

/** Exact limits given the margins, by halving; at the edge of what is possible, the edge. */
export function liftInterval(table: TwoByTwo): { low: number; high: number } {
  const least = Math.max(0, table.one + table.other - table.all);
  const most = Math.min(table.one, table.other);
  const crossing = (isBelow: (logFactor: number) => boolean): number => {
    let [below, above] = [-60, 60];
    for (let halving = 0; halving < 48; halving += 1) {
      const middle = (below + above) / 2;
      if (isBelow(middle)) below = middle;
      else above = middle;
    }
    return (below + above) / 2;
  };
  const low = table.both === least ? least : meanOf(table, crossing((factor) => atLeast(table, factor) < 0.025));
  const high = table.both === most ? most : meanOf(table, crossing((factor) => atMost(table, factor) > 0.025));
  return { low: further(table, low), high: further(table, high) };
}

/**
 * A limit of the lift, from that of the count, moved by what sampling the margins adds to the variance of its logarithm: the delta
 * method over the four cells of a multinomial, less the variance with both margins given (Cornfield, 1956).
 */
function further({ both, one, other, all }: TwoByTwo, limit: number): number {
  const expected = (one * other) / all;
  if (limit === 0) return 0;
  // ∂ log(p11 / ((p11 + p10)(p11 + p01))) by each cell's probability.
  const cells = [
    { count: limit, slope: all / limit - all / one - all / other },
    { count: one - limit, slope: -all / one },
    { count: other - limit, slope: -all / other },
    { count: all - one - other + limit, slope: 0 },
  ];
  const mean = cells.reduce((sum, { count, slope }) => sum + (count / all) * slope, 0);
  const sampled = cells.reduce((sum, { count, slope }) => sum + (count / all) * (slope - mean) ** 2, 0) / all;
  const given = cells.some(({ count }) => count < 1e-9) ? 0 : 1 / cells.reduce((sum, { count }) => sum + 1 / count, 0) / limit ** 2;
  const distance = Math.log(limit / both);
  const moved = Math.sqrt(distance ** 2 + Z95 ** 2 * Math.max(0, sampled - given));
  return (both * Math.exp(limit < both ? -moved : moved)) / expected;
}
