import { registerEnumType } from "type-graphql";
import {
  CLOSE_REASONS,
  COACH_ROLES,
  ENROLLMENT_BANDS,
  GOVERNANCES,
  LOCALES,
  POVERTY_BANDS,
  PROVIDER_KINDS,
  REFERRAL_OUTCOMES,
  REGIONS,
  RESOURCE_KINDS,
  SESSION_MODES,
  URGENCIES,
  KEY_SCOPES,
  ROLES,
  STAFF_POSITIONS,
} from "@arl/schema/enums";

/** GraphQL names in capitals for the words that the database keeps. */
export function enumOf<Word extends string>(words: readonly Word[], name: string, description: string) {
  const named = Object.fromEntries(words.map((word) => [word.toUpperCase().replace(":", "_"), word])) as Record<string, Word>;
  registerEnumType(named, { name, description });
  return named;
}

export const RegionEnum = enumOf(REGIONS, "Region", "Census region; OTHER is territories and the Bureau of Indian Education.");
export const LocaleEnum = enumOf(LOCALES, "Locale", "NCES locale group.");
export const PovertyBandEnum = enumOf(
  POVERTY_BANDS,
  "PovertyBand",
  "Percent of the district's children in poverty, from the directory; the lower end is included.",
);
export const EnrollmentBandEnum = enumOf(ENROLLMENT_BANDS, "EnrollmentBand", "Students of the system; the lower end is included.");
export const GovernanceEnum = enumOf(GOVERNANCES, "Governance", "What kind of body runs the system; OTHER is single schools and the rest.");
export const ProviderKindEnum = enumOf(PROVIDER_KINDS, "ProviderKind", "The hub runs the network; providers coach; intermediaries do neither.");
export const CoachRoleEnum = enumOf(COACH_ROLES, "CoachRole", "Generalists lead; specialists are asked in on the topics they list.");
export const UrgencyEnum = enumOf(URGENCIES, "Urgency", "How soon the leader needs somebody.");
export const SessionModeEnum = enumOf(SESSION_MODES, "SessionMode", "How the session was held.");
export const CloseReasonEnum = enumOf(CLOSE_REASONS, "CloseReason", "Why an engagement ended.");
export const ReferralOutcomeEnum = enumOf(REFERRAL_OUTCOMES, "ReferralOutcome", "What came of a referral.");
export const ResourceKindEnum = enumOf(RESOURCE_KINDS, "ResourceKind", "What a resource is.");
export const StaffPositionEnum = enumOf(STAFF_POSITIONS, "StaffPosition", "What a member of staff does. Only an ADMIN changes who may do what.");
export const KeyScopeEnum = enumOf(KEY_SCOPES, "KeyScope", "SHARED_READ: figures of the network, in protected form. OWN_READ: rows and exact figures of the key's own organisation.");
export const RoleEnum = enumOf(ROLES, "Role", "What a person is in the network.");
export const InvitationStateEnum = enumOf(
  ["pending", "accepted", "revoked", "expired"],
  "InvitationState",
  "Where an invitation stands now: PENDING can be accepted, the others cannot.",
);
export type InvitationState = (typeof InvitationStateEnum)[keyof typeof InvitationStateEnum];
export const RequestStatusEnum = enumOf(
  ["open", "matched", "withdrawn", "referred"],
  "RequestStatus",
  "Where a request stands now: OPEN is neither matched, withdrawn nor referred.",
);
export type RequestStatus = (typeof RequestStatusEnum)[keyof typeof RequestStatusEnum];
export const TagActionEnum = enumOf(["added", "removed"], "TagAction", "What was done to a tag.");
export const TagStageEnum = enumOf(["asked", "tagged"], "TagStage", "ASKED is the leader's own choice, TAGGED the network's.");
export const LeaderAskKindEnum = enumOf(
  ["more", "another_call", "colleague", "correction", "stop", "message"],
  "LeaderAskKind",
  "What a leader asks for: MORE help, ANOTHER_CALL, a COLLEAGUE who was added, a CORRECTION of the topics, to STOP, or a MESSAGE.",
);
