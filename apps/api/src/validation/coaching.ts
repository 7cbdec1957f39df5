import type { Asking } from "./asking";
import type { Draws } from "./draws";
import { APART, AS_OF, BURSTS, COACHED, DAY_MS, DRIFT, LENGTH, LEVEL, MATCHING, MONTH_DAYS, NEEDS, PLACES, SESSION_RATIO } from "./model";
import type { Plan } from "./plan";

/** A call that was held before as of. */
export interface Call {
  readonly at: number;
  /** 1 is the first. */
  readonly call: number;
  readonly topics: readonly number[];
  readonly level: number;
}

/** A relationship, with what nobody but the simulation sees: how long it will have lasted. Times in milliseconds. */
export interface Coaching {
  readonly id: string;
  readonly asking: Asking;
  readonly coach: number;
  readonly matchedAt: number;
  /** Months from first to last call, had no referral come. */
  readonly length: number;
  /** Months until a referral. */
  readonly referral: number;
  readonly begunAt: number;
  /** Null while it goes on. */
  readonly closedAt: number | null;
  readonly isReferred: boolean;
  readonly works: readonly number[];
  readonly calls: readonly Call[];
  /** Calls that it will have had in the end. */
  readonly callsInAll: number;
}

/** What a request waited for, whether it was seen or not; days, Infinity = never. */
interface Waiting {
  readonly asking: Asking;
  readonly matched: number;
  readonly firstCall: number;
}

const MONTH_MS = MONTH_DAYS * DAY_MS;

function waitingOf(plan: Plan, asking: Asking, draws: Draws): Waiting {
  const isRural = asking.system.locale === "RURAL";
  const isMatched = draws.chance(plan.planted && isRural ? MATCHING.rural : MATCHING.probability);
  const days = MATCHING.days * draws.exponential();
  const until = MATCHING.least + MATCHING.more * draws.exponential();
  return { asking, matched: isMatched ? days : Infinity, firstCall: isMatched ? days + until : Infinity };
}

function lengthOf(plan: Plan, asking: Asking, draws: Draws): number {
  const longer = plan.planted && asking.system.locale === "RURAL" ? LENGTH.rural : 1;
  const months = LENGTH.scale * longer * draws.exponential() ** (1 / LENGTH.shape);
  return draws.chance(LENGTH.single) ? 0 : months;
}

function worksOn(plan: Plan, { tagged, asked }: Asking, draws: Draws): number[] {
  const works = new Set(plan.calls === "apart" ? [] : tagged.filter(() => draws.chance(COACHED.kept)));
  const other = draws.below(NEEDS.length);
  if (plan.calls === "alike" && draws.chance(COACHED.other)) works.add(other);
  const drifts = draws.chance(DRIFT);
  if (plan.planted && drifts && asked.includes(PLACES.driftFrom)) works.add(PLACES.driftTo);
  return [...works];
}

/** The chance that a session turns to a topic that its relationship works on. */
function turnsTo(plan: Plan, need: number, month: number): number {
  if (!plan.planted || plan.size === "three years") return COACHED.session;
  if (need === PLACES.risingSessions) return 0.95 * SESSION_RATIO ** month;
  if (need === PLACES.fallingSessions) return 0.95 * SESSION_RATIO ** (-12 - month);
  return COACHED.session;
}

const WEEK_MS = 7 * DAY_MS;
/** Midnight before the Monday of the week of as of, in New York's winter. */
const THIS_MONDAY = Date.parse("2021-03-01T05:00:00Z");

/** The first moment of a planted burst, and the one after its last. */
export const burstTime = ({ firstWeek, weeks }: (typeof BURSTS)[number]): readonly [number, number] => [THIS_MONDAY - firstWeek * WEEK_MS, THIS_MONDAY - (firstWeek - weeks) * WEEK_MS];

function topicsAt(plan: Plan, works: readonly number[], at: number, draws: Draws): number[] {
  const month = (at - AS_OF.getTime()) / MONTH_MS;
  const own = works.filter((need) => draws.chance(turnsTo(plan, need, month)));
  const anew = plan.calls === "alike" ? [] : NEEDS.flatMap(({ probability }, need) => (draws.chance((APART.share * probability + APART.other) * turnsTo(plan, need, month)) ? [need] : []));
  const topics = [...new Set([...own, ...anew])];
  if (!plan.planted) return topics;
  const added = BURSTS.flatMap((burst) => {
    const [from, to] = burstTime(burst);
    return draws.chance(burst.added) && at >= from && at < to ? [burst.place] : [];
  });
  return [...new Set([...topics, ...added])];
}

/** When calls are held: every 10 to 20 days, the last one as the relationship ends. */
function callTimes(begunAt: number, months: number, draws: Draws): number[] {
  const end = begunAt + months * MONTH_MS;
  const times = [begunAt];
  for (let at = begunAt; months > 0; ) {
    at += (10 + 10 * draws.uniform()) * DAY_MS;
    if (at > end - 3 * DAY_MS) return [...times, end];
    times.push(at);
  }
  return times;
}

function coach(plan: Plan, waiting: Waiting, coaches: number, draws: Draws): Coaching | null {
  const { asking, matched, firstCall } = waiting;
  const asOf = AS_OF.getTime();
  const [length, referral, leader, lead] = [lengthOf(plan, asking, draws), draws.exponential() / LENGTH.referral, LEVEL.leader * (2 * draws.uniform() - 1), draws.below(coaches)];
  const matchedAt = asking.at.getTime() + matched * DAY_MS;
  const begunAt = asking.at.getTime() + firstCall * DAY_MS;
  const works = worksOn(plan, asking, draws);
  if (!(matchedAt < asOf)) return null;
  const times = Number.isFinite(begunAt) ? callTimes(begunAt, Math.min(length, referral), draws) : [];
  const last = times.at(-1) ?? Infinity;
  const calls = times.map((at, turn): Call => ({
    at,
    call: turn + 1,
    topics: topicsAt(plan, works, at, draws),
    level: draws.rounded(LEVEL.first + leader + LEVEL.slope * Math.min(turn, LEVEL.calls - 1)),
  }));
  const closedAt = last + 60_000;
  return {
    id: `e-${asking.id}`,
    asking,
    coach: lead,
    matchedAt,
    length,
    referral,
    begunAt,
    closedAt: closedAt < asOf ? closedAt : null,
    isReferred: referral < length,
    works,
    calls: calls.filter(({ at }) => at < asOf),
    callsInAll: calls.length,
  };
}

export interface Coached {
  readonly waiting: readonly Waiting[];
  /** Every engagement begun before as of; a relationship where it has calls. */
  readonly engagements: readonly Coaching[];
}

/** Who waited for how long, and the relationships that came of it. */
export function drawCoaching(plan: Plan, requests: readonly Asking[], coaches: number, draws: Draws): Coached {
  const waiting = requests.map((asking) => waitingOf(plan, asking, draws));
  return { waiting, engagements: waiting.flatMap((each) => coach(plan, each, coaches, draws) ?? []) };
}
