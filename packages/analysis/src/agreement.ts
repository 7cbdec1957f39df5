/**
 * How far two sets are apart, from 0 (the same) to 1 (nothing in common): one less the Jaccard index times how the sets lie to
 * each other, which is 1 for equal ones, 2/3 where one holds the other, 1/3 where they overlap, 0 where they do not.
 * Two empty sets are the same.
 *
 * @see Passonneau (2006), Measuring Agreement on Set-valued Items (MASI) for Semantic and Pragmatic Annotation, LREC 2006.
 */
export function masiDistance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((item) => b.has(item)).length;
  const all = a.size + b.size - shared;
  if (all === shared) return 0;
  const lie = shared === 0 ? 0 : shared === Math.min(a.size, b.size) ? 2 / 3 : 1 / 3;
  return 1 - (shared / all) * lie;
}

/** A pair of items that readers of the same unit gave in each other's place. */
export interface Confused {
  readonly items: readonly [string, string];
  /** Units in which one reader gave the one and not the other, and another reader the other way round. */
  readonly units: number;
  /** Which those are, by their places among all units. */
  readonly at: readonly number[];
  /** Units in which anybody gave either of them. */
  readonly of: number;
}

/**
 * Items given in each other's place, by how many units that happened in; pairs that it never happened to are left out.
 *
 * @param units for each unit, what each reader gave. Units with one reader are passed over.
 */
export function confusedPairs(units: readonly (readonly ReadonlySet<string>[])[]): Confused[] {
  const read = units.filter(({ length }) => length >= 2);
  const pairs = new Map<string, { readonly items: readonly [string, string]; readonly at: number[] }>();
  for (const [place, readings] of units.entries()) {
    const seen = new Set<string>();
    for (const one of readings) {
      for (const other of readings) {
        for (const a of one) {
          for (const b of other) if (!one.has(b) && !other.has(a) && a < b) seen.add(`${a} ${b}`);
        }
        for (const a of other) {
          for (const b of one) if (!one.has(a) && !other.has(b) && a < b) seen.add(`${a} ${b}`);
        }
      }
    }
    for (const key of seen) {
      const [a = "", b = ""] = key.split(" ");
      const pair = pairs.get(key) ?? { items: [a, b] as const, at: [] };
      pair.at.push(place);
      pairs.set(key, pair);
    }
  }
  const either = ([a, b]: readonly [string, string]) => read.filter((readings) => readings.some((given) => given.has(a) || given.has(b))).length;
  return [...pairs.values()].map((pair) => ({ ...pair, units: pair.at.length, of: either(pair.items) })).sort((a, b) => b.units - a.units || (a.items.join() < b.items.join() ? -1 : 1));
}
