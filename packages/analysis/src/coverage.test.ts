import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverage } from "./coverage";
import { shown } from "./testing/shown";

describe("coverage", () => {
  test("is the share of capacity over the share of demand", () => {
    // A fifth of the hours for two fifths of the demand.
    const { value, ...rest } = shown(coverage({ topicHours: 20, allHours: 100, topicDemand: 8, allDemand: 20 }));
    expect(value).toBeCloseTo(0.5, 12);
    expect(rest).toEqual({ low: null, high: null, n: 8 });
  });

  test("is 0 where nobody offers what is asked for", () => {
    expect(shown(coverage({ topicHours: 0, allHours: 100, topicDemand: 8, allDemand: 20 })).value).toBe(0);
  });

  test("is NO_DATA without demand on the topic or without capacity", () => {
    expect(coverage({ topicHours: 5, allHours: 9, topicDemand: 0, allDemand: 9 })).toEqual({ withheld: "NO_DATA", n: 0 });
    expect(coverage({ topicHours: 0, allHours: 0, topicDemand: 4, allDemand: 9 })).toEqual({ withheld: "NO_DATA", n: 4 });
    expect(coverage({ topicHours: 0, allHours: 0, topicDemand: 0, allDemand: 0 })).toEqual({ withheld: "NO_DATA", n: 0 });
  });

  test("averages 1 over topics when weighted by demand, as long as every hour is on a topic in demand", () => {
    const topic = fc.record({ hours: fc.integer({ min: 1, max: 500 }), demand: fc.integer({ min: 1, max: 500 }) });
    fc.assert(
      fc.property(fc.array(topic, { minLength: 1, maxLength: 20 }), (topics) => {
        const allHours = topics.reduce((sum, { hours }) => sum + hours, 0);
        const allDemand = topics.reduce((sum, { demand }) => sum + demand, 0);
        const weighted = topics.reduce((sum, { hours, demand }) => {
          const { value } = shown(coverage({ topicHours: hours, allHours, topicDemand: demand, allDemand }));
          return sum + (value * demand) / allDemand;
        }, 0);
        expect(weighted).toBeCloseTo(1, 10);
      }),
    );
  });

  test.each([
    { topicHours: -1, allHours: 9, topicDemand: 1, allDemand: 2 },
    { topicHours: 1, allHours: NaN, topicDemand: 1, allDemand: 2 },
    { topicHours: 1, allHours: 2, topicDemand: 3, allDemand: 2 },
  ])("rejects %o", (amounts) => {
    expect(() => coverage(amounts)).toThrow(RangeError);
  });
});
