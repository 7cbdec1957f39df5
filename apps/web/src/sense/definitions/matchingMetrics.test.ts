import { METRICS, type Metric } from "@arl/schema/metrics";
import { expect, test } from "vitest";
import { matchingMetrics } from "./matchingMetrics";

const all: readonly Metric[] = METRICS;

test("without words every definition is there", () => {
  expect(matchingMetrics(all, "  ")).toHaveLength(all.length);
});

test("all words must occur, in any order and case", () => {
  const found = matchingMetrics(all, "MEDIAN students").map(({ id }) => id);
  expect(found).toContain("median_system_students");
  expect(found).not.toContain("students_reached");
});

test("a name outside the registry finds nothing", () => {
  expect(matchingMetrics(all, "zebra")).toEqual([]);
});
