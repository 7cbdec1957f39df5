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
  /** Its part of all specialist hours, 0 to 1; null where that may not be shown. */
  readonly capacityShare: number | null;
  /** More demand than capacity. */
  readonly short: boolean;
  /** Every specialist for it comes from one organisation. */
  readonly fragile: boolean;
}

const total = (gaps: readonly TopicGap[], part: (gap: TopicGap) => FigureFields) =>
  gaps.reduce((sum, gap) => sum + (part(gap).value ?? 0), 0);

/** Where some topics' hours are withheld their sum is unknown; coverage is the one share over the other, and says it. */
function capacityShareOf({ capacityHours, coverage }: TopicGap, hours: number, demandShare: number, complete: boolean): number | null {
  if (complete) return shareOf(capacityHours.value, hours);
  return coverage.value === null ? null : coverage.value * demandShare;
}

const shareOf = (value: number | null, all: number) => (all > 0 ? (value ?? 0) / all : 0);

/**
 * Gaps with both shares on one scale, the largest shortage first. Shares are of all topics; `topics`
 * (codes of topics or domains) only chooses what is shown.
 */
export function gapRows(gaps: readonly TopicGap[], topics: readonly string[] = []): readonly GapRow[] {
  const demand = total(gaps, (gap) => gap.demand);
  const hours = total(gaps, (gap) => gap.capacityHours);
  const complete = gaps.every(({ demand, capacityHours }) => demand.value !== null && capacityHours.value !== null);
  const chosen = ({ topic }: TopicGap) =>
    topics.length === 0 || topics.includes(topic.code) || topics.includes(topic.domain?.code ?? "");
  return gaps
    .filter(chosen)
    .map((gap) => {
      const demandShare = shareOf(gap.demand.value, demand);
      return {
        ...gap,
        demandShare,
        capacityShare: capacityShareOf(gap, hours, demandShare, complete),
        short: gap.coverage.value !== null && gap.coverage.value < 1,
        fragile: gap.providers.value === 1,
      };
    })
    .sort((a, b) => shortage(b) - shortage(a));
}

const shortage = ({ demandShare, capacityShare }: GapRow) => (capacityShare === null ? 0 : demandShare - capacityShare);
