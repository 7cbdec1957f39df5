import { describe, expect, test } from "vitest";
import { erlangB, erlangC, meanWaitManyServers, meanWaitOneServer } from "./erlang";

describe("Erlang B", () => {
  // Rappaport (2002), Wireless Communications, 2nd ed., table 3.4: the load that so many channels bear at a grade of service.
  test.each([
    [4, 0.869, 0.01],
    [5, 1.36, 0.01],
    [10, 4.46, 0.01],
    [20, 12.0, 0.01],
    [100, 84.1, 0.01],
    [10, 3.96, 0.005],
    [20, 9.41, 0.001],
  ])("%d channels bear %d Erlang at a loss of %d", (servers, load, lost) => {
    const digits = String(load).includes(".") ? 10 ** -(String(load).split(".")[1] ?? "").length : 0.1;
    expect(erlangB(servers, load - digits)).toBeLessThan(lost);
    expect(erlangB(servers, load + digits)).toBeGreaterThan(lost);
  });
});

describe("Erlang C", () => {
  test("is what another implementation prints for 100 calls of 3 minutes in half an hour and 14 agents", () => {
    // pyworkforce 0.5.1, the example of its documentation: waiting_probability and service_level.
    const waits = erlangC(14, 10);
    expect(waits).toBeCloseTo(0.1741319335950498, 14);
    expect(1 - waits * Math.exp((-(14 - 10) * (20 / 60)) / 3)).toBeCloseTo(0.8883500191794669, 14);
  });

  test("gives the eye clinic of three doctors 8/9 patients waiting, and 28.9 minutes for a visit", () => {
    // Gross, Shortle, Thompson & Harris (2008), Fundamentals of Queueing Theory, 4th ed., example 2.3: 6 an hour, 20 minutes each.
    const wait = meanWaitManyServers(3, 6, 1 / 3);
    expect(6 * wait).toBeCloseTo(8 / 9, 12);
    expect(((wait + 1 / 3) * 60).toFixed(1)).toBe("28.9");
  });

  test("of one server is its load", () => {
    expect(erlangC(1, 0.37)).toBeCloseTo(0.37, 14);
    expect(meanWaitManyServers(1, 0.5, 1)).toBeCloseTo(meanWaitOneServer(0.5, 1, 2), 12);
  });

  test("is 1, and the wait without end, where the load is as large as the servers", () => {
    expect(erlangC(3, 3)).toBe(1);
    expect(meanWaitManyServers(3, 3, 1)).toBe(Infinity);
    expect(meanWaitOneServer(1, 1, 1)).toBe(Infinity);
  });
});

test("service of one length makes half the wait of exponential service", () => {
  expect(meanWaitOneServer(0.8, 1, 1)).toBeCloseTo(meanWaitOneServer(0.8, 1, 2) / 2, 12);
});

test("servers must be whole and at least one", () => {
  expect(() => erlangB(0, 1)).toThrow(RangeError);
  expect(() => erlangC(2.5, 1)).toThrow(RangeError);
  expect(() => erlangB(2, -1)).toThrow(RangeError);
});
