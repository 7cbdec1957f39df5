import { CLOSE_REASONS, SESSION_MODES } from "@arl/schema/enums";
import type { CoachRecord, EngagementRecord, RatingRecord, ReferralRecord, RequestRecord, SessionRecord } from "@arl/schema/records";
import { at, idOf, randomStream, spread, type Random } from "../demo/random";
import { DAY_MS, drawTopics, END, instantBetween } from "./chance";
import type { Scale } from "./scale";

export interface Coaching {
  readonly engagements: readonly EngagementRecord[];
  readonly sessions: readonly SessionRecord[];
}

/** Engagements of the requests spread evenly over all, and their sessions: many relationships are short, a few long. */
export function buildCoaching(scale: Scale, requests: readonly RequestRecord[], coaches: readonly CoachRecord[]): Coaching {
  const random = randomStream("bench coaching");
  const weights = Array.from({ length: scale.engagements }, () => (random.chance(0.06) ? 0 : 0.15 - Math.log(1 - random.next())));
  const perWeight = scale.sessions / weights.reduce((sum, weight) => sum + weight, 0);
  const engagements: EngagementRecord[] = [];
  const sessions: SessionRecord[] = [];
  let due = 0;
  weights.forEach((weight, index) => {
    const request = at(requests, Math.floor((index * scale.requests) / scale.engagements));
    const matchedAt = instantBetween(random, request.submittedAt.getTime(), Math.min(request.submittedAt.getTime() + 5 * DAY_MS, END));
    const coachIds = [...new Set([random.pick(coaches).id, ...(random.chance(0.25) ? [random.pick(coaches).id] : [])])];
    const engagement = { id: idOf("engagement", index, 6), requestId: request.id, coachIds, matchedAt, closedAt: null, closeReason: null };
    due += weight * perWeight;
    const held = drawSessions(random, engagement, Math.round(due) - sessions.length, coaches, sessions.length);
    sessions.push(...held);
    engagements.push(closed(random, engagement, held.at(-1)?.heldAt ?? matchedAt));
  });
  return { engagements, sessions };
}

function closed(random: Random, engagement: EngagementRecord, last: Date): EngagementRecord {
  const closedAt = new Date(last.getTime() + random.whole(1, 60) * DAY_MS);
  return closedAt.getTime() < END && random.chance(0.85) ? { ...engagement, closedAt, closeReason: random.pick(CLOSE_REASONS) } : engagement;
}

/** A fortnight apart, or as close as the time that is left makes them. */
function drawSessions(random: Random, { id, matchedAt }: EngagementRecord, count: number, coaches: readonly CoachRecord[], ordinal: number): SessionRecord[] {
  const from = matchedAt.getTime();
  const step = Math.min(14 * DAY_MS, (END - from) / Math.max(1, count));
  return Array.from({ length: count }, (_, index): SessionRecord => ({
    id: idOf("session", ordinal + index, 7),
    engagementId: id,
    heldAt: instantBetween(random, from + index * step, from + (index + 1) * step),
    coachIds: random.chance(0.12) ? [random.pick(coaches).id] : [],
    minutes: random.pick([30, 45, 60, 90]),
    mode: random.pick(SESSION_MODES),
    topics: random.chance(0.8) ? drawTopics(random, "sessions") : [],
    challengeLevel: random.chance(0.85) ? Math.min(4, 1 + Math.floor(index / 3) + random.whole(0, 1)) : null,
    note: null,
  }));
}

/** Ratings for as many of the sessions as the scale says, evenly spread over them. */
export function buildRatings({ ratings, sessions: all }: Scale, sessions: readonly SessionRecord[]): RatingRecord[] {
  const random = randomStream("bench ratings");
  return sessions
    .filter((_, index) => spread(index) < ratings / all)
    .map(({ id, heldAt }) => ({
      sessionId: id,
      ratedAt: new Date(Math.min(heldAt.getTime() + random.whole(1, 72) * 3_600_000, END + DAY_MS / 4)),
      rating: random.chance(0.8) ? 5 : random.whole(2, 4),
      wantsMore: random.chance(0.9) ? random.chance(0.9) : null,
      comment: null,
    }));
}

/** One request in thirty is sent on. */
export function buildReferrals(requests: readonly RequestRecord[]): ReferralRecord[] {
  const random = randomStream("bench referrals");
  return requests
    .filter((_, index) => index % 30 === 7)
    .map(({ id, submittedAt }, index) => ({
      id: idOf("referral", index, 5),
      requestId: id,
      sentAt: instantBetween(random, submittedAt.getTime(), END),
      destination: "Invented marketplace",
      reason: null,
      outcome: null,
      outcomeAt: null,
    }));
}
