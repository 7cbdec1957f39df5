import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Lattice, type LatticeRecord, type LatticeShape } from "./lattice";
import { isThick } from "./thickness";

const shape = (more: Partial<LatticeShape> = {}): LatticeShape => ({
  hubs: new Set([0]),
  own: null,
  widerOf: (condition) => (condition.startsWith("MONTH=") ? [`YEAR=${condition.slice(6, 10)}`] : []),
  partitions: new Set(["PLACE", "KIND", "MONTH", "YEAR"]),
  ofRecords: new Set(),
  ...more,
});

/** Records of systems of their own, each worked on by one of four organisations in turn. */
const records = (count: number, from: number, ...conditions: string[]): LatticeRecord[] =>
  Array.from({ length: count }, (_, index) => ({ system: from + index, organisations: [1 + (index % 4)], conditions }));

const lattice = (all: readonly LatticeRecord[], more: Partial<LatticeShape> = {}) => new Lattice(all, shape(more));

describe("a cell may be shown", () => {
  test("when it is thick, and what is around it is thick or nothing", () => {
    const two = lattice([...records(20, 0, "PLACE=A"), ...records(15, 100, "PLACE=B")]);
    expect([two.mayShow([]), two.mayShow(["PLACE=A"]), two.mayShow(["PLACE=B"]), two.mayShow(["PLACE=C"])]).toEqual([true, true, true, false]);
  });

  test("not where the rest of the whole is thin", () => {
    const one = lattice([...records(20, 0, "PLACE=A"), ...records(3, 100, "PLACE=B")]);
    expect([one.mayShow([]), one.mayShow(["PLACE=A"])]).toEqual([true, false]);
  });

  test("not where few systems are in the whole alone, however many records are", () => {
    const again = records(20, 0, "PLACE=B", "KIND=X");
    const all = lattice([...records(20, 0, "PLACE=A", "KIND=X"), ...again, ...records(2, 100, "PLACE=B", "KIND=X")], { partitions: new Set() });
    expect(all.mayShow(["PLACE=A"])).toBe(false);
  });

  test("but where only records are counted, systems do not stand in the way", () => {
    const rated = records(20, 0, "RATED=true");
    const all = [...rated, ...records(20, 0), ...records(2, 100)];
    expect(lattice(all).mayShow(["RATED=true"])).toBe(false);
    expect(lattice(all, { ofRecords: new Set(["RATED"]) }).mayShow(["RATED=true"])).toBe(true);
  });

  test("not where a wider condition holds a thin rest", () => {
    const months = lattice([...records(20, 0, "MONTH=2020-05", "YEAR=2020"), ...records(4, 100, "MONTH=2020-06", "YEAR=2020"), ...records(20, 200, "MONTH=2021-01", "YEAR=2021")]);
    expect([months.mayShow(["YEAR=2020"]), months.mayShow(["MONTH=2020-05"])]).toEqual([true, false]);
  });

  test("whatever order its conditions are in, and with those that follow from others", () => {
    const all = [...records(20, 0, "MONTH=2020-05", "YEAR=2020", "PLACE=A"), ...records(20, 100, "MONTH=2020-06", "YEAR=2020", "PLACE=A"), ...records(20, 200, "MONTH=2020-05", "YEAR=2020", "PLACE=B"), ...records(20, 300, "MONTH=2020-06", "YEAR=2020", "PLACE=B")];
    const asked = [["PLACE=A", "MONTH=2020-05"], ["MONTH=2020-05", "PLACE=A"], ["YEAR=2020", "MONTH=2020-05", "PLACE=A"]];
    expect(asked.map((conditions) => lattice(all).mayShow(conditions))).toEqual([true, true, true]);
  });

  test("not where the withheld parts of a line are thin together, so the smallest goes with them", () => {
    const line = lattice([...records(40, 0, "PLACE=A"), ...records(12, 100, "PLACE=B"), ...records(30, 200, "PLACE=C"), ...records(4, 300, "PLACE=D"), ...records(2, 400, "PLACE=E")]);
    expect(["A", "B", "C", "D", "E"].map((place) => line.mayShow([`PLACE=${place}`]))).toEqual([true, false, true, false, false]);
  });
});

describe("an organisation's own records", () => {
  const all = [...records(12, 0, "PLACE=A"), ...records(24, 100, "PLACE=B")];

  test("never help it", () => {
    expect(lattice(all).mayShow(["PLACE=A"])).toBe(true);
    expect(lattice(all, { own: 1 }).mayShow(["PLACE=A"])).toBe(false);
  });

  test("do not stand in the way of others' that are enough", () => expect(lattice(all, { own: 1 }).mayShow(["PLACE=B"])).toBe(false));

  test("the hub is no cover", () => {
    const hubbed = all.map((record) => ({ ...record, organisations: record.organisations.map((organisation) => (organisation > 2 ? 0 : organisation)) }));
    expect(lattice(hubbed).mayShow(["PLACE=A"])).toBe(false);
  });
});

const random = fc.array(
  fc.record({ system: fc.nat(30), organisation: fc.integer({ min: 1, max: 5 }), place: fc.constantFrom("A", "B", "C"), kind: fc.constantFrom("X", "Y") }).map(
    ({ system, organisation, place, kind }): LatticeRecord => ({ system, organisations: [organisation], conditions: [`PLACE=${place}`, `KIND=${kind}`] }),
  ),
  { minLength: 40, maxLength: 200 },
);

test("no two cells that may be shown, one within the other, differ by a thin rest", () => {
  fc.assert(
    fc.property(random, (all) => {
      const cells = [[], ...["A", "B", "C"].flatMap((place) => [[`PLACE=${place}`], ...["X", "Y"].map((kind) => [`PLACE=${place}`, `KIND=${kind}`])]), ["KIND=X"], ["KIND=Y"]];
      const shown = cells.filter((cell) => lattice(all).mayShow(cell));
      const holds = (record: LatticeRecord, cell: readonly string[]) => cell.every((condition) => record.conditions.includes(condition));
      for (const wider of shown) {
        for (const narrower of shown.filter((cell) => wider.every((condition) => cell.includes(condition)))) {
          const rest = all.filter((record) => holds(record, wider) && !holds(record, narrower));
          const tally = (keys: readonly number[]) => [...Map.groupBy(keys, (key) => key).values()].map(({ length }) => length);
          const [systems, organisations] = [tally(rest.map(({ system }) => system)), tally(rest.flatMap((record) => [...record.organisations]))];
          const contributors = { records: rest.length, systems: systems.length, largestSystem: Math.max(0, ...systems), organisations: organisations.length, largestOrganisation: Math.max(0, ...organisations) };
          expect(rest.length === 0 || isThick(contributors)).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
});
