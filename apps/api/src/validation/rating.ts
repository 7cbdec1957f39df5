import type { Call, Coaching } from "./coaching";
import type { Draws } from "./draws";
import { RATING, RESPONSE } from "./model";
import type { Plan } from "./plan";

/** What a leader would have said of a call, and whether they did. */
export interface Judged {
  readonly coaching: Coaching;
  readonly call: Call;
  readonly rating: number;
  readonly isGiven: boolean;
  /** Asked for more, where a rating was given. */
  readonly wantsMore: boolean;
}

/** Relationships of each coach under way at a call, itself included. */
function loadsOf(engagements: readonly Coaching[]): (coaching: Coaching, at: number) => number {
  const byCoach = Map.groupBy(engagements.filter(({ calls }) => calls.length > 0), ({ coach }) => coach);
  return ({ coach }, at) => (byCoach.get(coach) ?? []).filter(({ begunAt, closedAt }) => begunAt <= at && (closedAt === null || closedAt > at)).length;
}

function meanOf(plan: Plan, { asking: { system } }: Coaching, call: number, load: () => number): number {
  const rural = plan.planted && system.locale === "RURAL" ? RATING.rural : 0;
  const byCall = plan.effect === "call" ? RATING.call * (Math.min(call, 8) - 1) : 0;
  const byLoad = plan.effect === "load" ? RATING.load * (Math.min(load(), 13) - 4) : 0;
  return RATING.mean + rural + byCall + byLoad;
}

/** Every call's rating, given or not: randomly rounded, so that its mean is the model's exactly. */
export function drawRatings(plan: Plan, engagements: readonly Coaching[], draws: Draws): Judged[] {
  const loadAt = loadsOf(engagements);
  return engagements.flatMap((coaching) => {
    const isAlike = plan.calls === "alike";
    const leader = isAlike ? RATING.leader * (2 * draws.uniform() - 1) : 0;
    const [least, most] = RESPONSE.leader;
    const answers = isAlike ? least + (most - least) * draws.uniform() : (least + most) / 2;
    return coaching.calls.map((call): Judged => {
      const spread = draws.uniform();
      const scatter = spread < RATING.spread ? -1 : spread < 2 * RATING.spread ? 1 : 0;
      const mean = meanOf(plan, coaching, call.call, () => loadAt(coaching, call.at));
      const rating = Math.min(5, Math.max(1, draws.rounded(mean + leader + scatter)));
      const chance = plan.silence === "by rating" ? (RESPONSE.byRating[rating - 1] ?? 0) : answers;
      const isGiven = draws.chance(chance);
      return { coaching, call, rating, isGiven, wantsMore: draws.chance(0.3) };
    });
  });
}
