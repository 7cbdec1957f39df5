import { describe, expect, test } from "vitest";
import { callCurve, LEVEL, RATING } from "./callCurve";
import type { CoachHistory, LoadedSession, NumberedCall } from "./depth.queries";
import { loadWatch } from "./loadWatch";

/** Deterministic noise in -0.5 to 0.5. */
const noise = (seed: number) => ((Math.sin(seed * 12.9898) * 43758.5453) % 1) / 2;

describe("a curve from call to call", () => {
  test("does not rise because those who rate high stay", () => {
    const relationships = Array.from({ length: 60 }, (_, order) => {
      const stays = 2 + (order % 5);
      return Array.from({ length: stays }, (_call, at): NumberedCall => [at + 1, null, 3 + stays / 4 + noise(order * 10 + at), null]);
    });
    const { points, slope } = callCurve(relationships, RATING);
    const [first, last] = [points[0], points.at(-1)];
    expect((last?.raw.value ?? 0) - (first?.raw.value ?? 0)).toBeGreaterThan(0.4);
    expect((slope.low ?? 1) < 0 && 0 < (slope.high ?? -1)).toBe(true);
    expect((last?.change.low ?? 1) < 0 && 0 < (last?.change.high ?? -1)).toBe(true);
  });

  test("is refused where nine relationships tell anything, and where nothing varies", () => {
    const two = (level: number): NumberedCall[] => [[1, level, null, null], [2, level + 1, null, null]];
    expect(callCurve(Array.from({ length: 9 }, () => two(1)), LEVEL).refusal?.why).toMatch(/9 relationships/);
    expect(callCurve(Array.from({ length: 30 }, (): NumberedCall[] => [[1, 2, null, null], [2, 2, null, null]]), LEVEL).refusal?.reason).toBe("TOO_FEW");
    expect(callCurve([], LEVEL)).toMatchObject({ points: [], relationships: 0, refusal: { reason: "TOO_FEW" } });
  });

  test("withholds calls that few came to", () => {
    const relationships = Array.from({ length: 20 }, (_, order) => Array.from({ length: order < 5 ? 4 : 3 }, (_call, at): NumberedCall => [at + 1, 1 + at + noise(order * 7 + at), null, null]));
    expect(callCurve(relationships, LEVEL).points.map(({ change }) => change.withheld)).toEqual([null, null, null, "TOO_FEW"]);
  });
});

describe("outcomes against load", () => {
  /** Coaches who take on a relationship a week, and hold one session in each. */
  const coaches = (effect: number): CoachHistory[] =>
    Array.from({ length: 12 }, (_, order) => {
      const relationships = Array.from({ length: 9 }, (_, at) => [7 * ((at * 5 + order) % 9) + at / 10, at % 2 === 0 ? null : 7 * ((at * 5 + order) % 9) + 30] as const);
      const led = relationships.map(([from], at): LoadedSession => {
        const load = relationships.filter(([begun, until]) => begun <= from && (until === null || until > from)).length;
        return [from, 1 + ((at + order) % 4), 4 + effect * load + noise(order * 31 + at * 7), null];
      });
      return { hoursPerMonth: null, led, relationships, held: [] };
    });

  test("a planted fall is found, and none is where there is none", () => {
    const rating = (effect: number) => loadWatch(coaches(effect), 100).series[0]?.effects.find(({ outcome }) => outcome === "RATING");
    const [planted, none] = [rating(-0.3), rating(0)];
    expect((planted?.slope.low ?? 1) <= -0.3 && -0.3 <= (planted?.slope.high ?? -1)).toBe(true);
    expect(planted?.qValue).toBeLessThan(0.05);
    expect(none?.qValue).toBeGreaterThan(0.05);
  });

  test("hours that nobody wrote down are refused, and so is everything without coaches", () => {
    const hours = loadWatch(coaches(0), 100).series[1];
    expect([hours?.largest.withheld, ...(hours?.effects.map(({ refusal }) => refusal?.reason) ?? [])]).toEqual(["NO_DATA", "TOO_FEW", "TOO_FEW", "TOO_FEW"]);
    expect(loadWatch([], 100)).toMatchObject({ coaches: 0, sessions: 0 });
  });

  test("sessions whose rating may still come say nothing of response", () => {
    const responses = (asOf: number) => loadWatch(coaches(0), asOf).series[0]?.effects.find(({ outcome }) => outcome === "RESPONSE");
    const total = (asOf: number) => responses(asOf)?.bins.reduce((sum, { raw }) => sum + (raw.n ?? 0), 0);
    expect(total(100)).toBe(108);
    expect(total(64)).toBeLessThan(108);
  });
});
