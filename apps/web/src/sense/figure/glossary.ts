import type { MetricId } from "@arl/schema/metrics";

interface Entry {
  readonly label: string;
  readonly definition: string;
}

let entries: Promise<ReadonlyMap<string, Entry>> | undefined;

/** What a metric is called and its one sentence, from the registry, which is fetched when the first is asked for. */
export async function definitionOf(metric: MetricId): Promise<Entry | null> {
  entries ??= import("@arl/schema/metrics").then(({ METRICS }) => new Map(METRICS.map(({ id, label, definition }) => [id, { label, definition }])));
  return (await entries).get(metric) ?? null;
}
