import { CLOSE_REASONS, REFERRAL_OUTCOMES, SESSION_MODES } from "@arl/schema/enums";
import type {
  CoachRecord,
  EngagementRecord,
  RatingRecord,
  ReferralRecord,
  RequestRecord,
  SessionRecord,
} from "@arl/schema/records";
import type { Rng } from "./random";
import { randomTopics } from "./randomPeople";
import { text } from "./randomTexts";
import { instantAfter } from "./randomTimes";

/** No engagement, one, or several; some matched at the very instant of asking, some closed at that of the match. */
export function randomEngagements(
  rng: Rng,
  requests: readonly RequestRecord[],
  coaches: readonly CoachRecord[],
): EngagementRecord[] {
  return requests.flatMap((request) =>
    Array.from({ length: rng.pick([0, 1, 1, 1, 1, 1, 2, 3]) }, (_, nth): EngagementRecord => {
      const matchedAt = rng.chance(0.05) ? request.submittedAt : instantAfter(rng, request.submittedAt, rng.pick([1, 3, 20]));
      const closedAt = rng.maybe(0.55, () => (rng.chance(0.04) ? matchedAt : instantAfter(rng, matchedAt, 220)));
      return {
        id: `${request.id}/e${nth}`,
        requestId: request.id,
        coachIds: rng.sample(coaches, rng.pick([1, 1, 1, 2, 3])).map(({ id }) => id),
        matchedAt,
        closedAt,
        closeReason: closedAt === null ? null : rng.maybe(0.9, () => rng.pick([...CLOSE_REASONS, "referred_out" as const])),
      };
    }),
  );
}

/** Some before the match, some after the closing, some two at once; coaches left out, named, or guests. */
export function randomSessions(
  rng: Rng,
  requests: readonly RequestRecord[],
  engagements: readonly EngagementRecord[],
  coaches: readonly CoachRecord[],
): SessionRecord[] {
  return engagements.flatMap((engagement) => {
    const submittedAt = requests.find(({ id }) => id === engagement.requestId)?.submittedAt ?? engagement.matchedAt;
    let last = rng.chance(0.1) ? submittedAt : engagement.matchedAt;
    return Array.from({ length: rng.pick([0, 0, 1, 1, 2, 2, 3, 4, 6, 11]) }, (_, nth): SessionRecord => {
      if (!rng.chance(0.03)) last = instantAfter(rng, last, rng.pick([5, 15, 45]));
      const coachIds = [
        ...(rng.chance(0.4) ? rng.sample(engagement.coachIds, rng.int(1, 2)) : []),
        ...(rng.chance(0.08) ? [rng.pick(coaches).id] : []),
      ];
      return {
        id: `${engagement.id}/s${nth}`,
        engagementId: engagement.id,
        heldAt: last,
        coachIds: [...new Set(coachIds)],
        minutes: rng.maybe(0.8, () => rng.int(1, 600)),
        mode: rng.maybe(0.8, () => rng.pick(SESSION_MODES)),
        topics: rng.chance(0.35) ? [] : randomTopics(rng, 3, last),
        challengeLevel: rng.maybe(0.7, () => rng.int(1, 4)),
        note: rng.maybe(0.3, () => text(rng)),
      };
    });
  });
}

export function randomRatings(rng: Rng, sessions: readonly SessionRecord[]): RatingRecord[] {
  return rng
    .shuffle(sessions)
    .filter(() => rng.chance(0.65))
    .map((session) => ({
      sessionId: session.id,
      ratedAt: rng.chance(0.1) ? session.heldAt : instantAfter(rng, session.heldAt, rng.pick([1, 4, 60])),
      rating: rng.pick([1, 2, 3, 4, 4, 5, 5, 5, 5]),
      wantsMore: rng.pick([true, true, false, null]),
      comment: rng.maybe(0.3, () => text(rng)),
    }));
}

/** Before and after the match; some requests are referred twice. */
export function randomReferrals(rng: Rng, requests: readonly RequestRecord[]): ReferralRecord[] {
  return requests.flatMap((request) =>
    Array.from({ length: rng.pick([0, 0, 0, 0, 0, 0, 1, 1, 2]) }, (_, nth): ReferralRecord => {
      const sentAt = instantAfter(rng, request.submittedAt, rng.pick([1, 5, 90]));
      const outcome = rng.maybe(0.6, () => rng.pick(REFERRAL_OUTCOMES));
      return {
        id: `${request.id}/r${nth}`,
        requestId: request.id,
        sentAt,
        destination: rng.pick(["Consultant marketplace", "State agency", "=Other"]),
        reason: rng.maybe(0.5, () => text(rng)),
        outcome,
        outcomeAt: outcome === null ? null : rng.maybe(0.8, () => instantAfter(rng, sentAt, 90)),
      };
    }),
  );
}
