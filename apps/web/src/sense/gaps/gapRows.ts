import { NOT_IN_FRAMEWORK } from "@arl/schema/enums";
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
  /** The same with the interval that chance gives it in so few requests. */
  readonly coverageByChance: FigureFields;
  readonly resources: FigureFields;
}

type Shortage = "told" | "untold" | "none";

export interface GapRow extends TopicGap {
  /** The topic's part of all demand tags, 0 to 1. */
  readonly demandShare: number;
  /** Its part of all specialist hours, 0 to 1; null where that may not be shown. */
  readonly capacityShare: number | null;
  /** Whether there is more demand than capacity beyond chance, by the numbers alone, or not at all. */
  readonly shortage: Shortage;
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
 * Gaps with both shares on one scale, the largest shortage first; those that can be told from chance before the others. Shares are of all topics; `topics`
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
        shortage: shortageOf(gap),
        fragile: gap.providers.value === 1,
      };
    })
    .sort((a, b) => Number(b.shortage === "told") - Number(a.shortage === "told") || missing(b) - missing(a));
}

function shortageOf({ topic, coverageByChance: { value, high } }: TopicGap): Shortage {
  if (value === null || value >= 1) return "none";
  // Nobody can be a specialist for what has no name.
  if (topic.code === NOT_IN_FRAMEWORK) return "untold";
  return high !== null && high < 1 ? "told" : "untold";
}

const missing = ({ demandShare, capacityShare }: GapRow) => (capacityShare === null ? 0 : demandShare - capacityShare);
