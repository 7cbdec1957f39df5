/**
 * The closed lists of words that the database, the API, the import and the dashboard share.
 * The order here is the order in which they are shown.
 */

/** Census regions of the United States; OTHER is territories and the Bureau of Indian Education. */
export const REGIONS = ["NORTHEAST", "MIDWEST", "SOUTH", "WEST", "OTHER"] as const;
export type Region = (typeof REGIONS)[number];

/** NCES locale groups. */
export const LOCALES = ["CITY", "SUBURB", "TOWN", "RURAL"] as const;
export type Locale = (typeof LOCALES)[number];

/** Percent of children in poverty in the district directory; the lower end is included. */
export const POVERTY_BANDS = ["UNDER_10", "FROM_10_TO_20", "FROM_20_TO_30", "OVER_30", "UNKNOWN"] as const;
export type PovertyBand = (typeof POVERTY_BANDS)[number];

/** Students enrolled in the system; the lower end is included. */
export const ENROLLMENT_BANDS = ["UNDER_1K", "FROM_1K_TO_5K", "FROM_5K_TO_25K", "OVER_25K", "UNKNOWN"] as const;
export type EnrollmentBand = (typeof ENROLLMENT_BANDS)[number];

export const GOVERNANCES = ["DISTRICT", "CHARTER", "OTHER"] as const;
export type Governance = (typeof GOVERNANCES)[number];

export const SYSTEM_KINDS = ["district", "charter", "school", "other"] as const;
export type SystemKind = (typeof SYSTEM_KINDS)[number];

export const PROVIDER_KINDS = ["hub", "provider", "intermediary"] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

export const COACH_ROLES = ["generalist", "specialist"] as const;
export type CoachRole = (typeof COACH_ROLES)[number];

export const URGENCIES = ["low", "normal", "high"] as const;
export type Urgency = (typeof URGENCIES)[number];

export const SESSION_MODES = ["video", "phone", "in_person", "email"] as const;
export type SessionMode = (typeof SESSION_MODES)[number];

export const CLOSE_REASONS = [
  "goals_met",
  "no_response",
  "leader_left",
  "paused",
  "no_longer_needed",
  "referred_out",
  "merged",
  "other",
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

export const REFERRAL_OUTCOMES = ["started", "not_started", "declined"] as const;
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number];

export const RESOURCE_KINDS = ["guide", "tool", "template", "article", "video", "case_study", "other"] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** The tag for what the framework does not name. It is counted like any other topic. */
export const NOT_IN_FRAMEWORK = "NONE";

/** What a person is in the network; one may hold several. A steward sees what a funder sees. */
export const ROLES = ["staff", "coach", "provider", "funder", "steward"] as const;
export type Role = (typeof ROLES)[number];

/** What a member of staff does; one may do several. Only admins change who may do what. */
export const STAFF_POSITIONS = ["admin", "analyst", "concierge"] as const;
export type StaffPosition = (typeof STAFF_POSITIONS)[number];

/** What an API key may be used for: protected figures of the network, and reading its organisation's own rows. */
export const KEY_SCOPES = ["shared:read", "own:read"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];
