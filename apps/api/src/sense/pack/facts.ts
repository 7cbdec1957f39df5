import type { CommitmentRow } from "../../network/learning/learning.table";
import type { TopicBurst } from "../emergence/burst.type";
import type { RepresentationGroup } from "../equity/representation.type";
import type { Figure } from "../figure/figure.type";
import type { TopicGap } from "../gaps/gap.type";
import type { Hurdle } from "../hurdles/hurdle.type";
import type { TopicTrend } from "../trends/trend.type";

/** How much happened in a week, and in the week before it. */
export interface WeekCounts {
  readonly requests: number;
  readonly requestsBefore: number;
  readonly systems: number;
  /** Of the systems that asked, those that never had before. */
  readonly newSystems: number;
  readonly sessions: number;
  readonly sessionsBefore: number;
  /** Relationships that held their first session. */
  readonly begun: number;
}

/** Open requests past the service target. */
export interface Waiting {
  readonly count: number;
  /** Whole days since the oldest was submitted. */
  readonly oldestDays: number;
}

/** How much a topic was coached. */
export interface Coached {
  readonly code: string;
  readonly label: string;
  readonly sessions: Figure;
}

/** What is new; told to staff alone. */
export interface EmergingFacts {
  /** On the rise, the surest first. */
  readonly phrases: readonly { readonly text: string; readonly recent: Figure; readonly ratio: Figure; readonly qValue: number }[];
  /** That reach into the week. */
  readonly bursts: readonly TopicBurst[];
}

/** Everything that the pack of a week is made from, either exact or protected; what has no protected form is null in it. */
export interface PackFacts {
  /** Monday of the week. */
  readonly week: string;
  readonly today: string;
  readonly totals: { readonly requests: Figure; readonly systems: Figure; readonly sessions: Figure };
  readonly weekly: WeekCounts | null;
  readonly trends: readonly TopicTrend[];
  /** As they stood a week before. */
  readonly trendsBefore: readonly TopicTrend[] | null;
  readonly gaps: readonly TopicGap[];
  readonly waiting: Waiting | null;
  /** Titles of the resources that came onto the shelf in the week. */
  readonly opened: readonly string[];
  readonly coached: readonly Coached[];
  /** By locale. */
  readonly reach: readonly RepresentationGroup[];
  readonly hurdles: readonly Hurdle[];
  readonly emerging: EmergingFacts | null;
  readonly commitments: readonly CommitmentRow[];
}
