import type { SessionMode } from "@arl/schema/enums";
import type { CoachRecord, SessionRecord } from "@arl/schema/records";
import type { Call } from "./calls";
import { available } from "./engagements";
import { composeNote } from "./notes";
import { at, idOf, type Random, randomStream } from "./random";
import { tagSessions } from "./sessionTopics";

/** A session beside the call it came from. */
export interface Held {
  readonly record: SessionRecord;
  readonly call: Call;
}

const GUEST_SHARE = 0.07;

function modeOf(random: Random): SessionMode | null {
  const draw = random.next();
  if (draw < 0.02) return null;
  if (draw < 0.84) return "video";
  if (draw < 0.95) return "phone";
  return draw < 0.985 ? "email" : "in_person";
}

/** A specialist from outside the engagement who knows a topic of the session. */
function guestFor(call: Call, topics: readonly string[], coaches: readonly CoachRecord[], random: Random): CoachRecord | undefined {
  const { coachIds } = call.match.record;
  const guests = coaches.filter(
    (coach) =>
      coach.role === "specialist" &&
      !coachIds.includes(coach.id) &&
      topics.some((topic) => coach.topics.includes(topic)) &&
      available(coach, call.heldAt, call.heldAt, call.match.ask.system.state),
  );
  return guests.length === 0 ? undefined : random.pick(guests);
}

/** Who was on the call; empty = the engagement's coaches, as most calls are logged. */
function coachesOf(call: Call, topics: readonly string[], coaches: readonly CoachRecord[], random: Random): string[] {
  const { coachIds } = call.match.record;
  if (call.number > 1 && random.chance(GUEST_SHARE)) {
    const guest = guestFor(call, topics, coaches, random);
    if (guest !== undefined) return [...coachIds, guest.id];
  }
  if (coachIds.length > 1 && call.number > 1 && random.chance(0.4)) return [random.pick(coachIds)];
  return [];
}

function sameTopics(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((topic) => other.includes(topic));
}

/** The held sessions in order of time, tagged, with who was there and a line on what was said. */
export function buildSessions(calls: readonly Call[], coaches: readonly CoachRecord[]): Held[] {
  const topics = tagSessions(calls, new Map(coaches.map((coach) => [coach.id, coach])));
  return calls.map((call, index) => {
    const random = randomStream(`session ${String(index)}`);
    const tagged = at(topics, index);
    const mode = modeOf(random);
    const record: SessionRecord = {
      id: idOf("ses", index + 1),
      engagementId: call.match.record.id,
      heldAt: call.heldAt,
      coachIds: coachesOf(call, tagged, coaches, random),
      minutes: mode === "email" ? random.pick([15, 20, 30]) : random.pick([30, 45, 45, 60, 60, 60, 60, 75, 90]),
      mode,
      // A session on just what was asked for needs no tags of its own: some coaches leave them out.
      topics: sameTopics(tagged, call.match.topics) && random.chance(0.4) ? [] : tagged,
      challengeLevel: call.challengeLevel,
      note: random.chance(0.12) ? null : composeNote(tagged, call.number, call.challengeLevel, random),
    };
    return { record, call };
  });
}
