import type { Marks } from "./marks";
import type { Calls } from "./plan";
import { coverageOf, discoveriesOf, levelOf, powerOf, type Coverage, type Discoveries, type Level, type Power } from "./tally";

/** What a run found; kept as JSON beside the report. */
export interface Results {
  readonly seed: number;
  /** Of networks whose calls are apart. */
  readonly power: readonly Power[];
  readonly sets: Readonly<Record<Calls, SetResults>>;
}

/** What one set of networks found. */
export interface SetResults {
  readonly networks: number;
  readonly coverage: readonly Coverage[];
  readonly discoveries: readonly Discoveries[];
  readonly levels: readonly Level[];
  readonly power: readonly Power[];
}

const grouped = <Item>(items: readonly Item[], key: (item: Item) => string): [string, Item[]][] => [...Map.groupBy(items, key)];

export const resultsOf = (seed: number, sets: Results["sets"]): Results => ({ seed, power: sets.apart.power, sets });

export function setResultsOf({ marked, found, tested, sought }: Marks, networks: number): SetResults {
  return {
    networks,
    coverage: grouped(marked, ({ estimate }) => estimate).map(([estimate, own]) => coverageOf(estimate, own)),
    discoveries: grouped(found, ({ family }) => family).map(([family, own]) => discoveriesOf(family, own)),
    levels: grouped(tested, ({ test }) => test).map(([test, own]) => levelOf(test, own)),
    power: grouped(sought, ({ effect, size }) => `${effect} | ${size}`).flatMap(([, own]) => (own[0] ? [powerOf(own[0].effect, own[0].size, own)] : [])).toSorted((a, b) => (a.effect === b.effect ? (a.size < b.size ? -1 : 1) : 0)),
  };
}
