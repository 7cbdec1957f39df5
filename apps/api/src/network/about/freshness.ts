import type { Freshness, SourceFreshness } from "./freshness.type";

interface Dated extends SourceFreshness {
  readonly at: Date;
}

/** How far records go, from the latest of each kind. */
export function freshnessOf(sources: SourceFreshness[]): Freshness {
  const dated = sources.filter((source): source is Dated => source.at !== null).sort((a, b) => a.at.getTime() - b.at.getTime());
  return { dataTo: dated.at(-1)?.at ?? null, oldestSource: dated[0] ?? null, sources };
}
