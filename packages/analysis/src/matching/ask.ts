/** A topic that is asked for. */
export interface AskedTopic {
  readonly topic: string;
  /** As it is said in a sentence. */
  readonly name: string;
  /** How much it matters beside the others of the ask: over 0, of any sum. */
  readonly priority: number;
}

/** A stretch of one weekday, in the local time of whoever it belongs to. */
export interface WeeklyWindow {
  /** 1 Monday to 7 Sunday. */
  readonly day: number;
  /** Minutes after midnight, 0 to 1440. */
  readonly from: number;
  /** Minutes after midnight, over `from`, at most 1440. */
  readonly to: number;
}

/** When somebody has time, week after week. */
export interface Availability {
  /** IANA name, such as `America/Denver`. */
  readonly timeZone: string;
  /** In any order; they may overlap. */
  readonly windows: readonly WeeklyWindow[];
}

/** What is known of a system; null where it is not. Any words, as long as they are those of {@link PastWork}. */
export interface SystemContext {
  readonly enrollment: string | null;
  readonly locale: string | null;
  readonly governance: string | null;
}

/** Why somebody must not be matched. */
export type Conflict = "LEADER_SAID_NO" | "COACH_DECLINED" | "CONFLICT_OF_INTEREST";

export interface Exclusion {
  /** Id of the coach, or of the organisation. */
  readonly id: string;
  readonly why: Conflict;
}

export type AskUrgency = "low" | "normal" | "high";

export type TeamSize = 1 | 2 | 3;

/** What one request needs of its coaches. */
export interface Ask {
  readonly id: string;
  /** The first is the one that somebody of the team has to cover. */
  readonly topics: readonly AskedTopic[];
  /** Weighs where several asks compete; within one it changes nothing. */
  readonly urgency: AskUrgency;
  readonly context: SystemContext;
  /** Postal code. A coach who serves other states only is out; beyond that place decides nothing. */
  readonly state: string;
  /** The leader's languages beside English, if English is not enough; empty = English does. */
  readonly languages: readonly string[];
  /** Coaching hours wanted a month, over 0. */
  readonly hours: number;
  /** Null where the leader did not say. */
  readonly availability: Availability | null;
  /** Monday of the week in which hours are compared, `2026-11-23`: it decides on summer time. */
  readonly week: string;
  /** Ids of the coaches who have coached this system before. */
  readonly earlierCoaches: readonly string[];
  readonly excludedCoaches: readonly Exclusion[];
  readonly excludedOrganisations: readonly Exclusion[];
  /** Coaches in the team, both ends included. */
  readonly size: { readonly least: TeamSize; readonly most: TeamSize };
}
