import type { Marks } from "./marks";
import { coverageOf, discoveriesOf, levelOf, powerOf, type Coverage, type Discoveries, type Level, type Power } from "./tally";

/** What a run found; kept as JSON beside the report. */
export interface Results {
  readonly networks: number;
  readonly seed: number;
  readonly coverage: readonly Coverage[];
  readonly discoveries: readonly Discoveries[];
  readonly levels: readonly Level[];
  readonly power: readonly Power[];
}

const grouped = <Item>(items: readonly Item[], key: (item: Item) => string): [string, Item[]][] => [...Map.groupBy(items, key)];

export function resultsOf({ marked, found, tested, sought }: Marks, { networks, seed }: Pick<Results, "networks" | "seed">): Results {
  return {
    networks,
    seed,
    coverage: grouped(marked, ({ estimate }) => estimate).map(([estimate, own]) => coverageOf(estimate, own)),
    discoveries: grouped(found, ({ family }) => family).map(([family, own]) => discoveriesOf(family, own)),
    levels: grouped(tested, ({ test }) => test).map(([test, own]) => levelOf(test, own)),
    power: grouped(sought, ({ effect, size }) => `${effect} | ${size}`).flatMap(([, own]) => (own[0] ? [powerOf(own[0].effect, own[0].size, own)] : [])).toSorted((a, b) => (a.effect === b.effect ? (a.size < b.size ? -1 : 1) : 0)),
  };
}
