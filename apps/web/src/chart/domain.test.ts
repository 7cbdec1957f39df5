import { describe, expect, test } from "vitest";
import { aroundOne, percentX, place, ratioMarks, ticks, zeroBased } from "./domain";

describe("a domain from zero", () => {
  test.each([
    [[0.13, 0.38], 0.4],
    [[3], 3],
    [[7], 8],
    [[101], 150],
    [[0.083], 0.1],
  ])("holds %j and ends at a round %d", (values, high) => {
    const domain = zeroBased(values);
    expect(domain.low).toBe(0);
    expect(domain.high).toBeCloseTo(high, 10);
  });

  test("exists without values", () => {
    expect(zeroBased([])).toEqual({ low: 0, high: 1 });
    expect(zeroBased([0])).toEqual({ low: 0, high: 1 });
  });

  test("has round marks, both ends among them", () => {
    expect(ticks({ low: 0, high: 0.4 })).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
    expect(ticks({ low: 0, high: 1 })).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });
});

describe("a domain around one", () => {
  test("is even on both sides of a log scale", () => {
    const { low, high } = aroundOne([0.9, 1.25]);
    expect(low * high).toBeCloseTo(1, 10);
    expect(high).toBeGreaterThan(1.25);
  });

  test("does not follow a wild interval, nor one that touches zero", () => {
    expect(aroundOne([0, 40]).high).toBeCloseTo(2, 10);
    expect(aroundOne([1]).high).toBeGreaterThan(1.04);
  });

  test("has marks inside it", () => {
    const domain = aroundOne([0.7]);
    expect(ratioMarks(domain)).toContain(1);
    expect(ratioMarks(domain).every((mark) => mark >= domain.low && mark <= domain.high)).toBe(true);
  });
});

test("a value is placed between the ends, and cut at them", () => {
  expect(place(5, { low: 0, high: 10 })).toBe(0.5);
  expect(place(1, { low: 0.5, high: 2 }, "log")).toBeCloseTo(0.5, 10);
  expect(place(-1, { low: 0, high: 10 })).toBe(0);
  expect(place(0, { low: 0.5, high: 2 }, "log")).toBe(0);
  expect(percentX(1 / 3)).toBe("33.333%");
});
