import type { FigureFields } from "../figure/format";

export interface TopicGap {
  readonly topic: {
    readonly id: string;
    readonly code: string;
    readonly label: string;
    readonly domain: { readonly code: string } | null;
  };
  readonly demand: FigureFields;
  readonly waiting: FigureFields;
  readonly specialists: FigureFields;
  readonly providers: FigureFields;
  readonly capacityHours: FigureFields;
  readonly coverage: FigureFields;
  readonly resources: FigureFields;
}

export interface GapRow extends TopicGap {
  /** The topic's part of all demand tags, 0 to 1. */
  readonly demandShare: number;
  /** Its part of all specialist hours, 0 to 1. */
  readonly capacityShare: number;
  /** More demand than capacity. */
  readonly short: boolean;
  /** Every specialist for it comes from one organisation. */
  readonly fragile: boolean;
}

const total = (gaps: readonly TopicGap[], part: (gap: TopicGap) => FigureFields) =>
  gaps.reduce((sum, gap) => sum + (part(gap).value ?? 0), 0);

const shareOf = (value: number | null, all: number) => (all > 0 ? (value ?? 0) / all : 0);

/**
 * Gaps with both shares on one scale, the largest shortage first. Shares are of all topics; `topics`
 * (codes of topics or domains) only chooses what is shown.
 */
export function gapRows(gaps: readonly TopicGap[], topics: readonly string[] = []): readonly GapRow[] {
  const demand = total(gaps, (gap) => gap.demand);
  const hours = total(gaps, (gap) => gap.capacityHours);
  const chosen = ({ topic }: TopicGap) =>
    topics.length === 0 || topics.includes(topic.code) || topics.includes(topic.domain?.code ?? "");
  return gaps
    .filter(chosen)
    .map((gap) => ({
      ...gap,
      demandShare: shareOf(gap.demand.value, demand),
      capacityShare: shareOf(gap.capacityHours.value, hours),
      short: gap.coverage.value !== null && gap.coverage.value < 1,
      fragile: gap.providers.value === 1,
    }))
    .sort((a, b) => b.demandShare - b.capacityShare - (a.demandShare - a.capacityShare));
}
