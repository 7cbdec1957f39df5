import type { HeldRecord } from "./holding";
import type { Contributors } from "./thickness";

/**
 * Records with their systems kept apart, so that those of some systems are taken off without counting the others again: what is
 * left of a large cell costs no more than what is taken off.
 */
export class HoldingBySystem {
  readonly #records: number;
  /** How many records each organisation worked on. */
  readonly #organisations: ReadonlyMap<number, number>;
  /** By system: its records, and the organisations of each of them, one after the other. */
  readonly #systems: ReadonlyMap<number, { records: number; readonly workedOn: number[] }>;
  readonly #largestFirst: readonly number[];

  constructor(records: readonly HeldRecord[]) {
    const systems = new Map<number, { records: number; readonly workedOn: number[] }>();
    const organisations = new Map<number, number>();
    for (const { system, organisations: workedOn } of records) {
      let own = systems.get(system);
      if (own === undefined) systems.set(system, (own = { records: 0, workedOn: [] }));
      own.records += 1;
      for (const organisation of workedOn) {
        own.workedOn.push(organisation);
        organisations.set(organisation, (organisations.get(organisation) ?? 0) + 1);
      }
    }
    this.#records = records.length;
    this.#organisations = organisations;
    this.#systems = systems;
    this.#largestFirst = [...systems].sort(([, one], [, other]) => other.records - one.records).map(([system]) => system);
  }

  /**
   * Who stands behind the records of all other systems.
   * @param taken by system; those that have no record here take nothing off.
   * @param hubs organisations that are not counted; the records that they worked on are.
   */
  without(taken: ReadonlyMap<number, unknown>, hubs: ReadonlySet<number>): Contributors {
    let [records, systems] = [this.#records, this.#systems.size];
    const left = new Map(this.#organisations);
    for (const system of taken.keys()) {
      const own = this.#systems.get(system);
      if (own === undefined) continue;
      records -= own.records;
      systems -= 1;
      for (const organisation of own.workedOn) left.set(organisation, (left.get(organisation) ?? 0) - 1);
    }
    const largest = this.#largestFirst.find((system) => !taken.has(system));
    let [organisations, largestOrganisation] = [0, 0];
    for (const [organisation, count] of left) {
      if (count > 0 && !hubs.has(organisation)) organisations += 1;
      largestOrganisation = Math.max(largestOrganisation, count);
    }
    return { records, systems, largestSystem: largest === undefined ? 0 : (this.#systems.get(largest)?.records ?? 0), organisations, largestOrganisation };
  }
}
