import fc from "fast-check";
import { expect, test } from "vitest";
import { curveball } from "./curveball";
import { seededRandom } from "./seededRandom";

const lists = fc.array(fc.uniqueArray(fc.nat(12)), { maxLength: 12 });

test("every list keeps its length and has nothing twice, every thing stays in as many lists, and what was given is left as it was", () => {
  fc.assert(
    fc.property(lists, fc.nat(1000), (given, seed) => {
      const before = given.map((list) => [...list]);
      const dealt = curveball(given, seededRandom(seed).uniform);
      expect(given).toEqual(before);
      expect(dealt.map(({ length }) => length)).toEqual(given.map(({ length }) => length));
      expect(dealt.every((list) => new Set(list).size === list.length)).toBe(true);
      expect(dealt.flat().toSorted((a, b) => a - b)).toEqual(given.flat().toSorted((a, b) => a - b));
    }),
  );
});

test("trades are those of searching the lists themselves, draw by draw", () => {
  fc.assert(
    fc.property(lists, fc.nat(1000), (given, seed) => {
      expect(curveball(given, seededRandom(seed).uniform)).toEqual(bySearching(given, seededRandom(seed).uniform));
    }),
  );
});

/** As the paper tells it, without a thought for time. */
function bySearching(given: readonly (readonly number[])[], chance: () => number): number[][] {
  const dealt = given.map((list) => [...list]);
  const trading = dealt.flatMap((list, index) => (list.length > 0 ? [index] : []));
  if (trading.length < 2) return dealt;
  const pick = (below: number) => Math.min(below - 1, Math.floor(chance() * below));
  for (let trade = 0; trade < 5 * trading.length; trade += 1) {
    const place = pick(trading.length);
    const [one, other] = [trading[place] ?? 0, trading[(place + 1 + pick(trading.length - 1)) % trading.length] ?? 0];
    const [first, second] = [dealt[one] ?? [], dealt[other] ?? []];
    const common = first.filter((thing) => second.includes(thing));
    const loose = [...first, ...second].filter((thing) => !common.includes(thing));
    for (let last = loose.length - 1; last > 0; last -= 1) {
      const at = pick(last + 1);
      [loose[last], loose[at]] = [loose[at] ?? 0, loose[last] ?? 0];
    }
    dealt[one] = [...common, ...loose.slice(0, first.length - common.length)];
    dealt[other] = [...common, ...loose.slice(first.length - common.length)];
  }
  return dealt;
}
