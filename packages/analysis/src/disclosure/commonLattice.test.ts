import fc from "fast-check";
import { expect, test } from "vitest";
import { CommonLattice } from "./commonLattice";
import { Lattice, type LatticeRecord, type LatticeShape } from "./lattice";

const shape: LatticeShape = { hubs: new Set([0]), own: null, widerOf: () => [], partitions: new Set(["PLACE"]), ofRecords: new Set() };

/** Records of as many systems, by organisations in turn. */
const records = (place: string, systems: number, organisations: number, from: number): LatticeRecord[] =>
  Array.from({ length: systems }, (_, index) => ({ system: from + index, organisations: [1 + (index % organisations)], conditions: [`PLACE=${place}`] }));

test("a cell of three organisations is shown to who has none, and not where one of them could take its own away", () => {
  const held = [...records("A", 30, 3, 0), ...records("B", 40, 4, 100)];
  const [outsider, common] = [new Lattice(held, shape), new CommonLattice(held, shape)];
  expect([outsider.mayShow(["PLACE=A"]), common.mayShow(["PLACE=A"])]).toEqual([true, false]);
  expect(new CommonLattice(records("B", 40, 4, 0), shape).mayShow([])).toBe(true);
});

test("it shows exactly what every single viewer would be shown", () => {
  const some = fc.array(fc.record({ system: fc.nat(30), organisations: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 2 }), conditions: fc.constantFrom(["PLACE=A"], ["PLACE=B"]) }), { maxLength: 120 });
  fc.assert(
    fc.property(some, (held) => {
      const viewers = [null, 0, 1, 2, 3, 4, 5].map((own) => new Lattice(held, { ...shape, own }));
      const common = new CommonLattice(held, shape);
      for (const cell of [[], ["PLACE=A"], ["PLACE=B"]]) {
        // An organisation that is in no record takes nothing away.
        expect(common.mayShow(cell)).toBe(viewers.every((viewer) => viewer.mayShow(cell)));
        expect(common.leavesNoThinRest([], cell)).toBe(viewers.every((viewer) => viewer.leavesNoThinRest([], cell)));
      }
    }),
    { numRuns: 60 },
  );
});
