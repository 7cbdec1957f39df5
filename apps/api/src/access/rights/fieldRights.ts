/*
 * Who gets which field of the API. fieldRights.test.ts asks for every field as every kind of viewer and compares, so a field
 * is decided here or not at all. A type's fields are listed under the right that holds for them:
 *
 * - `withObject`: whoever got the object gets the field. That an object is got at all was decided on the way to it.
 * - any other name is one of RIGHTS.
 *
 * Types called ...Connection and ...Edge, and PageInfo, hold what was decided for their lists, and are not named here.
 */

/** The kinds of viewer. `lead` leads an organisation, and does not coach; `sharedKey` is an API key of theirs with SHARED_READ alone. */
export const VIEWERS = ["public", "noRole", "funder", "steward", "coach", "lead", "analyst", "admin", "sharedKey"] as const;
export type ViewerKind = (typeof VIEWERS)[number];

/** "null": the field is there and says nothing. A code: the whole operation is refused with it. */
export type Outcome = "data" | "null" | "UNAUTHENTICATED" | "FORBIDDEN";

const EVERYBODY = { public: "data", noRole: "data", funder: "data", steward: "data", coach: "data", lead: "data", analyst: "data", admin: "data", sharedKey: "data" } as const;
const STAFF_ALONE = { ...EVERYBODY, public: "UNAUTHENTICATED", noRole: "FORBIDDEN", funder: "FORBIDDEN", steward: "FORBIDDEN", coach: "FORBIDDEN", lead: "FORBIDDEN", sharedKey: "FORBIDDEN" } as const;

export const RIGHTS = {
  /** Open to all. */
  open: EVERYBODY,
  /** Rows of the network's work: each as far as the database lets them. */
  rows: { ...STAFF_ALONE, coach: "data", lead: "data" },
  /** Figures of the whole network: exact to staff, protected to the others. */
  figures: { ...EVERYBODY, public: "UNAUTHENTICATED", noRole: "FORBIDDEN" },
  /** What coaches noted: the engagement's own, and nobody else without leaving a reason. */
  notes: { ...STAFF_ALONE, coach: "data", lead: "null", analyst: "null", admin: "null" },
  /** Done by anybody; but a key changes nothing. */
  done: { ...EVERYBODY, sharedKey: "FORBIDDEN" },
  /** Done by everybody with a role. */
  doneWithRole: { ...EVERYBODY, public: "UNAUTHENTICATED", noRole: "FORBIDDEN", sharedKey: "FORBIDDEN" },
  /** Making keys, for those who may have any. */
  keyHolder: { ...EVERYBODY, public: "UNAUTHENTICATED", noRole: "FORBIDDEN", coach: "FORBIDDEN", sharedKey: "FORBIDDEN" },
  /** Of the viewer's own account, told to no key. */
  ownSession: { ...EVERYBODY, sharedKey: "FORBIDDEN" },
  /** What all staff read and do. */
  staff: STAFF_ALONE,
  /** What administrators do. */
  admin: { ...STAFF_ALONE, analyst: "FORBIDDEN" },
} as const satisfies Record<string, Readonly<Record<ViewerKind, Outcome>>>;

export type FieldRight = keyof typeof RIGHTS | "withObject";

/** Field names, set apart by spaces. */
type TypeRights = Readonly<Partial<Record<FieldRight, string>>>;

export const FIELDS: Readonly<Record<string, TypeRights>> = {
  Query: {
    // Of the demo network alone is the outbox open. An invitation is open to who has its token.
    open: "districts domains invitation metrics network outbox providers rateLimit resources states topics viewer",
    rows: "coach coaches engagement engagements request requests session sessions specialists system systems",
    figures: "gaps impact needPatterns topicRanks topicTrends",
    staff: "apiKeys auditEvents auditIntegrity invitations mails people person topicSeasons",
  },
  Mutation: {
    done: "acceptInvitation",
    doneWithRole: "recordExport revokeApiKey",
    keyHolder: "makeApiKey rotateApiKey",
    staff: "openSessionNotes resendMail",
    admin: "addOrganisation changeOrganisation disablePerson giveRole invitePerson resendInvitation revokeInvitation takeRole",
  },

  // The network and what is open in it.
  Network: { withObject: "demo name now oidcName signInMethods timeZone today" },
  Viewer: { withObject: "coach email id name positions provider roles twoFactor", ownSession: "apiKeys" },
  RateLimit: { withObject: "cost limit remaining resetAt" },
  District: { withObject: "childPovertyPct city enrollment id isCharter leaid locale name schools state" },
  State: { withObject: "code id name region" },
  Topic: { withObject: "code definition domain id label" },
  Resource: { withObject: "id kind provider publishedAt retiredAt title topics url" },
  Metric: { withObject: "audience definition denominator formula id label source unit" },

  // Organisations are open to all; who coaches for them is not.
  Provider: { withObject: "id kind name website", rows: "coaches" },
  Coach: { withObject: "activeFrom activeTo hoursPerMonth id name provider role states topics" },

  // People.
  Person: { withObject: "createdAt disabled email id lastSignInAt memberships name twoFactor" },
  Membership: { withObject: "coach positions provider role" },
  Invitation: { withObject: "acceptedAt coach createdAt email expiresAt id invitedBy name positions provider role state" },
  InvitationOffer: { withObject: "email hasAccount name organisation role state" },
  AcceptInvitationPayload: { withObject: "email" },
  InvitePersonPayload: { withObject: "invitation" },
  ResendInvitationPayload: { withObject: "invitation" },
  RevokeInvitationPayload: { withObject: "invitation" },
  GiveRolePayload: { withObject: "person" },
  TakeRolePayload: { withObject: "person" },
  DisablePersonPayload: { withObject: "person" },
  AddOrganisationPayload: { withObject: "provider" },
  ChangeOrganisationPayload: { withObject: "provider" },

  // Rows of the work.
  System: {
    withObject: "enrollment enrollmentBand governance id leaid locale lowIncomeShare name povertyBand region requests schools state stateName titleI",
  },
  Leader: { withObject: "email id name role" },
  Request: {
    withObject: "engagements id leader narrative referrals secondsToSubmit status submittedAt system tagEvents topics urgency withdrawnAt",
  },
  TagEvent: { withObject: "action at author id stage topic" },
  Referral: { withObject: "destination id outcome outcomeAt reason sentAt" },
  Engagement: { withObject: "closeReason closedAt coaches id lead matchedAt request sessions" },
  Session: { withObject: "challengeLevel coaches engagement heldAt id minutes mode rating topics", notes: "note" },
  Rating: { withObject: "comment ratedAt rating wantsMore" },

  // Keys, mail, the audit trail.
  ApiKey: { withObject: "createdAt expiresAt id lastUsedAt name ownerName prefix provider revokedAt scopes state" },
  MakeApiKeyPayload: { withObject: "apiKey secret" },
  RotateApiKeyPayload: { withObject: "apiKey secret" },
  RevokeApiKeyPayload: { withObject: "apiKey" },
  Mail: { withObject: "attempts createdAt html id kind lastError sentAt state subject text to" },
  ResendMailPayload: { withObject: "mail" },
  AuditEvent: { withObject: "action actorEmail actorName at detail id reason requestId subjectId subjectType viaKey" },
  AuditIntegrity: { withObject: "events firstBroken intact" },
  RecordExportPayload: { withObject: "recorded" },
  OpenSessionNotesPayload: { withObject: "note" },

  // Figures.
  Figure: { withObject: "high low n value withheld" },
  Refusal: { withObject: "reason why wouldLift" },
  Key: { withObject: "key label" },
  Cell: { withObject: "column count row share systems" },
  Impact: {
    withObject: `challengeByCall daysToFirstSession daysToMatch largestSystemShare localeMix medianSystemStudents providersActive ratingIfAllAnswered
      ratings reachByLocale relationshipLengthMonths relationships requests responseRate returnRate schoolsReached sessionRating sessionsHeld
      sessionsPerRelationshipMax statesReached studentsReached survival sustainedFourMonths systemsRequesting systemsServed titleIShare`,
  },
  CallLevel: { withObject: "call level" },
  ReachShare: { withObject: "key nation served" },
  RatingTally: { withObject: "count rating" },
  SurvivalPoint: { withObject: "atRisk months survival" },
  NeedPatterns: { withObject: "cells columns rows" },
  TopicTrend: { withObject: "direction points qValue ratioPerMonth refusal topic" },
  TopicSeasons: { withObject: "months refusal topics" },
  TopicSeason: { withObject: "peakMonth peakToTrough qValue topic" },
  TrendPoint: { withObject: "count share start" },
  TopicRank: { withObject: "best count topic worst" },
  TopicGap: { withObject: "capacityHours coverage demand providers resources specialists topic waiting" },
};
