import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kaplanMeier, medianTime, survivalAt, type Spell } from "./survival";
import { randomSource } from "./testing/random";
import { remission } from "./testing/remission";
import { covers, shown } from "./testing/shown";

const met = (time: number): Spell => ({ time, event: true });
const open = (time: number): Spell => ({ time, event: false });

const spells = fc.array(fc.record({ time: fc.integer({ min: 0, max: 30 }), event: fc.boolean() }), { maxLength: 60 });

describe("kaplanMeier", () => {
  // Limits checked with SciPy 1.17, `ecdf(CensoredData).sf.confidence_interval(method="log-log")`.
  test("reproduces the published curve and its log-minus-log interval", () => {
    const rows = kaplanMeier(remission).points.map(({ time, atRisk, events, survival, low, high }) => [
      time,
      atRisk,
      events,
      ...[survival, low ?? NaN, high ?? NaN].map((share) => Number(share.toFixed(4))),
    ]);
    expect(rows).toEqual([
      [6, 21, 3, 0.8571, 0.6197, 0.9516],
      [7, 17, 1, 0.8067, 0.5631, 0.9228],
      [10, 15, 1, 0.7529, 0.5032, 0.8894],
      [13, 12, 1, 0.6902, 0.4316, 0.8491],
      [16, 11, 1, 0.6275, 0.3675, 0.8049],
      [22, 7, 1, 0.5378, 0.2678, 0.7468],
      [23, 6, 1, 0.4482, 0.1881, 0.6801],
    ]);
  });

  test("has no points when nothing happened", () => {
    expect(kaplanMeier([open(3)])).toEqual({ points: [], n: 1, followedTo: 3 });
    expect(kaplanMeier([])).toEqual({ points: [], n: 0, followedTo: 0 });
  });

  test("an event at time 0 is a step at time 0", () => {
    expect(kaplanMeier([met(0), open(0), met(1), open(2)]).points.map(({ time, survival }) => [time, survival])).toEqual([
      [0, 0.75],
      [1, 0.375],
    ]);
  });

  test("has no interval where survival is 0", () => {
    expect(kaplanMeier([met(1)]).points).toEqual([
      { time: 1, atRisk: 1, events: 1, survival: 0, low: null, high: null },
    ]);
  });

  test("without censoring, is the share whose event is still to come", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 80 }), (times) => {
        for (const { time, survival } of kaplanMeier(times.map(met)).points) {
          expect(survival).toBeCloseTo(times.filter((each) => each > time).length / times.length, 12);
        }
      }),
    );
  });

  test("agrees with counting each risk set afresh", () => {
    fc.assert(
      fc.property(spells, (list) => {
        let product = 1;
        for (const { time, atRisk, events, survival } of kaplanMeier(list).points) {
          expect(atRisk).toBe(list.filter((spell) => spell.time >= time).length);
          expect(events).toBe(list.filter((spell) => spell.time === time && spell.event).length);
          product *= 1 - events / atRisk;
          expect(survival).toBeCloseTo(product, 12);
        }
      }),
    );
  });

  test("falls at every point, inside its interval", () => {
    fc.assert(
      fc.property(spells, (list) => {
        let last = 1;
        for (const { survival, low, high } of kaplanMeier(list).points) {
          expect(survival).toBeLessThan(last);
          expect(survival === 0 ? low === null && high === null : covers({ low, high }, survival)).toBe(true);
          last = survival;
        }
      }),
    );
  });

  test("the order of the spells does not matter, nor the unit of time", () => {
    fc.assert(
      fc.property(spells, (list) => {
        const curve = kaplanMeier(list);
        expect(kaplanMeier(list.toReversed())).toEqual(curve);
        const inOtherUnit = kaplanMeier(list.map(({ time, event }) => ({ time: time * 30.4375, event })));
        expect(inOtherUnit.points.map(({ survival, low, high }) => [survival, low, high])).toEqual(
          curve.points.map(({ survival, low, high }) => [survival, low, high]),
        );
        expect(inOtherUnit.followedTo).toBe(curve.followedTo * 30.4375);
      }),
    );
  });

  test.each([-1, NaN, Infinity])("rejects a time of %s", (time) => {
    expect(() => kaplanMeier([met(time)])).toThrow(RangeError);
  });
});

describe("medianTime", () => {
  // In the table above the lower limit first reaches a half at 13 weeks and the upper never does.
  test("of the published curve is 23 weeks, from 13, with no upper end", () => {
    expect(medianTime(kaplanMeier(remission))).toEqual({ value: 23, low: 13, high: null, n: 21 });
  });

  test("is the first time at which a half is left, even where the product of shares misses it by rounding", () => {
    // 0.9 · 8/9 · 7/8 · 6/7 · 5/6 is a half only in exact arithmetic.
    expect(medianTime(kaplanMeier([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(met)))).toMatchObject({ value: 5 });
    for (let n = 2; n <= 400; n += 2) {
      const times = Array.from({ length: n }, (_, i) => met(i + 1));
      expect(medianTime(kaplanMeier(times))).toMatchObject({ value: n / 2 });
    }
  });

  // Lower limits at 13 and 14: 0.507, 0.482; upper ones at 25 and 26: 0.521, 0.496.
  test("has both ends where the curve goes low enough", () => {
    const { low, value, high } = shown(medianTime(kaplanMeier(Array.from({ length: 40 }, (_, i) => met(i + 1)))));
    expect([low, value, high]).toEqual([14, 20, 26]);
  });

  test("has no upper end where the curve falls straight to 0, and a lower one only from before", () => {
    expect(medianTime(kaplanMeier([met(2), met(2), met(2)]))).toEqual({ value: 2, low: null, high: null, n: 3 });
    expect(medianTime(kaplanMeier([met(2), open(1), open(1)]))).toEqual({ value: 2, low: null, high: null, n: 3 });
    // Just after 1 the lower limit is already under a half.
    expect(medianTime(kaplanMeier([met(1), met(2), met(2)]))).toEqual({ value: 2, low: 1, high: null, n: 3 });
  });

  test("is not reached where more than a half is left", () => {
    expect(medianTime(kaplanMeier([met(1), open(2), open(3)]))).toEqual({ withheld: "NOT_REACHED", n: 3 });
    expect(medianTime(kaplanMeier([open(2)]))).toEqual({ withheld: "NOT_REACHED", n: 1 });
  });

  test("of nothing is NO_DATA", () => {
    expect(medianTime(kaplanMeier([]))).toEqual({ withheld: "NO_DATA", n: 0 });
  });

  test("lies within its interval", () => {
    fc.assert(
      fc.property(spells, (list) => {
        const median = medianTime(kaplanMeier(list));
        if ("withheld" in median) return;
        expect(median.low ?? 0).toBeLessThanOrEqual(median.value);
        expect(median.high ?? Infinity).toBeGreaterThanOrEqual(median.value);
      }),
    );
  });
});

describe("survivalAt", () => {
  const curve = kaplanMeier(remission);

  test("steps down at the event, not before it", () => {
    expect(survivalAt(curve, 5.999)).toEqual({ value: 1, low: null, high: null, n: 21 });
    expect(shown(survivalAt(curve, 6)).value).toBeCloseTo(18 / 21, 12);
    expect(shown(survivalAt(curve, 6.5)).value).toBeCloseTo(18 / 21, 12);
  });

  test("carries the interval of the last step", () => {
    const { value, low, high } = shown(survivalAt(curve, 35));
    expect([value, low, high].map((share) => share?.toFixed(4))).toEqual(["0.4482", "0.1881", "0.6801"]);
  });

  test("is not reached beyond the longest time followed, unless nothing is left", () => {
    expect(survivalAt(curve, 35.001)).toEqual({ withheld: "NOT_REACHED", n: 21 });
    expect(survivalAt(kaplanMeier([open(1)]), 2)).toEqual({ withheld: "NOT_REACHED", n: 1 });
    expect(survivalAt(kaplanMeier([met(1), met(2)]), 9)).toEqual({ value: 0, low: null, high: null, n: 2 });
  });

  test("of nothing is NO_DATA", () => {
    expect(survivalAt(kaplanMeier([]), 4)).toEqual({ withheld: "NO_DATA", n: 0 });
  });

  test("never rises", () => {
    fc.assert(
      fc.property(spells, fc.nat(30), fc.nat(30), (list, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((time) => survivalAt(kaplanMeier(list), time));
        if (!early || !late || "withheld" in early || "withheld" in late) return;
        expect(late.value).toBeLessThanOrEqual(early.value);
      }),
    );
  });

  test.each([-1, NaN, Infinity])("rejects a time of %s", (time) => {
    expect(() => survivalAt(curve, time)).toThrow(RangeError);
  });
});

// 1,500 samples of 80 exponential times, a third of them censored: Monte Carlo standard error 0.0056. The intervals
// are asymptotic and the median's moves in whole steps, hence bounds at four standard errors and a little more.
test("both intervals cover the truth in 95% of samples", () => {
  const { exponential } = randomSource(1958);
  let coveredShare = 0;
  let coveredMedian = 0;
  for (let sample = 0; sample < 1500; sample += 1) {
    const curve = kaplanMeier(
      Array.from({ length: 80 }, () => {
        const [until, seen] = [exponential(), 2 * exponential()];
        return { time: Math.min(until, seen), event: until <= seen };
      }),
    );
    if (covers(shown(survivalAt(curve, 0.5)), Math.exp(-0.5))) coveredShare += 1;
    const { low, high } = shown(medianTime(curve));
    if (covers({ low, high: high ?? Infinity }, Math.LN2)) coveredMedian += 1;
  }
  for (const covered of [coveredShare, coveredMedian]) {
    expect(covered / 1500).toBeGreaterThan(0.925);
    expect(covered / 1500).toBeLessThan(0.975);
  }
});
