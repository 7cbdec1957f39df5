import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { erlangC, meanWaitManyServers } from "./erlang";
import { outlook, runsFor, type OutlookInput } from "./outlook";
import { queueWaits } from "./queue";
import { seededRandom } from "./seededRandom";

const random = seededRandom(21);
const exponentials = (count: number, mean: number) => Array.from({ length: count }, () => ({ time: mean * random.exponential(), event: true }));

const USUAL: OutlookInput = {
  arrivals: 30,
  exposureDays: 90,
  waiting: 2,
  open: [10, 40, 80, 5, 60],
  lengths: exponentials(120, 60),
  relationshipHours: { value: 2, error: 0.08 },
  hours: 40,
  changedHours: null,
  weeks: 26,
  lateAfterDays: 2,
  bins: [2, 7, 30],
  seed: 1,
  runs: 300,
};

test("the same input gives the same answer, and another seed nearly the same", () => {
  expect(outlook(USUAL)).toEqual(outlook({ ...USUAL }));
  const [one, other] = [outlook(USUAL).now, outlook({ ...USUAL, seed: 2 }).now];
  expect(Math.abs(one.lateShare.value - other.lateShare.value)).toBeLessThan(0.08);
});

test("where everything is known and the horizon long, waits are those of M/M/c", () => {
  // So many arrivals, spells and so small an error that only chance is left; 6 places, nearly all of them taken.
  const known = { ...USUAL, arrivals: 50_000, exposureDays: 10_000, waiting: 0, open: [], lengths: exponentials(2000, 1), runs: 60, relationshipHours: { value: 1, error: 0 }, hours: 6, weeks: 100 };
  const { now } = outlook({ ...known, lateAfterDays: 0 });
  expect(Math.abs(now.lateShare.value - erlangC(6, 5))).toBeLessThan(0.06);
  expect(now.utilisation.value).toBeCloseTo(5 / 6, 1);
  expect(now.waitByWeek.at(-1)?.value ?? 9).toBeLessThan(meanWaitManyServers(6, 5, 1) * 2);
});

test("more hours never make it worse, in any future", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 6 }), (hours, added, waiting) => {
      const { difference } = outlook({ ...USUAL, hours, changedHours: hours + added, waiting, weeks: 8, runs: 100 });
      for (const change of [difference?.medianWait, difference?.lateShare, difference?.queue]) expect(change?.high ?? 1).toBeLessThanOrEqual(0);
    }),
    { numRuns: 10 },
  );
});

test("meeting the same futures makes the difference surer than the two ends apart", () => {
  const { now, changed, difference } = outlook({ ...USUAL, hours: 32, changedHours: 36 });
  const width = ({ low, high }: { low: number; high: number }) => high - low;
  expect(changed).not.toBeNull();
  expect(width(difference?.lateShare ?? { low: 0, high: 9 })).toBeLessThan(width(now.lateShare) + width(changed?.lateShare ?? { low: 0, high: 0 }));
  expect(difference?.lateShare.value).toBeCloseTo((changed?.lateShare.value ?? 0) - now.lateShare.value, 12);
});

test("too much work makes a queue that grows by what is left undone each week", () => {
  const { now } = outlook({ ...USUAL, hours: 10 });
  expect(now.utilisation.low).toBeGreaterThan(1);
  const mean = USUAL.lengths.reduce((sum, { time }) => sum + time, 0) / USUAL.lengths.length;
  expect(now.growth.value).toBeCloseTo(7 * (30 / 90 - 10 / 2 / mean), 6);
  expect(now.queue.value).toBeGreaterThan(20);
  expect(now.queueByWeek.at(-1)?.value ?? 0).toBeGreaterThan(now.queueByWeek[3]?.value ?? 0);
});

test("nobody is ever served where nobody stands ready", () => {
  const { changed, difference } = outlook({ ...USUAL, changedHours: 0 });
  expect([changed?.medianWait.value, changed?.lateShare.value, difference?.medianWait.value]).toEqual([Infinity, 1, Infinity]);
  expect(changed?.queue.value).toBeGreaterThan(40);
});

test("bins hold all who come", () => {
  const total = outlook(USUAL).now.bins.reduce((sum, { value }) => sum + value, 0);
  expect(total).toBeCloseTo(1, 9);
});

test("a network with many arrivals is told from fewer futures", () => {
  expect(runsFor(USUAL)).toBe(1000);
  expect(runsFor({ ...USUAL, arrivals: 9000 })).toBe(200);
});

test("what makes no sense is refused", () => {
  expect(() => outlook({ ...USUAL, lengths: [{ time: 3, event: false }] })).toThrow(RangeError);
  expect(() => outlook({ ...USUAL, hours: -1 })).toThrow(RangeError);
  expect(() => outlook({ ...USUAL, exposureDays: 0 })).toThrow(RangeError);
  expect(() => outlook({ ...USUAL, arrivals: 1.5 })).toThrow(RangeError);
});

describe("the interval holds what comes, in a queue whose truth is known", () => {
  /** Five places, relationships of 40 days, one request in 9 days: a load of 0.89. */
  const [PLACES, LENGTH, RATE, WARM, WEEKS] = [5, 40, 1 / 9, 1200, 16];

  function trial(seed: number): { readonly queueHeld: boolean; readonly waitHeld: boolean } {
    const chance = seededRandom(99, seed);
    let time = 0;
    const arrivals: number[] = [];
    while ((time += chance.exponential() / RATE) < WARM + WEEKS * 7) arrivals.push(time - WARM);
    const lengths = arrivals.map(() => LENGTH * chance.exponential());
    const waits = queueWaits(arrivals, lengths, new Float64Array(PLACES).fill(-WARM));
    const all = arrivals.map((arrival, index) => ({ arrival, start: arrival + (waits[index] ?? 0), end: arrival + (waits[index] ?? 0) + (lengths[index] ?? 0) }));

    const begun = all.filter(({ start }) => start < 0);
    const { now } = outlook({
      ...USUAL,
      arrivals: all.filter(({ arrival }) => arrival < 0 && arrival >= -90).length,
      waiting: all.filter(({ arrival, start }) => arrival < 0 && start >= 0).length,
      open: begun.filter(({ end }) => end >= 0).map(({ start }) => -start),
      lengths: begun.map(({ start, end }) => ({ time: Math.min(end, 0) - start, event: end < 0 })),
      relationshipHours: { value: 1, error: 0 },
      hours: PLACES,
      weeks: WEEKS,
      runs: 200,
    });
    const end = WEEKS * 7;
    const queue = all.filter(({ arrival, start }) => arrival <= end && start > end).length;
    const came = all.filter(({ arrival }) => arrival >= 0).map(({ arrival, start }) => start - arrival).sort((a, b) => a - b);
    const median = came[Math.ceil(came.length / 2) - 1] ?? 0;
    const within = (value: number, { low, high }: { low: number; high: number }) => value >= low && value <= high;
    return { queueHeld: within(queue, now.queue), waitHeld: within(median, now.medianWait) };
  }

  test("in some 95 of 100 trials", () => {
    const trials = Array.from({ length: 60 }, (_, seed) => trial(seed));
    // Four standard errors below 0.95 would be 0.84.
    expect(trials.filter(({ queueHeld }) => queueHeld).length / 60).toBeGreaterThan(0.84);
    expect(trials.filter(({ waitHeld }) => waitHeld).length / 60).toBeGreaterThan(0.84);
  });
});
