import type { Contributors } from "@arl/analysis/disclosure/thickness";
import type { CellFacts } from "../figure/protection";

/** A request that has topics. */
export interface TaggedRequest {
  readonly system: number;
  /** Whole numbers under 2³², from which noise is read. */
  readonly recordKey: number;
  readonly systemKey: number;
  /** Codes, each once. */
  readonly topics: readonly string[];
  /** Numbers of those that worked on it, each once; a hub's are negative. */
  readonly organisations: readonly number[];
  /** Whether the viewer's own organisation had no part in it. */
  readonly byOthers: boolean;
}

/** The name of a pair of topics, whichever is given first. */
export const pairKey = (one: string, other: string): string => [one, other].sort().join("+");

/**
 * Who stands behind each pair that at least so many systems share.
 * @param requests those of a system one after the other.
 */
export function factsOfPairs(requests: readonly TaggedRequest[], least: number, hasOwnProvider: boolean): Map<string, CellFacts> {
  const pairs = new Map<string, Pair>();
  const at = (one: string, other: string): Pair => {
    const key = one < other ? `${one}+${other}` : `${other}+${one}`;
    let pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, (pair = new Pair()));
    return pair;
  };
  for (let from = 0, to = 0; from < requests.length; from = to) {
    const system = requests[from]?.system;
    while (requests[to]?.system === system && to < requests.length) to += 1;
    addSystem(requests.slice(from, to), at);
  }
  return new Map([...pairs].filter(([, pair]) => pair.all.systems >= least).map(([key, pair]) => [key, pair.facts(hasOwnProvider)]));
}

/** Every request counts once in each pair that it has either topic of, and its system both. */
function addSystem(requests: readonly TaggedRequest[], at: (one: string, other: string) => Pair): void {
  const asked = [...new Set(requests.flatMap(({ topics }) => topics))];
  for (const request of requests) {
    const own = new Set(request.topics);
    for (const one of own) for (const other of asked) if (one !== other && (!own.has(other) || one < other)) at(one, other).add(request);
  }
  const [first] = requests;
  if (!first) return;
  asked.forEach((one, place) => asked.slice(place + 1).forEach((other) => at(one, other).endSystem(first.systemKey)));
}

class Pair {
  readonly all = new Side();
  readonly #others = new Side();
  #recordKey = 0;
  #systemKey = 0;

  add({ recordKey, organisations, byOthers }: TaggedRequest): void {
    this.#recordKey = (this.#recordKey + recordKey) % 2 ** 32;
    this.all.add(organisations);
    if (byOthers) this.#others.add(organisations);
  }

  endSystem(systemKey: number): void {
    this.#systemKey = (this.#systemKey + systemKey) % 2 ** 32;
    this.all.endSystem();
    this.#others.endSystem();
  }

  facts(hasOwnProvider: boolean): CellFacts {
    const others = hasOwnProvider ? this.#others.contributors() : null;
    return { all: this.all.contributors(), others, recordKey: this.#recordKey, systemKey: this.#systemKey, sum: 0, largest: 0 };
  }
}

/** Who stands behind records that come system by system. */
class Side {
  systems = 0;
  #records = 0;
  #ofSystem = 0;
  #largestSystem = 0;
  readonly #organisations = new Map<number, number>();

  add(organisations: readonly number[]): void {
    this.#records += 1;
    this.#ofSystem += 1;
    for (const organisation of organisations) this.#organisations.set(organisation, (this.#organisations.get(organisation) ?? 0) + 1);
  }

  endSystem(): void {
    if (this.#ofSystem > 0) this.systems += 1;
    this.#largestSystem = Math.max(this.#largestSystem, this.#ofSystem);
    this.#ofSystem = 0;
  }

  contributors(): Contributors {
    return {
      records: this.#records,
      systems: this.systems,
      largestSystem: this.#largestSystem,
      organisations: [...this.#organisations.keys()].filter((organisation) => organisation > 0).length,
      largestOrganisation: Math.max(0, ...this.#organisations.values()),
    };
  }
}
