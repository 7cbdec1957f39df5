import { isThick, type Contributors } from "./thickness";

/** A record, as far as it matters who has it. */
export interface HeldRecord {
  readonly system: number;
  /** Organisations that worked on it, each once. */
  readonly organisations: readonly number[];
}

/** Some records, and how many of them each system and organisation has. */
export interface Holding {
  readonly records: number;
  readonly systems: ReadonlyMap<number, number>;
  readonly organisations: ReadonlyMap<number, number>;
}

/** Counts them. */
export function holdingOf(records: readonly HeldRecord[]): Holding {
  const systems = new Map<number, number>();
  const organisations = new Map<number, number>();
  for (const record of records) {
    systems.set(record.system, (systems.get(record.system) ?? 0) + 1);
    for (const organisation of record.organisations) organisations.set(organisation, (organisations.get(organisation) ?? 0) + 1);
  }
  return { records: records.length, systems, organisations };
}

const largestOf = (counts: Iterable<number>): number => {
  let largest = 0;
  for (const count of counts) largest = Math.max(largest, count);
  return largest;
};

/** Who stands behind them. */
export const contributorsOf = ({ records, systems, organisations }: Holding, hubs: ReadonlySet<number>): Contributors => ({
  records,
  systems: systems.size,
  largestSystem: largestOf(systems.values()),
  organisations: [...organisations.keys()].filter((organisation) => !hubs.has(organisation)).length,
  largestOrganisation: largestOf(organisations.values()),
});

export const thickOrNothing = (holding: Holding, hubs: ReadonlySet<number>): boolean => holding.records === 0 || isThick(contributorsOf(holding, hubs));

/** Who stands behind what a wider cell has beyond a part of it. */
export function restOf(whole: Holding, part: Holding, hubs: ReadonlySet<number>): Contributors {
  const records = whole.records - part.records;
  // Where each system has one record there is nothing to add up.
  const systems = whole.systems.size === whole.records ? { keys: records, largest: Math.min(1, records) } : leftOf(whole.systems, part.systems, null);
  const organisations = leftOf(whole.organisations, part.organisations, hubs);
  return { records, systems: systems.keys, largestSystem: systems.largest, organisations: organisations.keys, largestOrganisation: organisations.largest };
}

/** How many have more in all than in some of it, and the most that one has; those apart count for the most alone. */
function leftOf(all: ReadonlyMap<number, number>, some: ReadonlyMap<number, number>, apart: ReadonlySet<number> | null): { keys: number; largest: number } {
  let [keys, largest] = [0, 0];
  for (const [key, count] of all) {
    const left = count - (some.get(key) ?? 0);
    if (left <= 0) continue;
    if (apart === null || !apart.has(key)) keys += 1;
    largest = Math.max(largest, left);
  }
  return { keys, largest };
}
