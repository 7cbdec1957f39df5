import type {
  CoachRecord,
  EngagementRecord,
  NetworkRecords,
  RatingRecord,
  RequestRecord,
  ResourceRecord,
  SessionRecord,
} from "@arl/schema/records";

/** Records with everything empty that may be, for networks small enough to count by hand. */

export const aCoach = (given: Partial<CoachRecord> & Pick<CoachRecord, "id" | "providerId">): CoachRecord => ({
  name: given.id,
  email: null,
  role: null,
  topics: [],
  states: [],
  hoursPerMonth: null,
  activeFrom: null,
  activeTo: null,
  ...given,
});

export const aRequest = (given: Partial<RequestRecord> & Pick<RequestRecord, "id" | "submittedAt">): RequestRecord => ({
  leaid: null,
  systemName: given.id,
  state: "NY",
  systemKind: null,
  schools: null,
  enrollment: null,
  locale: null,
  lowIncomeShare: null,
  leaderName: null,
  leaderEmail: null,
  leaderRole: null,
  narrative: null,
  topics: [],
  urgency: null,
  secondsToSubmit: null,
  ...given,
});

export const anEngagement = (
  given: Partial<EngagementRecord> & Pick<EngagementRecord, "id" | "requestId" | "coachIds" | "matchedAt">,
): EngagementRecord => ({ closedAt: null, closeReason: null, ...given });

export const aSession = (
  given: Partial<SessionRecord> & Pick<SessionRecord, "id" | "engagementId" | "heldAt">,
): SessionRecord => ({ coachIds: [], minutes: null, mode: null, topics: [], challengeLevel: null, note: null, ...given });

export const aRating = (given: Partial<RatingRecord> & Pick<RatingRecord, "sessionId" | "ratedAt" | "rating">): RatingRecord => ({
  wantsMore: null,
  comment: null,
  ...given,
});

export const aResource = (given: Partial<ResourceRecord> & Pick<ResourceRecord, "id" | "topics">): ResourceRecord => ({
  title: given.id,
  url: "https://hub.example",
  kind: null,
  providerId: null,
  publishedAt: null,
  retiredAt: null,
  ...given,
});

/** A hub `hub` with coach `h`, and organisations `a` and `b` with coaches `a1` and `b1`. */
export function tinyNetwork(given: Partial<NetworkRecords>): NetworkRecords {
  return {
    providers: [
      { id: "hub", name: "Hub", kind: "hub", website: null },
      { id: "a", name: "A", kind: null, website: null },
      { id: "b", name: "B", kind: "provider", website: null },
    ],
    coaches: [
      aCoach({ id: "h", providerId: "hub" }),
      aCoach({ id: "a1", providerId: "a" }),
      aCoach({ id: "b1", providerId: "b" }),
    ],
    requests: [],
    engagements: [],
    sessions: [],
    ratings: [],
    referrals: [],
    resources: [],
    ...given,
  };
}
