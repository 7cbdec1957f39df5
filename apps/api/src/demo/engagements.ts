import type { CoachRecord, EngagementRecord } from "@arl/schema/records";
import { instant, PILOT_END } from "./calendar";
import { DEMO_COACH_ID } from "./providers";
import { idOf, randomStream, spread } from "./random";
import type { Course } from "./relationships";
import type { Ask } from "./timeline";
import { domainOf } from "./topics";

/** An engagement, with what the sessions need to know of it. */
export interface Match {
  readonly record: EngagementRecord;
  readonly course: Course;
  readonly ask: Ask;
  /** Topics of its request. */
  readonly topics: readonly string[];
}

/** About every third engagement is coached by two. */
const TEAM_SHARE = 0.335;

const DEMO_CASELOAD = 9;

/** Whether the coach is in the pool for the whole of the course and serves the state. */
export function available(coach: CoachRecord, from: Date, until: Date, state: string): boolean {
  if (coach.states.length > 0 && !coach.states.includes(state)) return false;
  return (coach.activeFrom ?? from) <= from && (coach.activeTo === null || coach.activeTo > until);
}

/** Deals engagements to coaches: who knows the topics, and has the hours. */
class Pool {
  readonly #coaches: readonly CoachRecord[];
  readonly #matches = new Map<string, number>();
  /** Matches by topic, and by topic and organisation. */
  readonly #topics = new Map<string, number>();
  readonly #random = randomStream("pool");

  constructor(coaches: readonly CoachRecord[]) {
    this.#coaches = coaches;
  }

  #score(coach: CoachRecord, topics: readonly string[]): number {
    const known = topics.filter((topic) => coach.topics.includes(topic)).length;
    const near = topics.filter((topic) => coach.topics.some((other) => domainOf(other) === domainOf(topic))).length;
    const load = (this.#matches.get(coach.id) ?? 0) / (coach.hoursPerMonth ?? 16);
    const demo = coach.id === DEMO_COACH_ID && (this.#matches.get(coach.id) ?? 0) < DEMO_CASELOAD ? 0.8 : 0;
    const generalist = coach.role === "generalist" ? 0.5 : 0;
    const fit = 1.7 * Math.sqrt(known) + 0.5 * Math.sqrt(near);
    return fit + generalist + demo - 5 * load - 3.2 * this.#held(coach.providerId, topics) + 0.8 * this.#random.next();
  }

  /** The largest share that an organisation has of the matches on one of the topics: no topic is left to one alone. */
  #held(providerId: string, topics: readonly string[]): number {
    const shares = topics.map((topic) => {
      const own = this.#topics.get(`${topic} ${providerId}`) ?? 0;
      return (own - 0.5) / ((this.#topics.get(topic) ?? 0) + 1);
    });
    return Math.max(0, ...shares);
  }

  #note(coach: CoachRecord, topics: readonly string[]): void {
    this.#matches.set(coach.id, (this.#matches.get(coach.id) ?? 0) + 1);
    for (const key of topics.flatMap((topic) => [topic, `${topic} ${coach.providerId}`])) {
      this.#topics.set(key, (this.#topics.get(key) ?? 0) + 1);
    }
  }

  /** The best coach for the topics, none of those `without`. */
  draw(topics: readonly string[], match: { from: Date; until: Date; state: string }, without: readonly CoachRecord[]): CoachRecord {
    let best: CoachRecord | undefined;
    let most = -Infinity;
    for (const coach of this.#coaches) {
      if (without.includes(coach) || !available(coach, match.from, match.until, match.state)) continue;
      const score = this.#score(coach, topics) + (without.some((one) => one.providerId === coach.providerId) ? 0.7 : 0);
      if (score > most) [best, most] = [coach, score];
    }
    if (best === undefined) throw new RangeError(`no coach for ${topics.join(" ")} in ${match.state}`);
    this.#note(best, topics);
    return best;
  }
}

/** Requests that reach over two domains get their team first. */
function teams(courses: readonly Course[], topics: readonly (readonly string[])[]): Set<number> {
  const wide = (course: Course): number => new Set((topics[course.ask] ?? []).map(domainOf)).size;
  const draws = courses.map((course, index) => ({ ask: course.ask, draw: spread(index, 0.61) - (wide(course) > 1 ? 0.35 : 0) }));
  const ranked = draws.toSorted((a, b) => a.draw - b.draw);
  return new Set(ranked.slice(0, Math.round(TEAM_SHARE * courses.length)).map(({ ask }) => ask));
}

function untilOf(course: Course): Date {
  if (course.calls === null) return course.closedAt ?? PILOT_END;
  return course.closedAt ?? instant(course.calls.last + 1, 0);
}

/** Matches in the order in which they were made. */
export function matchCoaches(
  asks: readonly Ask[],
  topics: readonly (readonly string[])[],
  courses: readonly Course[],
  coaches: readonly CoachRecord[],
): Match[] {
  const pool = new Pool(coaches);
  const inOrder = courses.toSorted((a, b) => a.matchedAt.getTime() - b.matchedAt.getTime() || a.ask - b.ask);
  const coachedByTwo = teams(inOrder, topics);
  return inOrder.flatMap((course, index) => {
    const ask = asks[course.ask];
    if (ask === undefined) return [];
    const asked = topics[course.ask] ?? [];
    const span = { from: course.matchedAt, until: untilOf(course), state: ask.system.state };
    const lead = pool.draw(asked, span, []);
    const open = asked.filter((topic) => !lead.topics.includes(topic));
    const team = coachedByTwo.has(course.ask) ? [lead, pool.draw(open.length > 0 ? open : asked, span, [lead])] : [lead];
    const record: EngagementRecord = {
      id: idOf("eng", index + 1),
      requestId: idOf("req", course.ask + 1),
      coachIds: team.map((coach) => coach.id),
      matchedAt: course.matchedAt,
      closedAt: course.closedAt,
      closeReason: course.closeReason,
    };
    return [{ record, course, ask, topics: asked }];
  });
}
