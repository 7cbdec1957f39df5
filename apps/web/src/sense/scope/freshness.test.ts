import { expect, test } from "vitest";
import { freshnessText } from "./freshness";

const ZONE = "America/New_York";

test("the latest record is told to the minute, in the network's time, and the source that ends first by its day", () => {
  expect(freshnessText({ dataTo: "2021-01-31T21:40:00Z", oldestSource: { name: "RATINGS", at: "2021-01-29T15:00:00Z" } }, ZONE)).toBe(
    "data to Jan 31, 2021, 4:40 PM; oldest source: ratings, Jan 29",
  );
});

test("a source of another year has its year", () => {
  expect(freshnessText({ dataTo: "2021-01-02T12:00:00Z", oldestSource: { name: "SESSIONS", at: "2020-12-18T15:00:00Z" } }, ZONE)).toMatch(/calls, Dec 18, 2020$/);
});

test("one source alone is the latest and the oldest, and is said once; none is nothing", () => {
  expect(freshnessText({ dataTo: "2021-01-31T21:40:00Z", oldestSource: { name: "REQUESTS", at: "2021-01-31T21:40:00Z" } }, ZONE)).toBe("data to Jan 31, 2021, 4:40 PM");
  expect(freshnessText({ dataTo: null, oldestSource: null }, ZONE)).toBeNull();
});
