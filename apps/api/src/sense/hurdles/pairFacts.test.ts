import fc from "fast-check";
import { expect, test } from "vitest";
import { factsOfPairs, type TaggedRequest } from "./pairFacts";

const request = fc.record({
  system: fc.nat(4),
  recordKey: fc.nat(2 ** 31 - 1).map((key) => 2 * key),
  topics: fc.uniqueArray(fc.constantFrom("A", "B", "C", "D"), { minLength: 1 }),
  organisations: fc.uniqueArray(fc.constantFrom(-1, 2, 3, 4)),
  byOthers: fc.boolean(),
});
const requests = fc.array(request, { maxLength: 30 }).map((drawn): TaggedRequest[] =>
  drawn.map((one) => ({ ...one, systemKey: 0x9e3779b1 + one.system })).toSorted((a, b) => a.system - b.system),
);

test("a pair's facts are those of the requests for either topic, of the systems that asked for both", () => {
  fc.assert(
    fc.property(requests, (all) => {
      const facts = factsOfPairs(all, 1, true);
      const asked = (system: number, topic: string) => all.some((one) => one.system === system && one.topics.includes(topic));
      const own = all.filter(({ system, topics }) => asked(system, "A") && asked(system, "C") && topics.some((topic) => topic === "A" || topic === "C"));
      const found = facts.get("A+C");
      expect(found?.all).toEqual(own.length === 0 ? undefined : counted(own));
      if (!found) return;
      expect(found.others).toEqual(counted(own.filter(({ byOthers }) => byOthers)));
      expect(found.recordKey).toBe(own.reduce((sum, { recordKey }) => (sum + recordKey) % 2 ** 32, 0));
      expect(found.systemKey).toBe([...new Set(own.map(({ systemKey }) => systemKey))].reduce((sum, key) => (sum + key) % 2 ** 32, 0));
    }),
  );
});

test("pairs that too few systems share are left out, and who has no organisation has no others", () => {
  const one = { recordKey: 1, systemKey: 2, organisations: [2], byOthers: true };
  const asked = [{ ...one, system: 1, topics: ["A", "B"] }, { ...one, system: 2, topics: ["B", "A"] }, { ...one, system: 3, topics: ["A", "C"] }];
  const facts = factsOfPairs(asked, 2, false);
  expect([...facts.keys()]).toEqual(["A+B"]);
  expect(facts.get("A+B")?.others).toBeNull();
});

/** By its meaning, one number at a time. */
function counted(own: readonly TaggedRequest[]) {
  const largest = (counts: readonly number[]) => Math.max(0, ...counts);
  const systems = [...new Set(own.map(({ system }) => system))];
  const organisations = [...new Set(own.flatMap((one) => one.organisations))];
  return {
    records: own.length,
    systems: systems.length,
    largestSystem: largest(systems.map((system) => own.filter((one) => one.system === system).length)),
    organisations: organisations.filter((organisation) => organisation > 0).length,
    largestOrganisation: largest(organisations.map((organisation) => own.filter((one) => one.organisations.includes(organisation)).length)),
  };
}
