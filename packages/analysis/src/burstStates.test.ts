import fc from "fast-check";
import { expect, test } from "vitest";
import { burstStates, stateCost, TWO_STATES, type StateWeek } from "./burstStates";

const week = fc.record({ count: fc.integer({ min: 0, max: 8 }), exposure: fc.integer({ min: 8, max: 40 }), usual: fc.double({ min: 0.01, max: 0.2, noNaN: true }) });

/** What a run of states costs, by the definition. */
function costOf(weeks: readonly StateWeek[], states: readonly boolean[]): number {
  const start = TWO_STATES.gamma * Math.log(weeks.length);
  return weeks.reduce((sum, one, index) => {
    const begins = states[index] === true && states[index - 1] !== true;
    return sum + stateCost(one, states[index] === true ? TWO_STATES.scale : 1) + (begins ? start : 0);
  }, 0);
}

test("no other run of states is cheaper, of all there are", () => {
  fc.assert(
    fc.property(fc.array(week, { minLength: 1, maxLength: 8 }), (weeks) => {
      const cheapest = Array.from({ length: 2 ** weeks.length }, (_, mask) => costOf(weeks, weeks.map((_week, index) => ((mask >> index) & 1) === 1)));
      expect(costOf(weeks, burstStates(weeks))).toBeCloseTo(Math.min(...cheapest), 9);
    }),
    { numRuns: 60 },
  );
});

test("a stream at its usual share is never in a burst", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 60 }), (counts) => {
      const weeks = counts.map((count) => ({ count, exposure: count * 10 + 10, usual: 0.1 }));
      expect(burstStates(weeks)).not.toContain(true);
    }),
  );
});

test("more of it in a week of a burst leaves the week in the burst", () => {
  fc.assert(
    fc.property(fc.array(week, { minLength: 3, maxLength: 20 }), (weeks) => {
      const states = burstStates(weeks);
      const index = states.indexOf(true);
      fc.pre(index >= 0);
      const more = weeks.map((one, place) => (place === index ? { ...one, count: Math.min(one.exposure, one.count + 2) } : one));
      expect(burstStates(more)[index]).toBe(true);
    }),
  );
});

test("a dearer start makes no more bursts", () => {
  fc.assert(
    fc.property(fc.array(week, { minLength: 3, maxLength: 20 }), (weeks) => {
      const starts = (gamma: number) => burstStates(weeks, { scale: 2, gamma }).filter((state, index, all) => state && all[index - 1] !== true).length;
      expect(starts(3)).toBeLessThanOrEqual(starts(0.5));
    }),
  );
});

test("counts beyond their exposure are refused, and so is an automaton without a higher state", () => {
  expect(() => burstStates([{ count: 3, exposure: 2, usual: 0.1 }])).toThrow(RangeError);
  expect(() => burstStates([], { scale: 1, gamma: 1 })).toThrow(RangeError);
});
