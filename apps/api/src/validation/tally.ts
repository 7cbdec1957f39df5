import { betaCdf, solveRising } from "@arl/analysis/specialFunctions";
import type { Found, Marked, Sought, Tested } from "./marks";

/** A share with its exact 95% interval. */
interface Share {
  readonly of: number;
  readonly n: number;
  readonly low: number;
  readonly high: number;
}

/** Clopper and Pearson (1934); numbers need not be whole, so that a sample can be counted as the smaller one it is worth. */
export function exactShare(successes: number, n: number): Share {
  const low = successes <= 0 ? 0 : solveRising((p) => betaCdf(p, successes, n - successes + 1), 0.025, 0, 1);
  const high = successes >= n ? 1 : solveRising((p) => betaCdf(p, successes + 1, n - successes), 0.975, 0, 1);
  return { of: n === 0 ? 0 : successes / n, n, low: n === 0 ? 0 : low, high: n === 0 ? 1 : high };
}

const NOMINAL = 0.95;

export interface Coverage {
  readonly estimate: string;
  readonly networks: number;
  readonly intervals: number;
  readonly notGiven: number;
  readonly coverage: Share;
  /** Shares of intervals that lay wholly under, and wholly over, the truth. */
  readonly tooLow: number;
  readonly tooHigh: number;
  readonly verdict: "holds" | "under" | "over";
}

/**
 * Coverage over networks. Intervals of one network are not independent: the exact interval is that of as many independent ones
 * as they are worth (Korn and Graubard, 1998).
 */
export function coverageOf(estimate: string, marked: readonly Marked[]): Coverage {
  const given = marked.filter(({ mark }) => mark !== "not given");
  const byNetwork = [...Map.groupBy(given, ({ network }) => network).values()].map((own) => ({ n: own.length, held: own.filter(({ mark }) => mark === "held").length }));
  const [n, held] = byNetwork.reduce(([a, b], own) => [a + own.n, b + own.held], [0, 0] as [number, number]);
  const p = n === 0 ? 0 : held / n;
  const k = byNetwork.length;
  const clustered = k < 2 ? 0 : (byNetwork.reduce((sum, own) => sum + (own.held - p * own.n) ** 2, 0) * k) / (k - 1) / n ** 2;
  const simple = (p * (1 - p)) / n;
  const effect = simple > 0 ? Math.max(1, clustered / simple) : 1;
  const coverage = { ...exactShare(held / effect, n / effect), of: p, n };
  const share = (mark: string) => given.filter((each) => each.mark === mark).length / Math.max(1, n);
  const verdict = coverage.high < NOMINAL ? "under" : coverage.low > NOMINAL ? "over" : "holds";
  return { estimate, networks: k, intervals: n, notGiven: marked.length - n, coverage, tooLow: share("too low"), tooHigh: share("too high"), verdict };
}

export interface Discoveries {
  readonly family: string;
  readonly networks: number;
  readonly discoveries: number;
  readonly isFalse: number;
  /** Mean over networks of the share of false ones among what was found (0 where nothing was), and its standard error. */
  readonly rate: number;
  readonly error: number;
  /** Null networks in which anything was found. */
  readonly inNull: Share;
  readonly verdict: "held" | "not held";
}

const FALSE_DISCOVERY_RATE = 0.05;

export function discoveriesOf(family: string, found: readonly Found[]): Discoveries {
  const shares = found.map(({ discoveries, isFalse }) => (discoveries === 0 ? 0 : isFalse / discoveries));
  const k = shares.length;
  const rate = shares.reduce((sum, share) => sum + share, 0) / k;
  const error = Math.sqrt(shares.reduce((sum, share) => sum + (share - rate) ** 2, 0) / Math.max(1, k - 1) / k);
  const nulls = found.filter(({ isNull }) => isNull);
  const inNull = exactShare(nulls.filter(({ discoveries }) => discoveries > 0).length, nulls.length);
  const total = (of: (each: Found) => number) => found.reduce((sum, each) => sum + of(each), 0);
  const isHeld = rate - 1.96 * error <= FALSE_DISCOVERY_RATE && (nulls.length === 0 || inNull.low <= FALSE_DISCOVERY_RATE);
  return { family, networks: k, discoveries: total(({ discoveries }) => discoveries), isFalse: total(({ isFalse }) => isFalse), rate, error, inNull, verdict: isHeld ? "held" : "not held" };
}

export interface Power {
  readonly effect: string;
  readonly size: string;
  readonly found: Share;
}

export const powerOf = (effect: string, size: string, sought: readonly Sought[]): Power => ({ effect, size, found: exactShare(sought.filter(({ isFound }) => isFound).length, sought.length) });

export interface Level {
  readonly test: string;
  readonly rejected: Share;
}

export const levelOf = (test: string, tested: readonly Tested[]): Level => ({ test, rejected: exactShare(tested.filter(({ isRejected }) => isRejected).length, tested.length) });
