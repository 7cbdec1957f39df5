import type { AskingSystem } from "./asked.queries";
import { NumberSets } from "./numberSets";

/** Who shares a topic, or a pair of topics. */
export interface Shared {
  /** Places of the topics in the list that was counted over, ascending: one or two. */
  readonly topics: readonly number[];
  readonly systems: number;
  readonly states: number;
  readonly organisations: number;
}

export interface SharedNeeds {
  /** Requesting systems, whatever they asked for. */
  readonly systems: number;
  /** Each topic, in the order of the list. */
  readonly singles: readonly Shared[];
  /** Every pair of them, also those that no system shares. */
  readonly pairs: readonly Shared[];
}

/**
 * How many systems, states and organisations share each topic and each pair of topics.
 * @param topics codes that are counted, in the framework's order.
 */
export function sharedNeeds(topics: readonly string[], systems: readonly AskingSystem[]): SharedNeeds {
  const tally = new Tally(topics.length, systems);
  const placeOf = new Map(topics.map((code, place) => [code, place]));
  for (const { state, asked } of systems) {
    const places = asked.flatMap(({ topic, organisations }) => {
      const place = placeOf.get(topic);
      return place === undefined ? [] : [{ place, organisations }];
    });
    tally.add(state, places);
  }
  const singles = topics.map((_, place) => tally.shared([place]));
  const pairs = topics.flatMap((_, first) => topics.slice(first + 1).map((__, after) => tally.shared([first, first + 1 + after])));
  return { systems: systems.length, singles, pairs };
}

interface Place {
  readonly place: number;
  readonly organisations: readonly number[];
}

/** Counts by pair of places; a topic is the pair of it with itself. */
class Tally {
  readonly #size: number;
  readonly #systems: Int32Array;
  readonly #states: NumberSets;
  readonly #organisations: NumberSets;
  readonly #stateNumbers = new Map<string, number>();

  constructor(size: number, systems: readonly AskingSystem[]) {
    this.#size = size;
    this.#systems = new Int32Array(size * size);
    for (const { state } of systems) if (!this.#stateNumbers.has(state)) this.#stateNumbers.set(state, this.#stateNumbers.size);
    this.#states = new NumberSets(size * size, this.#stateNumbers.size);
    let most = 0;
    for (const { asked } of systems) for (const { organisations } of asked) for (const number of organisations) most = Math.max(most, number);
    this.#organisations = new NumberSets(size * size, most + 1);
  }

  add(state: string, places: readonly Place[]): void {
    const stateNumber = this.#stateNumbers.get(state) ?? 0;
    for (const one of places) {
      for (const other of places) {
        if (one.place > other.place) continue;
        const at = this.#at(one.place, other.place);
        this.#systems[at] = (this.#systems[at] ?? 0) + 1;
        this.#states.add(at, stateNumber);
        for (const organisation of one.organisations) this.#organisations.add(at, organisation);
        for (const organisation of other.organisations) this.#organisations.add(at, organisation);
      }
    }
  }

  shared(topics: readonly [number] | readonly [number, number]): Shared {
    const at = this.#at(topics[0], topics[1] ?? topics[0]);
    return { topics, systems: this.#systems[at] ?? 0, states: this.#states.count(at), organisations: this.#organisations.count(at) };
  }

  #at(first: number, second: number): number {
    return first * this.#size + second;
  }
}
