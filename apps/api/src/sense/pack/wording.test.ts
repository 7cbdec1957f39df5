import fc from "fast-check";
import { expect, test } from "vitest";
import { countText, goingText, percent, shareText, sideOf } from "./wording";

const figure = (value: number, low: number, high: number) => ({ value, low, high, n: 100, withheld: null });

/** Three numbers in order: an interval around a value. */
const interval = fc.tuple(fc.double({ min: 0.01, max: 5, noNaN: true }), fc.double({ min: 0.01, max: 5, noNaN: true }), fc.double({ min: 0.01, max: 5, noNaN: true })).map((ends) => {
  const [low = 0, value = 0, high = 0] = ends.toSorted((a, b) => a - b);
  return figure(value, low, high);
});
const q = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));

test("a trend is told as it is estimated", () => {
  expect(goingText(figure(1.1, 1.04, 1.17), 0.003)).toBe("growing about a tenth a month, between 4 and 17%");
  expect(goingText(figure(1.18, 1.042, 1.33), 0.003)).toBe("growing 18% a month, between 4.2 and 33%");
  expect(goingText(figure(0.75, 0.68, 0.83), 0.001)).toBe("shrinking about a quarter a month, between 17 and 32%");
});

test("no direction is claimed of an interval that holds none, nor of a q of 0.05 or more", () => {
  fc.assert(
    fc.property(interval, q, (estimate, chance) => {
      const said = goingText(estimate, chance);
      const holdsNone = (estimate.low <= 1 && estimate.high >= 1) || chance === null || chance >= 0.05;
      expect(said?.split(" ")[0] ?? null).toBe(holdsNone ? null : estimate.value > 1 ? "growing" : "shrinking");
    }),
  );
});

test("a side is told only where the whole interval is on it, whatever the neutral value", () => {
  fc.assert(
    fc.property(interval, fc.double({ min: 0.01, max: 5, noNaN: true }), (estimate, neutral) => {
      expect(sideOf(estimate, neutral)).toBe(estimate.low > neutral ? "above" : estimate.high < neutral ? "below" : null);
    }),
  );
});

test("what has no interval, or is withheld, is on no side", () => {
  expect(sideOf({ value: 0.2, low: null, high: null }, 1)).toBeNull();
  expect(sideOf({ value: null, low: 0.1, high: 0.2 }, 1)).toBeNull();
});

test("a count with noise says so, an exact one does not", () => {
  expect(countText({ value: 262, low: null, high: null }, "request")).toBe("262 requests");
  expect(countText({ value: 1, low: null, high: null }, "request")).toBe("1 request");
  expect(countText({ value: 260, low: 256, high: 264 }, "request")).toBe("about 260 requests (256 to 264)");
  expect(countText({ value: null, low: null, high: null }, "request")).toBeNull();
});

test("some is never written as none, nor nearly all as all", () => {
  expect([percent(0.001), percent(0.999), percent(0), percent(1)]).toEqual(["under 1%", "over 99%", "0%", "100%"]);
  expect(shareText({ value: 0.14, low: 0.1, high: 0.19 })).toBe("14% (10 to 19%)");
});
