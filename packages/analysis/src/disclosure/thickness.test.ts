import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isThick, NOBODY, together, type Contributors } from "./thickness";

const THICK: Contributors = { records: 20, systems: 10, largestSystem: 5, organisations: 3, largestOrganisation: 10 };

describe("a cell is thick", () => {
  test("with ten systems and three organisations of moderate size", () => expect(isThick(THICK)).toBe(true));

  test.each<[string, Partial<Contributors>]>([
    ["with nine systems", { systems: 9 }],
    ["with two organisations beside the hub", { organisations: 2 }],
    ["where one system has 70% of the records", { largestSystem: 14 }],
    ["where one organisation has 70% of the records", { largestOrganisation: 14 }],
  ])("not %s", (_why, change) => expect(isThick({ ...THICK, ...change })).toBe(false));

  test("where the largest has just under 70%", () => {
    expect(isThick({ ...THICK, largestOrganisation: 13 })).toBe(true);
  });

  test("never when it is empty", () => expect(isThick(NOBODY)).toBe(false));
});

interface Row {
  readonly cell: number;
  readonly system: number;
  readonly organisations: readonly number[];
}

function contributorsOf(rows: readonly Row[]): Contributors {
  const tally = (keys: readonly number[]) => Math.max(0, ...[...Map.groupBy(keys, (key) => key).values()].map(({ length }) => length));
  const organisations = rows.flatMap((row) => row.organisations);
  return {
    records: rows.length,
    systems: new Set(rows.map(({ system }) => system)).size,
    largestSystem: tally(rows.map(({ system }) => system)),
    organisations: new Set(organisations).size,
    largestOrganisation: tally(organisations),
  };
}

describe("cells together", () => {
  const row = fc.record({ cell: fc.nat(4), system: fc.nat(12), organisations: fc.uniqueArray(fc.nat(5), { maxLength: 3 }) });

  /** What is said of five cells together, and what is true of them. */
  function saidAndTrue(rows: readonly Row[], systemsDiffer: boolean): [said: Contributors, truth: Contributors] {
    const cells = [0, 1, 2, 3, 4].map((cell) => contributorsOf(rows.filter((each) => each.cell === cell)));
    return [together(cells, systemsDiffer), contributorsOf(rows)];
  }

  test("are never taken for thicker than they are", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const [said, truth] = saidAndTrue(rows, false);
        expect(said.records).toBe(truth.records);
        expect(said.systems).toBeLessThanOrEqual(truth.systems);
        expect(said.organisations).toBeLessThanOrEqual(truth.organisations);
        expect(said.largestSystem).toBeGreaterThanOrEqual(truth.largestSystem);
        expect(said.largestOrganisation).toBeGreaterThanOrEqual(truth.largestOrganisation);
      }),
    );
  });

  test("that share no system have exactly the systems that they have", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (given) => {
        const rows = given.map((each) => ({ ...each, system: each.system * 5 + each.cell }));
        const [said, truth] = saidAndTrue(rows, true);
        expect([said.systems, said.largestSystem]).toEqual([truth.systems, truth.largestSystem]);
      }),
    );
  });
});
