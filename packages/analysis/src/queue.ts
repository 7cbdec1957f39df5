/**
 * Serves arrivals in their order, each by the first server to be free (first come, first served; G/G/c).
 *
 * The times at which servers are free are the workload vector of Kiefer and Wolfowitz, kept as a heap: O(log c) an arrival.
 *
 * @see Kiefer & Wolfowitz (1955), Trans. Am. Math. Soc. 78(1), 1–18.
 */
export class ServerPool {
  readonly #free: Float64Array;

  /** @param freeAt when each server is free first, in any order; none = nobody is ever served. */
  constructor(freeAt: Float64Array) {
    this.#free = freeAt.toSorted();
  }

  /** When the next server will be free; Infinity where there is none. */
  get nextFree(): number {
    return this.#free[0] ?? Infinity;
  }

  /**
   * Begins to serve whoever arrives at `arrival` for `length`, and gives the time at which that begins.
   * Arrivals must be given in their order.
   */
  serve(arrival: number, length: number): number {
    const free = this.#free[0];
    if (free === undefined) return Infinity;
    const start = free > arrival ? free : arrival;
    this.#replaceFirst(start + length);
    return start;
  }

  #replaceFirst(time: number): void {
    const heap = this.#free;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && at(heap, child + 1) < at(heap, child)) child += 1;
      if (at(heap, child) >= time) break;
      heap[place] = at(heap, child);
      place = child;
    }
    heap[place] = time;
  }
}

const at = (times: Float64Array, place: number): number => times[place] ?? Infinity;

/**
 * When each server of `servers` is free, where those being served at time 0 have so long to go.
 *
 * Where more are being served than there are servers, the first to finish leave no server free: nobody is sent away, and
 * nobody is taken on before the number is down to the servers'.
 */
export function freeTimes(servers: number, remaining: readonly number[]): Float64Array {
  const free = new Float64Array(servers);
  const longest = remaining.toSorted((a, b) => b - a);
  for (let server = 0; server < servers; server += 1) free[server] = longest[server] ?? 0;
  return free;
}

/**
 * Waits of arrivals in their order, in the unit of the times.
 *
 * @param arrivals ascending. @param lengths how long each is served; as many.
 * @param freeAt when each server is free first.
 * @throws RangeError if the lists differ in length or arrivals are out of order.
 */
export function queueWaits(arrivals: readonly number[], lengths: readonly number[], freeAt: Float64Array): Float64Array {
  if (arrivals.length !== lengths.length) throw new RangeError(`${arrivals.length} arrivals cannot have ${lengths.length} lengths`);
  const pool = new ServerPool(freeAt);
  const waits = new Float64Array(arrivals.length);
  let last = -Infinity;
  for (const [index, arrival] of arrivals.entries()) {
    if (!(arrival >= last)) throw new RangeError(`arrivals must be in order, got ${arrival} after ${last}`);
    last = arrival;
    waits[index] = pool.serve(arrival, lengths[index] ?? 0) - arrival;
  }
  return waits;
}
