import type { Candidate } from "./candidate";
import type { Team } from "./team";
import type { Term, Weights } from "./weights";

/** One term of a score. */
export interface ScoreTerm {
  readonly term: Term;
  /** 0 to 1. */
  readonly value: number;
  readonly weight: number;
  /** What it gives to the total: value times weight. */
  readonly points: number;
  /** What stands behind it, as a sentence. */
  readonly fact: string;
}

export interface Score {
  /** 0 to 1, rounded to nine decimals so that what is equal stays equal. */
  readonly total: number;
  /** In the order of `TERMS`. */
  readonly terms: readonly ScoreTerm[];
}

/** Why one coach, or one team, cannot be had. */
export type Constraint =
  | "NOT_ACTIVE"
  | "LEADER_SAID_NO"
  | "COACH_DECLINED"
  | "CONFLICT_OF_INTEREST"
  | "OTHER_STATES"
  | "NO_ROOM"
  | "TOO_FEW_HOURS"
  | "NO_TOPIC_ASKED"
  | "NO_LEAD"
  | "SECOND_GENERALIST"
  | "FIRST_TOPIC_NOT_COVERED"
  | "TEAM_SIZE";

export interface LeftOut {
  readonly coach: Candidate;
  /** Every constraint that the coach breaks in whatever part; at least one. */
  readonly constraints: readonly Constraint[];
}

/** The smallest change of one kind that would have changed the answer. */
export type Change =
  | {
      readonly kind: "WEIGHT";
      readonly term: Term;
      /** Weight now, and that from which on the runner-up is level, the others shrinking or growing in proportion. */
      readonly from: number;
      readonly to: number;
      /** Whether the bounds of learning allow it. */
      readonly withinBounds: boolean;
      readonly sentence: string;
    }
  | {
      readonly kind: "CONSTRAINT";
      readonly constraint: "TOO_FEW_HOURS" | "NO_ROOM" | "OTHER_STATES";
      readonly coach: Candidate;
      /** Hours a month that are missing; null for the other constraints. */
      readonly hours: number | null;
      /** The team that would come first. */
      readonly team: Team;
      readonly sentence: string;
    };

export interface Proposal {
  readonly team: Team;
  readonly score: Score;
  /** Sentences, six at most, what weighs most first. */
  readonly reasons: readonly string[];
}

/** Why there is no team. */
export interface NoTeam {
  readonly reason: "NO_TOPIC" | "NO_CANDIDATES" | "NO_LEAD" | "FIRST_TOPIC_NOT_COVERED" | "TEAM_SIZE";
  /** A sentence. */
  readonly why: string;
  /** What would lift it, as a sentence. */
  readonly wouldLift: string;
}

export interface ProposeOptions {
  /** Proposals at most. */
  readonly first: number;
  readonly weights: Weights;
}

export interface Proposals {
  /** The best first. Each has another lead than those before; see `proposeTeams`. */
  readonly proposals: readonly Proposal[];
  /** Null where there is a proposal. */
  readonly noTeam: NoTeam | null;
  /** The coaches who can be in no team, by id. */
  readonly leftOut: readonly LeftOut[];
  /** The smallest changes first, four at most; empty where nothing small would change the answer. */
  readonly whatWouldChange: readonly Change[];
  /** Teams that were looked at one by one, of all that there are. */
  readonly looked: number;
}

/** A match that stands already. */
export interface LockedMatch {
  readonly askId: string;
  /** The lead first. */
  readonly coachIds: readonly string[];
}

export interface AssignedMatch {
  readonly askId: string;
  readonly team: Team;
  readonly score: Score;
  /** Kept as given; its constraints were not asked again. */
  readonly locked: boolean;
  /** How the lead was found: by the optimal flow, or afterwards into hours left over. Null where locked. */
  readonly leadBy: "FLOW" | "LEFT_OVER" | null;
}

export interface UnmatchedAsk {
  readonly askId: string;
  /** `CAPACITY_TAKEN`: others were served by those who could have led. */
  readonly reason: NoTeam["reason"] | "CAPACITY_TAKEN";
  readonly why: string;
  readonly wouldLift: string;
}

export interface Assignment {
  /** By ask. */
  readonly matches: readonly AssignedMatch[];
  readonly unmatched: readonly UnmatchedAsk[];
  /** What the lead assignment is worth; see `assign` for what it is the greatest of. */
  readonly worth: number;
}
