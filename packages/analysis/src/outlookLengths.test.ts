import fc from "fast-check";
import { expect, test } from "vitest";
import { bootstrapCurve, LengthCurve, orderedSpells } from "./outlookLengths";
import { seededRandom } from "./seededRandom";
import { kaplanMeier } from "./survival";
import { remission } from "./testing/remission";

const curveOf = (spells: typeof remission) => new LengthCurve(orderedSpells(spells), () => 1);

test("equal weights give the Kaplan–Meier curve, and it goes on as the exponential that meets its end", () => {
  const curve = curveOf(remission);
  for (const { time, survival } of kaplanMeier(remission).points) expect(curve.survivalAt(time)).toBeCloseTo(survival, 12);
  const end = curve.survivalAt(35);
  expect(end).toBeCloseTo(0.448, 3);
  expect(curve.survivalAt(70)).toBeCloseTo(end * end, 12);
});

test("draws have the curve's mean", () => {
  const curve = curveOf(remission);
  let sum = 0;
  for (let index = 0; index < 20_000; index += 1) sum += curve.quantile((index + 0.5) / 20_000);
  expect(sum / 20_000 / curve.mean).toBeCloseTo(1, 2);
});

test("what is left of an exponential length does not depend on how long it has lasted", () => {
  const random = seededRandom(3);
  const curve = curveOf(Array.from({ length: 1500 }, () => ({ time: random.exponential(), event: true })));
  const left = (elapsed: number) => Array.from({ length: 4000 }, (_, index) => curve.remaining(elapsed, (index + 0.5) / 4000)).reduce((sum, each) => sum + each, 0) / 4000;
  expect(Math.abs(left(0) - left(1))).toBeLessThan(0.12);
});

const spells = fc
  .array(fc.record({ time: fc.integer({ min: 0, max: 50 }), event: fc.boolean() }), { minLength: 1, maxLength: 30 })
  .filter((all) => all.some(({ event }) => event));

test("a draw is never negative or endless, whichever spells it is made from", () => {
  fc.assert(
    fc.property(spells, fc.integer({ min: 1 }), fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), fc.integer({ min: 0, max: 80 }), (all, seed, u, elapsed) => {
      const curve = bootstrapCurve(orderedSpells(all), seededRandom(seed));
      for (const draw of [curve.quantile(u), curve.remaining(elapsed, u), curve.mean]) expect(draw >= 0 && draw < Infinity).toBe(true);
      expect(curve.quantile(u / 2)).toBeGreaterThanOrEqual(curve.quantile(u));
    }),
  );
});

test("thousands of spells are represented by some of them", () => {
  const many = Array.from({ length: 9000 }, (_, index) => ({ time: index, event: index % 2 === 0 }));
  expect(orderedSpells(many)).toHaveLength(2000);
  expect(() => orderedSpells([{ time: -1, event: true }])).toThrow(RangeError);
});
