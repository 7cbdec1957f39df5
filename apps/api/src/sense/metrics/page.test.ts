import { readFileSync } from "node:fs";
import { join } from "node:path";
import { METRICS, type Metric } from "@arl/schema/metrics";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../../paths";
import type { Results } from "../../validation/results";
import { metricsPage } from "./page";

const metric: Metric = {
  id: "calls_held",
  label: "Calls | held",
  unit: "sessions",
  definition: "Calls that took place.",
  formula: "count of calls",
  denominator: "systems with a call",
  source: "Counted.",
  audience: "staff; an organisation's leads, of its own work",
};

// Writes the file with `-u`; otherwise a difference fails.
test("docs/metrics.md is what the registry says", async () => {
  const { power } = JSON.parse(readFileSync(join(PROJECT_ROOT, "docs/validation.json"), "utf8")) as Results;
  await expect(metricsPage(METRICS, power)).toMatchFileSnapshot("../../../../../docs/metrics.md");
});

test("every metric has one heading and one line of the index that leads to it", () => {
  const page = metricsPage(METRICS);
  const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, id]) => id);
  const links = [...page.matchAll(/^\| \[.+\]\(#(.+)\) \|/gm)].map(([, id]) => id);
  const ids = METRICS.map(({ id }) => id);
  expect(headings).toEqual(ids);
  expect(links).toEqual(ids);
});

test("everything that the registry says of a metric is on the page", () => {
  const page = metricsPage([metric]);
  for (const text of [metric.id, metric.unit, metric.definition, metric.formula, metric.denominator, metric.source, metric.audience]) expect(page).toContain(text);
});

test("what was planted and how often it was found stands on the page", () => {
  const page = metricsPage([], [{ effect: "a season", size: "170 systems, 12 months", found: { of: 0.8, n: 40, low: 0.64, high: 0.91 } }]);
  expect(page).toContain("| a season | 80% (64% to 91%; 40) |  |  |");
});

test("a label cannot break the table it stands in", () => {
  expect(metricsPage([metric])).toContain("| [Calls \\| held](#calls_held) | `calls_held` | sessions |");
});
