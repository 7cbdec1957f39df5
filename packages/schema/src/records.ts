/**
 * The network's records as they travel: what a row of each import file says once it has been read,
 * what the demo network is made of, and what an export writes. Ids are the sender's. Times are
 * instants (Date). Null is an empty cell. Lists are in the order given, without repeats.
 */
import type {
  CloseReason,
  CoachRole,
  Locale,
  ProviderKind,
  ReferralOutcome,
  ResourceKind,
  SessionMode,
  SystemKind,
  Urgency,
} from "./enums";

export interface ProviderRecord {
  readonly id: string;
  readonly name: string;
  /** Null reads as "provider". */
  readonly kind: ProviderKind | null;
  readonly website: string | null;
}

export interface CoachRecord {
  readonly id: string;
  readonly providerId: string;
  readonly name: string;
  readonly email: string | null;
  /** Null reads as "generalist". */
  readonly role: CoachRole | null;
  /** Topic codes, or NONE. */
  readonly topics: readonly string[];
  /** Postal codes; empty = any state. */
  readonly states: readonly string[];
  readonly hoursPerMonth: number | null;
  readonly activeFrom: Date | null;
  /** Exclusive: not active at this instant any more. */
  readonly activeTo: Date | null;
}

export interface RequestRecord {
  readonly id: string;
  readonly submittedAt: Date;
  /** NCES id, seven digits; null where the system has none. */
  readonly leaid: string | null;
  /** Null only beside a leaid. */
  readonly systemName: string | null;
  /** Postal code; always known (with a leaid, from the directory or its first two digits). */
  readonly state: string;
  readonly systemKind: SystemKind | null;
  readonly schools: number | null;
  /** Students. */
  readonly enrollment: number | null;
  readonly locale: Locale | null;
  /** 0 to 1. */
  readonly lowIncomeShare: number | null;
  readonly leaderName: string | null;
  readonly leaderEmail: string | null;
  readonly leaderRole: string | null;
  readonly narrative: string | null;
  readonly topics: readonly string[];
  readonly urgency: Urgency | null;
  /** The form's own clock. */
  readonly secondsToSubmit: number | null;
}

export interface EngagementRecord {
  readonly id: string;
  readonly requestId: string;
  /** The first leads. At least one. */
  readonly coachIds: readonly string[];
  readonly matchedAt: Date;
  readonly closedAt: Date | null;
  readonly closeReason: CloseReason | null;
}

export interface SessionRecord {
  readonly id: string;
  readonly engagementId: string;
  readonly heldAt: Date;
  /** Empty = the engagement's coaches. A coach who is not on the engagement is a guest. */
  readonly coachIds: readonly string[];
  readonly minutes: number | null;
  readonly mode: SessionMode | null;
  /** Empty = what the request was tagged with. */
  readonly topics: readonly string[];
  /** 1 stabilise, 2 define, 3 plan and implement, 4 redesign. */
  readonly challengeLevel: number | null;
  readonly note: string | null;
}

export interface RatingRecord {
  readonly sessionId: string;
  readonly ratedAt: Date;
  /** 1 to 5. */
  readonly rating: number;
  readonly wantsMore: boolean | null;
  readonly comment: string | null;
}

export interface ReferralRecord {
  readonly id: string;
  readonly requestId: string;
  readonly sentAt: Date;
  readonly destination: string;
  readonly reason: string | null;
  /** Null = not known yet. */
  readonly outcome: ReferralOutcome | null;
  readonly outcomeAt: Date | null;
}

export interface ResourceRecord {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly kind: ResourceKind | null;
  readonly topics: readonly string[];
  readonly providerId: string | null;
  readonly publishedAt: Date | null;
  /** Exclusive: not current at this instant any more. */
  readonly retiredAt: Date | null;
}

/** A school district or charter agency as the directory lists it. */
export interface DistrictRecord {
  /** Seven digits, the first two its state's FIPS code. */
  readonly leaid: string;
  readonly name: string;
  /** Postal code; BI = Bureau of Indian Education. */
  readonly state: string;
  readonly city: string | null;
  readonly zip: string | null;
  /** NCES urban-centric locale, "11" to "43". */
  readonly localeCode: string | null;
  readonly enrollment: number | null;
  readonly schools: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** CCD agency type, 1 to 9. */
  readonly agencyType: number | null;
  readonly isCharter: boolean | null;
  readonly isRegular: boolean | null;
  /** 0 to 100. */
  readonly childPovertyPct: number | null;
}

/** Everything a network sends, file by file, in the order in which the files are read. */
export interface NetworkRecords {
  readonly providers: readonly ProviderRecord[];
  readonly coaches: readonly CoachRecord[];
  readonly requests: readonly RequestRecord[];
  readonly engagements: readonly EngagementRecord[];
  readonly sessions: readonly SessionRecord[];
  readonly ratings: readonly RatingRecord[];
  readonly referrals: readonly ReferralRecord[];
  readonly resources: readonly ResourceRecord[];
}
