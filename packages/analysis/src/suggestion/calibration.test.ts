import fc from "fast-check";
import { expect, test } from "vitest";
import { calibrated, calibrationOf } from "./calibration";

test("scores that come true as often as they say stay about what they are", () => {
  const outcomes = Array.from({ length: 3000 }, (_, at) => ({ score: at / 3000, hit: (at * 7919) % 3000 < at }));
  const steps = calibrationOf(outcomes);
  for (const score of [0.2, 0.5, 0.8]) expect(Math.abs(calibrated(steps, score) - score)).toBeLessThan(0.08);
});

test("groups that come true less often than those below them are pooled", () => {
  const group = (score: number, hits: number) => Array.from({ length: 30 }, (_, at) => ({ score: score + at / 1000, hit: at < hits }));
  const steps = calibrationOf([...group(0.1, 6), ...group(0.4, 20), ...group(0.7, 10)]);
  expect(steps.map(({ share }) => share)).toEqual([7 / 32, 31 / 62]);
});

test("a higher score never means less confidence, and nothing is certain", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ score: fc.double({ min: 0, max: 1, noNaN: true }), hit: fc.boolean() }), { minLength: 1, maxLength: 200 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (outcomes, a, b) => {
      const steps = calibrationOf(outcomes);
      const [low, high] = [calibrated(steps, Math.min(a, b)), calibrated(steps, Math.max(a, b))];
      expect(low).toBeLessThanOrEqual(high + 1e-12);
      expect(low).toBeGreaterThan(0);
      expect(high).toBeLessThan(1);
    }),
  );
});
