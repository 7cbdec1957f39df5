import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cumulativeIncidence, type IncidencePoint } from "./cumulativeIncidence";
import { kaplanMeier } from "./survival";
import { remission } from "./testing/remission";

const spells = fc.array(
  fc.record({
    time: fc.integer({ min: 0, max: 20 }),
    cause: fc.constantFrom("goals_met", "no_response", "referred_out", null),
  }),
  { maxLength: 60 },
);

const incidenceAt = (curve: readonly IncidencePoint[], time: number) =>
  curve.findLast((point) => point.time <= time)?.incidence ?? 0;

const sorted = (curves: ReadonlyMap<string, unknown>) => [...curves].sort(([a], [b]) => a.localeCompare(b));

describe("cumulativeIncidence", () => {
  // By hand: S just before each time is 1, 4/5, 4/5 · 2/3 (one is censored at 2 and still counts at it).
  test("gives each cause its share of what was still going on", () => {
    const curves = cumulativeIncidence([
      { time: 1, cause: "goals_met" },
      { time: 2, cause: null },
      { time: 3, cause: "referred_out" },
      { time: 4, cause: "goals_met" },
      { time: 4, cause: "referred_out" },
    ]);
    const rounded = [...curves].map(([cause, points]) => [
      cause,
      points.map(({ time, atRisk, events, incidence }) => [time, atRisk, events, Number(incidence.toFixed(10))]),
    ]);
    expect(rounded).toEqual([
      ["goals_met", [[1, 5, 1, 0.2], [4, 2, 1, Number((1 / 5 + 4 / 15).toFixed(10))]]],
      ["referred_out", [[3, 3, 1, Number((4 / 15).toFixed(10))], [4, 2, 1, Number((8 / 15).toFixed(10))]]],
    ]);
  });

  test("with a single cause, is one minus the published Kaplan–Meier curve", () => {
    const curve = cumulativeIncidence(remission.map(({ time, event }) => ({ time, cause: event ? "relapse" : null })));
    const incidences = curve.get("relapse")?.map(({ time, incidence }) => [time, Number(incidence.toFixed(4))]);
    expect(incidences).toEqual([
      [6, 0.1429],
      [7, 0.1933],
      [10, 0.2471],
      [13, 0.3098],
      [16, 0.3725],
      [22, 0.4622],
      [23, 0.5518],
    ]);
  });

  test("all causes and the share still going on sum to 1 at every time", () => {
    fc.assert(
      fc.property(spells, (list) => {
        const curves = [...cumulativeIncidence(list).values()];
        const { points } = kaplanMeier(list.map(({ time, cause }) => ({ time, event: cause !== null })));
        for (const { time, survival } of points) {
          const ended = curves.reduce((sum, curve) => sum + incidenceAt(curve, time), 0);
          expect(ended + survival).toBeCloseTo(1, 12);
        }
      }),
    );
  });

  test("without censoring, is the share that each cause has ended", () => {
    fc.assert(
      fc.property(spells, (list) => {
        const ended = list.filter(({ cause }) => cause !== null);
        for (const [cause, points] of cumulativeIncidence(ended)) {
          for (const { time, incidence } of points) {
            const share = ended.filter((spell) => spell.cause === cause && spell.time <= time).length / ended.length;
            expect(incidence).toBeCloseTo(share, 12);
          }
        }
      }),
    );
  });

  test("never exceeds one minus the curve that censors the other causes", () => {
    fc.assert(
      fc.property(spells, (list) => {
        for (const [cause, points] of cumulativeIncidence(list)) {
          const alone = kaplanMeier(list.map((spell) => ({ time: spell.time, event: spell.cause === cause })));
          points.forEach(({ incidence }, i) => {
            expect(incidence).toBeLessThanOrEqual(1 - (alone.points[i]?.survival ?? NaN) + 1e-12);
          });
        }
      }),
    );
  });

  test("the order of the spells does not matter", () => {
    fc.assert(
      fc.property(spells, (list) => {
        expect(sorted(cumulativeIncidence(list.toReversed()))).toEqual(sorted(cumulativeIncidence(list)));
      }),
    );
  });

  test("of nothing has no curves", () => {
    expect(cumulativeIncidence([]).size).toBe(0);
    expect(cumulativeIncidence([{ time: 3, cause: null }]).size).toBe(0);
  });
});
