import type { Metric } from "@arl/schema/metrics";
import { powerTable } from "../../validation/power";
import type { Power } from "../../validation/tally";

const OPENING = `# Metrics

Every number that the network publishes, defined once: in \`packages/schema/src/metrics.ts\`. This page, the descriptions
of the API's fields, the \`metrics\` query and the dashboard's tooltips all read that list. The page is written by a test:
change the list, then run the test with \`-u\` (see CONTRIBUTING.md, "Adding a metric").

A number travels as a \`Figure\`: \`value\`, its 95% interval \`low\` to \`high\` where it is an estimate, \`n\`, what it rests on,
and, where there is no value, the reason it is \`withheld\`. "In scope" means the rows that a \`Scope\` selects;
docs/adr/0010-readings-of-scope-and-as-of.md says how a scope is read.
`;

const POWER = `## Power

What the analyses would find of what is there, measured on simulated networks in which it was planted: how often each was
found, in brackets the Monte Carlo 95% interval and the number of networks. Found means q under 0.05, or an interval of a
slope without 0. What a network of this size does not show at such a size of effect may still be there. How the networks are drawn,
whether intervals cover and false discoveries stay few: [validation.md](validation.md); \`pnpm validate\` makes both anew.
`;

/** What stands below a definition: a name, and how its text is read from the metric. */
const LINES: readonly (readonly [string, (metric: Metric) => string])[] = [
  ["Formula", ({ formula }) => formula],
  ["n counts", ({ denominator }) => denominator],
  ["Source", ({ source }) => source],
  ["Exact to", ({ audience }) => audience],
];

/**
 * The metric registry as a page of Markdown: an index as a table, then one block for each metric, in the registry's order.
 * @param metrics with ids that differ; may be empty.
 * @param power of the last validation; left out, the page says nothing of it.
 * @returns text that ends in one newline.
 */
export function metricsPage(metrics: readonly Metric[], power: readonly Power[] = []): string {
  const powerSection = power.length === 0 ? [] : [POWER, `${powerTable(power)}\n`];
  return [OPENING, ...powerSection, index(metrics), ...metrics.map(block)].join("\n");
}

function index(metrics: readonly Metric[]): string {
  const rows = metrics.map(({ id, label, unit }) => `| [${cell(label)}](#${id}) | \`${id}\` | ${cell(unit)} |`);
  return `${["| metric | id | unit |", "| --- | --- | --- |", ...rows].join("\n")}\n`;
}

/** Headed by the id, which is the anchor that links go to; a label may change. */
function block(metric: Metric): string {
  const lines = LINES.map(([name, read]) => `- **${name}:** ${read(metric)}`);
  return `## ${metric.id}\n\n**${metric.label}** (${metric.unit}). ${metric.definition}\n\n${lines.join("\n")}\n`;
}

/** Text that does not end the cell of a table that it stands in. */
const cell = (text: string): string => text.replaceAll("|", "\\|");
