import { idOf, type Cell, type Measure } from "./cell";
import { POPULATIONS, type Fact, type Facts, type Population } from "./facts";

/** A cell resting on less than this tells too much of those in it. */
const LEAST_SYSTEMS = 10;
const LEAST_ORGANISATIONS = 3;
/** No organisation and no system may hold this share of a cell. */
const DOMINANT_SHARE = 0.7;

/** What a cell really holds. */
export class Truth {
  readonly facts: Facts;
  readonly #places: ReadonlyMap<Population, ReadonlyMap<string, Uint32Array>>;
  readonly #sets = new Map<string, Uint32Array>();

  constructor(facts: Facts) {
    this.facts = facts;
    this.#places = new Map(POPULATIONS.map((population) => [population, index(facts.of[population])]));
  }

  /** Places of the cell's facts in their population, ascending. */
  places(cell: Cell): Uint32Array {
    const id = idOf(cell);
    const before = this.#sets.get(id);
    if (before) return before;
    const lists = cell.conditions.map((condition) => this.#places.get(cell.population)?.get(condition) ?? NOTHING);
    const [shortest = everything(this.facts.of[cell.population].length), ...others] = lists.sort((a, b) => a.length - b.length);
    const found = others.reduce(intersection, shortest);
    this.#sets.set(id, found);
    return found;
  }

  factsAt(population: Population, places: Iterable<number>): Fact[] {
    const all = this.facts.of[population];
    return Array.from(places, (place) => all[place]).filter((fact) => fact !== undefined);
  }

  value(cell: Cell, measure: Measure): number {
    return sizeOf(this.factsAt(cell.population, this.places(cell)), measure);
  }

  /** Whether there is something in the cell, but not enough to show. */
  isThin(cell: Cell): boolean {
    return isThin(this.factsAt(cell.population, this.places(cell)), this.facts.hubs);
  }
}

const NOTHING = new Uint32Array();

const everything = (length: number): Uint32Array => Uint32Array.from({ length }, (_, place) => place);

function index(facts: readonly Fact[]): Map<string, Uint32Array> {
  const lists = new Map<string, number[]>();
  facts.forEach(({ holds }, place) => {
    for (const condition of holds) {
      const list = lists.get(condition);
      if (list) list.push(place);
      else lists.set(condition, [place]);
    }
  });
  return new Map([...lists].map(([condition, places]) => [condition, Uint32Array.from(places)]));
}

/** Of ascending lists, what is in both. */
const intersection = (a: Uint32Array, b: Uint32Array): Uint32Array => sieve(a, b, true);

/** Of ascending lists, what is in the first alone. */
export const difference = (a: Uint32Array, b: Uint32Array): Uint32Array => sieve(a, b, false);

function sieve(a: Uint32Array, b: Uint32Array, shared: boolean): Uint32Array {
  let place = 0;
  return a.filter((value) => {
    while (place < b.length && (b[place] ?? 0) < value) place += 1;
    return (place < b.length && b[place] === value) === shared;
  });
}

/** How much of a measure there is in some facts. */
export function sizeOf(facts: readonly Fact[], measure: Measure): number {
  if (measure === "records") return facts.length;
  if (measure === "organisations") return new Set(facts.flatMap(({ organisations }) => organisations)).size;
  const systems = new Map(facts.map(({ system }) => [system.key, system]));
  if (measure === "systems") return systems.size;
  if (measure === "states") return new Set(Array.from(systems.values(), ({ state }) => state)).size;
  return Array.from(systems.values(), ({ enrollment }) => enrollment ?? 0).reduce((sum, each) => sum + each, 0);
}

/** Something, but of under ten systems, under three organisations besides the hub, or nearly all of one of either. */
export function isThin(facts: readonly Fact[], hubs: ReadonlySet<string>): boolean {
  if (facts.length === 0) return false;
  const bySystem = tally(facts.map(({ system }) => system.key));
  const byOrganisation = tally(facts.flatMap(({ organisations }) => organisations));
  const others = [...byOrganisation.keys()].filter((id) => !hubs.has(id)).length;
  const largest = (counts: ReadonlyMap<string, number>): number => Math.max(0, ...counts.values()) / facts.length;
  return bySystem.size < LEAST_SYSTEMS || others < LEAST_ORGANISATIONS || largest(bySystem) >= DOMINANT_SHARE || largest(byOrganisation) >= DOMINANT_SHARE;
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
