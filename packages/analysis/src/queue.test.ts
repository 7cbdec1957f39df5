import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { erlangC, meanWaitManyServers, meanWaitOneServer } from "./erlang";
import { freeTimes, queueWaits } from "./queue";
import { seededRandom, type SeededRandom } from "./seededRandom";

/** Waits of a long run, without its beginning. */
function longRun(servers: number, rate: number, length: (random: SeededRandom) => number, customers = 200_000): Float64Array {
  const random = seededRandom(5);
  let time = 0;
  const arrivals = Array.from({ length: customers }, () => (time += random.exponential() / rate));
  const lengths = arrivals.map(() => length(random));
  return queueWaits(arrivals, lengths, new Float64Array(servers)).subarray(customers / 10);
}

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("a long run waits as the closed forms say", () => {
  test.each([
    [1, 0.7],
    [3, 2],
    [14, 10],
  ])("M/M/%d at %d arrivals a service", (servers, rate) => {
    const waits = longRun(servers, rate, (random) => random.exponential());
    expect(Math.abs(mean(waits) / meanWaitManyServers(servers, rate, 1) - 1)).toBeLessThan(0.07);
    const waited = waits.filter((wait) => wait > 0).length / waits.length;
    expect(Math.abs(waited - erlangC(servers, rate))).toBeLessThan(0.012);
  });

  test("M/D/1", () => {
    const waits = longRun(1, 0.8, () => 1);
    expect(Math.abs(mean(waits) / meanWaitOneServer(0.8, 1, 1) - 1)).toBeLessThan(0.05);
  });

  test("M/G/1, a fifth of the customers taking ten times as long", () => {
    const waits = longRun(1, 0.2, (random) => (random.uniform() < 0.2 ? 10 : 1));
    expect(Math.abs(mean(waits) / meanWaitOneServer(0.2, 2.8, 20.8) - 1)).toBeLessThan(0.06);
  });
});

const customers = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 20 }), length: fc.integer({ min: 0, max: 30 }) }), { maxLength: 40 });

function arrived(given: readonly { readonly gap: number; readonly length: number }[]) {
  let time = 0;
  return { arrivals: given.map(({ gap }) => (time += gap)), lengths: given.map(({ length }) => length) };
}

test("each is served by the first server to be free, whatever the heap does", () => {
  fc.assert(
    fc.property(customers, fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 6 }), (given, free) => {
      const { arrivals, lengths } = arrived(given);
      const servers = [...free];
      const expected = arrivals.map((arrival, index) => {
        const first = servers.indexOf(Math.min(...servers));
        const start = Math.max(arrival, servers[first] ?? 0);
        servers[first] = start + (lengths[index] ?? 0);
        return start - arrival;
      });
      expect([...queueWaits(arrivals, lengths, Float64Array.from(free))]).toEqual(expected);
    }),
  );
});

test("Little's law: the area under the number waiting is the sum of the waits", () => {
  fc.assert(
    fc.property(customers, fc.integer({ min: 1, max: 4 }), (given, servers) => {
      const { arrivals, lengths } = arrived(given);
      const waits = queueWaits(arrivals, lengths, new Float64Array(servers));
      const starts = arrivals.map((arrival, index) => arrival + (waits[index] ?? 0));
      // Times are whole, so the number waiting only changes at whole times.
      let area = 0;
      for (let time = 0; time < Math.max(0, ...starts); time += 1) area += arrivals.filter((arrival, index) => arrival <= time && (starts[index] ?? 0) > time).length;
      expect(area).toBe(waits.reduce((sum, wait) => sum + wait, 0));
    }),
  );
});

test("another server never makes anybody wait longer", () => {
  fc.assert(
    fc.property(customers, fc.integer({ min: 1, max: 4 }), (given, servers) => {
      const { arrivals, lengths } = arrived(given);
      const fewer = queueWaits(arrivals, lengths, new Float64Array(servers));
      const more = queueWaits(arrivals, lengths, new Float64Array(servers + 1));
      expect([...more].every((wait, index) => wait <= (fewer[index] ?? 0))).toBe(true);
    }),
  );
});

test("where more are served than there are servers, nobody is taken on before they are down to the servers' number", () => {
  expect([...freeTimes(2, [5, 1, 9, 3])]).toEqual([9, 5]);
  expect([...freeTimes(3, [4])]).toEqual([4, 0, 0]);
  expect([...queueWaits([0, 0], [1, 1], freeTimes(2, [5, 1, 9, 3]))]).toEqual([5, 6]);
});

test("nobody is ever served without servers, and disorder is refused", () => {
  expect([...queueWaits([1], [1], new Float64Array(0))]).toEqual([Infinity]);
  expect(() => queueWaits([2, 1], [1, 1], new Float64Array(1))).toThrow(RangeError);
  expect(() => queueWaits([2], [], new Float64Array(1))).toThrow(RangeError);
});
