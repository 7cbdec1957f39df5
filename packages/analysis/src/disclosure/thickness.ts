/** Who stands behind a cell, without their names. */
export interface Contributors {
  /** Requests, sessions, relationships or coaches in the cell. */
  readonly records: number;
  /** Distinct systems that they belong to. */
  readonly systems: number;
  /** Records of the system that has most. */
  readonly largestSystem: number;
  /** Distinct organisations that worked on them, the hub apart. */
  readonly organisations: number;
  /** Records on which the organisation with most of them worked, the hub included. */
  readonly largestOrganisation: number;
}

export const NOBODY: Contributors = { records: 0, systems: 0, largestSystem: 0, organisations: 0, largestOrganisation: 0 };

/** A cell rests on at least so many systems and organisations, and no one of them has so large a part of it. */
export const THRESHOLDS = { systems: 10, organisations: 3, dominance: 0.7 } as const;

/**
 * Whether a cell rests on so many that none of them shows in it.
 *
 * @see Hundepool et al. (2012), Statistical Disclosure Control, Wiley, chapter 4, for thresholds and dominance rules.
 */
export function isThick({ records, systems, largestSystem, organisations, largestOrganisation }: Contributors): boolean {
  return (
    systems >= THRESHOLDS.systems &&
    organisations >= THRESHOLDS.organisations &&
    largestSystem < THRESHOLDS.dominance * records &&
    largestOrganisation < THRESHOLDS.dominance * records
  );
}

/**
 * Contributors of several cells that share no record, as far as the cells alone say: no more systems and organisations
 * than are certain, no less of the largest than is possible. What is thick by this is thick.
 *
 * @param systemsDiffer whether no system can be in two of the cells.
 */
export function together(cells: readonly Contributors[], systemsDiffer: boolean): Contributors {
  const sum = (of: (cell: Contributors) => number) => cells.reduce((total, cell) => total + of(cell), 0);
  const most = (of: (cell: Contributors) => number) => cells.reduce((largest, cell) => Math.max(largest, of(cell)), 0);
  const systems = (cell: Contributors) => cell.systems;
  const largest = (cell: Contributors) => cell.largestSystem;
  return {
    records: sum(({ records }) => records),
    systems: systemsDiffer ? sum(systems) : most(systems),
    largestSystem: systemsDiffer ? most(largest) : sum(largest),
    organisations: most(({ organisations }) => organisations),
    largestOrganisation: sum(({ largestOrganisation }) => largestOrganisation),
  };
}
