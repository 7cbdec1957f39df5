import type { RatingRecord } from "@arl/schema/records";
import { PILOT_END } from "./calendar";
import { PILOT_FACTS } from "./planted";
import { type Random, randomStream, spread } from "./random";
import type { Held } from "./sessions";

const RESPONSE_SHARE = 0.655;

const PRAISE = [
  "Left with a plan I can use tomorrow.",
  "The best hour of my week.",
  "Honest, practical, and quick to the point.",
  "She asked the question that nobody here had asked.",
  "Appreciated that he knew schools of our size.",
  "The template saved my team days.",
  "It helped to think aloud with someone outside.",
  "Exactly the right person for this question.",
  "We moved from worrying to sequencing.",
  "Please thank the finance colleague who joined.",
  "The follow-up e-mail was as useful as the call.",
  "I brought two principals and both want to come back.",
] as const;

const RESERVATIONS = [
  "Good conversation, though we ran out of time before next steps.",
  "Helpful, but the examples came from much larger systems.",
  "I would have liked the materials before the call.",
  "Connection trouble cost us half the session.",
  "A little general for where we are.",
] as const;

/** Whether the answer is fixed: who asked for more after a single call, and who did not. */
function fixedAnswer({ call }: Held): "MORE" | "NO_MORE" | "SILENT" | null {
  if (call.calls > 1) return null;
  if (call.match.course.returns) return "MORE";
  return call.match.record.closedAt !== null && spread(call.match.course.ask, 0.3) < 0.55 ? "NO_MORE" : "SILENT";
}

/** Two to sixty hours after the call, within the pilot. */
function ratedAt(held: Held, random: Random): Date {
  const hours = Math.min(60, 1.2 + 5 * Math.exp(random.normal()));
  const at = new Date(Math.round((held.record.heldAt.getTime() + hours * 3_600_000) / 60_000) * 60_000);
  return at < PILOT_END ? at : new Date(PILOT_END.getTime() - random.whole(2, 9) * 3_600_000);
}

/** Mostly fives, with exactly as many lower ones as the mean asks for, in no order. */
function values(count: number, random: Random): number[] {
  const ones = 1;
  const twos = Math.round(0.006 * count);
  const threes = Math.round(0.026 * count);
  const missing = Math.round((5 - PILOT_FACTS.meanRating) * count);
  const fours = missing - 4 * ones - 3 * twos - 2 * threes;
  const low = [...Array<number>(ones).fill(1), ...Array<number>(twos).fill(2), ...Array<number>(threes).fill(3), ...Array<number>(fours).fill(4)];
  return random.shuffle([...low, ...Array<number>(count - low.length).fill(5)]);
}

function wantsMore(held: Held, rating: number, random: Random): boolean | null {
  const fixed = fixedAnswer(held);
  if (fixed === "MORE") return true;
  if (fixed === "NO_MORE") return false;
  if (random.chance(0.08)) return null;
  const lastCall = held.call.number === held.call.calls && held.call.match.record.closedAt !== null;
  return random.chance(rating < 4 ? 0.5 : lastCall ? 0.35 : 0.93);
}

function comment(rating: number, random: Random): string | null {
  if (!random.chance(rating < 4 ? 0.7 : 0.28)) return null;
  return rating < 4 ? random.pick(RESERVATIONS) : random.pick(PRAISE);
}

/** Ratings of about two sessions in three, in the sessions' order. */
export function buildRatings(sessions: readonly Held[]): RatingRecord[] {
  const rated = sessions.filter((held, index) => {
    const fixed = fixedAnswer(held);
    return fixed === null ? spread(index, 0.5) < RESPONSE_SHARE : fixed !== "SILENT";
  });
  const ratings = values(rated.length, randomStream("ratings"));
  return rated.map((held, index) => {
    const random = randomStream(`rating ${held.record.id}`);
    const rating = ratings[index] ?? 5;
    return {
      sessionId: held.record.id,
      ratedAt: ratedAt(held, random),
      rating,
      wantsMore: wantsMore(held, rating, random),
      comment: comment(rating, random),
    };
  });
}
