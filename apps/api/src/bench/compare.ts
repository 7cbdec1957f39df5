import { askFor, type Target } from "./clients";

/** Milliseconds. */
interface Times {
  readonly median: number;
  readonly p95: number;
  readonly answers: number;
}

export interface Comparison {
  readonly api: Times;
  readonly bare: Times;
  /** API median over bare median. */
  readonly ratio: number;
}

export interface Pace {
  /** Rounds at most; each asks both servers. */
  readonly rounds: number;
  /** Milliseconds that a round gives to each server, more where one answer takes longer. */
  readonly roundMs: number;
  /** Milliseconds after which no other round begins, once there have been two. */
  readonly enoughMs: number;
}

/** Asks both servers in turns, so that whatever else the machine does falls on both. */
export async function compare(api: Target, bare: Target, clients: number, { rounds, roundMs, enoughMs }: Pace): Promise<Comparison> {
  const took: { api: number[]; bare: number[] } = { api: [], bare: [] };
  const start = performance.now();
  for (let round = 0; round < rounds && (round < 2 || performance.now() - start < enoughMs); round += 1) {
    took.api.push(...(await askFor(roundMs, clients, api)));
    took.bare.push(...(await askFor(roundMs, clients, bare)));
  }
  const [ofApi, ofBare] = [timesOf(took.api), timesOf(took.bare)];
  return { api: ofApi, bare: ofBare, ratio: ofApi.median / ofBare.median };
}

function timesOf(took: readonly number[]): Times {
  const sorted = took.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), answers: sorted.length };
}

/** Nearest rank. */
const quantile = (sorted: readonly number[], share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
