import fc from "fast-check";
import { expect, test } from "vitest";
import { contributorsOf, holdingOf } from "./holding";
import { HoldingBySystem } from "./holdingBySystem";

const record = fc.record({ system: fc.nat(9), organisations: fc.uniqueArray(fc.nat(5), { maxLength: 4 }) });

test("what is left without some systems is what counting the other systems' records gives", () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 60 }), fc.uniqueArray(fc.nat(12)), fc.uniqueArray(fc.nat(5), { maxLength: 2 }), (records, taken, hubs) => {
      const without = new Set(taken);
      const apart = new Set(hubs);
      const counted = contributorsOf(holdingOf(records.filter(({ system }) => !without.has(system))), apart);
      expect(new HoldingBySystem(records).without(new Map(taken.map((system) => [system, 1])), apart)).toEqual(counted);
    }),
  );
});

test("asking twice gives the same, since nothing is taken off for good", () => {
  const held = new HoldingBySystem([{ system: 1, organisations: [1, 2] }, { system: 1, organisations: [2] }, { system: 2, organisations: [3] }]);
  const first = held.without(new Map([[1, 2]]), new Set());
  expect(first).toEqual({ records: 1, systems: 1, largestSystem: 1, organisations: 1, largestOrganisation: 1 });
  expect(held.without(new Map([[1, 2]]), new Set())).toEqual(first);
});
