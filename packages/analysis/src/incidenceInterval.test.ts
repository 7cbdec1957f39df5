import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cumulativeIncidence, type CompetingSpell } from "./cumulativeIncidence";
import { Z_95 } from "./distributions";
import { incidenceAt, incidenceCurve } from "./incidenceInterval";
import { kaplanMeier } from "./survival";
import { randomSource } from "./testing/random";
import { remission } from "./testing/remission";
import { covers, shown } from "./testing/shown";

const spells = fc.array(fc.record({ time: fc.integer({ min: 0, max: 20 }), cause: fc.constantFrom(null, "closed", "referred") }), { maxLength: 40 });

/** The standard error that a log-minus-log interval was made of. */
const errorOf = ({ incidence, low }: { readonly incidence: number; readonly low: number | null }) =>
  ((Math.log(-Math.log(low ?? NaN)) - Math.log(-Math.log(incidence))) * incidence * -Math.log(incidence)) / Z_95;

describe("incidenceCurve", () => {
  // Standard errors worked out with statsmodels 0.15, `CumIncidenceRight`.
  test("agrees with an independent calculation of two causes with ties", () => {
    const causes = [1, 0, 2, 1, 1, 2, 0, 1, 0, 1, 2, 0].map((status) => ["", "closed", "referred"][status] || null);
    const all = [1, 2, 2, 3, 4, 5, 5, 6, 8, 9, 9, 10].map((time, i) => ({ time, cause: causes[i] ?? null }));
    const found = ["closed", "referred"].map((cause) => incidenceCurve(all, cause).steps.map((step) => [step.time, step.incidence.toFixed(6), errorOf(step).toFixed(6)]));
    expect(found).toEqual([
      [[1, "0.083333", "0.079786"], [3, "0.175926", "0.113329"], [4, "0.268519", "0.133048"], [6, "0.379630", "0.151789"], [9, "0.527778", "0.170024"]],
      [[2, "0.083333", "0.079786"], [5, "0.175926", "0.113329"], [9, "0.324074", "0.159716"]],
    ]);
  });

  test("with one cause alone, is the complement of the published survival curve, interval and all", () => {
    const one = incidenceCurve(remission.map(({ time, event }) => ({ time, cause: event ? "relapse" : null })), "relapse");
    // Greenwood's standard error of survival is that of the incidence.
    const errors = one.steps.map(errorOf);
    const greenwood = kaplanMeier(remission).points.map(({ survival, low }) => errorOf({ incidence: survival, low }));
    errors.forEach((error, i) => expect(error).toBeCloseTo(greenwood[i] ?? 0, 10));
    expect(one.steps.at(-1)?.incidence.toFixed(4)).toBe("0.5518");
  });

  test("without censoring, has the variance of a share", () => {
    const { uniform } = randomSource(8);
    const all = Array.from({ length: 60 }, (_, i) => ({ time: i + uniform(), cause: uniform() < 0.3 ? "referred" : "closed" }));
    for (const { time, incidence, low } of incidenceCurve(all, "referred").steps.slice(0, -1)) {
      expect([time, errorOf({ incidence, low })]).toEqual([time, expect.closeTo(Math.sqrt((incidence * (1 - incidence)) / 60), 10)]);
    }
  });

  test("goes through the points of the estimate without an interval, which lies around it", () => {
    fc.assert(
      fc.property(spells, (all: CompetingSpell[]) => {
        const { steps } = incidenceCurve(all, "referred");
        expect(steps.map(({ time, incidence }) => [time, incidence])).toEqual((cumulativeIncidence(all).get("referred") ?? []).map(({ time, incidence }) => [time, incidence]));
        for (const { incidence, low, high } of steps) expect((low ?? 0) <= incidence && incidence <= (high ?? 1)).toBe(true);
      }),
    );
  });
});

describe("incidenceAt", () => {
  test("is refused beyond what was followed, unless all had ended", () => {
    expect(incidenceAt(incidenceCurve([], "referred"), 1)).toEqual({ withheld: "NO_DATA", n: 0 });
    expect(incidenceAt(incidenceCurve([{ time: 2, cause: null }], "referred"), 3)).toEqual({ withheld: "NOT_REACHED", n: 1 });
    expect(shown(incidenceAt(incidenceCurve([{ time: 2, cause: "referred" }], "referred"), 3)).value).toBe(1);
  });

  test("none so far is not never: the interval says how many it may be", () => {
    const { value, low, high } = shown(incidenceAt(incidenceCurve(Array.from({ length: 10 }, () => ({ time: 5, cause: null })), "referred"), 4));
    expect([value, low, high?.toFixed(3)]).toEqual([0, 0, "0.278"]);
  });

  test("its interval covers the truth in about 95 of 100 samples", () => {
    const { uniform, exponential } = randomSource(21);
    const draw = (): CompetingSpell => {
      const [end, left] = [exponential(), 3 * uniform()];
      return end > left ? { time: left, cause: null } : { time: end, cause: uniform() < 0.25 ? "referred" : "closed" };
    };
    const truth = 0.25 * (1 - Math.exp(-1));
    const covered = Array.from({ length: 600 }, () => incidenceAt(incidenceCurve(Array.from({ length: 60 }, draw), "referred"), 1)).filter((outcome) => covers(shown(outcome), truth));
    expect(covered.length / 600).toBeGreaterThan(0.92);
  });
});
