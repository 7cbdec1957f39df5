import { expect, test } from "vitest";
import { networkClock } from "./clock";

test("a real network's clock is the real one", () => {
  const real = Date.parse("2026-03-04T05:06:07Z");
  expect(networkClock(null, () => real)()).toEqual(new Date(real));
});

test("a demo network begins on 1 February 2021, 09:00 Eastern, and runs on from there", () => {
  const loadedAt = new Date("2026-03-04T05:06:07Z");
  const anHourLater = loadedAt.getTime() + 3_600_000;
  expect(networkClock(loadedAt, () => loadedAt.getTime())().toISOString()).toBe("2021-02-01T14:00:00.000Z");
  expect(networkClock(loadedAt, () => anHourLater)().toISOString()).toBe("2021-02-01T15:00:00.000Z");
});
