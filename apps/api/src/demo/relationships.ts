import type { CloseReason } from "@arl/schema/enums";
import { DAYS_PER_MONTH } from "@arl/schema/network";
import { dayOf, daysBetween, instant, isWorkday, PILOT_END, PILOT_END_DAY, workdayOnOrAfter, workdayOnOrBefore } from "./calendar";
import { PILOT_FACTS } from "./planted";
import { randomStream, spread } from "./random";
import { type Observed, productLimit, shareAt } from "./survival";
import type { Ask } from "./timeline";

/** How a match went in time, before anyone has a name. */
export interface Course {
  /** Of the request, in the timeline. */
  readonly ask: number;
  readonly matchedAt: Date;
  /** First and last day with a call, and the minute at which this pair likes to talk; null without a call. */
  readonly calls: { readonly first: number; readonly last: number; readonly minute: number } | null;
  readonly closedAt: Date | null;
  readonly closeReason: CloseReason | null;
  /** False for the few who neither came back nor said that they wanted to. */
  readonly returns: boolean;
}

/** Weibull: few relationships end at once, few last for a year. */
const SHAPE = 1.45;

const CLOSE_REASONS: readonly CloseReason[] = [
  "goals_met", "goals_met", "goals_met", "no_longer_needed", "goals_met", "goals_met", "paused", "goals_met",
  "leader_left", "goals_met", "goals_met", "no_response", "goals_met", "goals_met", "other", "goals_met", "merged",
];

/** Relationships that end with the first call, and those that are referred out, by their order in time. */
const ENDS_AT_ONCE_EVERY = 24;
const ENDS_AT_ONCE = 9;
const REFERRED_EVERY = 18;
const REFERRED = 11;

/** Recent relationships with one call so far and no answer. */
const SILENT_SO_FAR = 3;

/** Working time after `days` elapsed days: a night or weekend moves to the next morning. */
function matchedAfter(ask: Ask, days: number, morning: number): Date {
  const raw = new Date(ask.submittedAt.getTime() + days * 86_400_000);
  const day = Math.floor(daysBetween(instant(0, 0), raw));
  const minute = Math.round((daysBetween(instant(0, 0), raw) - day) * 1440);
  if (isWorkday(day) && minute >= 500 && minute <= 1080) return instant(day, minute);
  const next = workdayOnOrAfter(minute > 1080 || !isWorkday(day) ? day + 1 : day);
  return instant(next, morning);
}

function dayIndex(date: Date): number {
  return Math.floor(daysBetween(instant(0, 0), date));
}

/** The relationship's last call and its closing, when its planned length is `days`. */
function ending(first: number, days: number, order: number): { last: number; closed: number | null } {
  const random = randomStream(`ending ${String(order)}`);
  const planned = days === 0 ? first : Math.max(workdayOnOrBefore(first + Math.round(days)), workdayOnOrAfter(first + 5));
  // Nobody ends in the two days after four months, so that the median is not four months to the day.
  const last = [122, 123].includes(planned - first) ? workdayOnOrAfter(first + 124) : planned;
  const closed = workdayOnOrAfter(last + random.whole(3, 12));
  if (closed < PILOT_END_DAY - 1) return { last, closed };
  // Still going: the latest call is some days back, for a few a good while.
  const stalled = order % 23 === 7;
  const back = stalled ? random.whole(38, 62) : random.whole(3, 20);
  return { last: Math.max(first, workdayOnOrBefore(Math.min(last, PILOT_END_DAY - back))), closed: null };
}

/** What the plan leaves free: the typical length in days, and where the even spread of lengths begins. */
interface Lengths {
  readonly scale: number;
  readonly phase: number;
}

function relationship(ask: Ask, index: number, order: number, { scale, phase }: Lengths): Course {
  const random = randomStream(`course ${String(index)}`);
  const matchedAt = matchedAfter(ask, Math.exp(Math.log(1.9) + 0.62 * random.normal()), random.whole(520, 660));
  const wait = 2 + Math.exp(Math.log(2.4) + 0.5 * random.normal());
  const afterDecember = ask.system.wave === "JANUARY" ? dayOf("2020-12-07") : 0;
  const first = workdayOnOrAfter(Math.max(afterDecember, dayIndex(matchedAt) + Math.round(wait)));
  const minute = 15 * random.whole(36, 66);
  const atOnce = order % ENDS_AT_ONCE_EVERY === 11 && order < ENDS_AT_ONCE_EVERY * ENDS_AT_ONCE;
  const referred = order % REFERRED_EVERY === 4 && order < REFERRED_EVERY * REFERRED;
  const lasting = scale * (-Math.log(1 - spread(order, phase))) ** (1 / SHAPE);
  const { last, closed } = ending(first, atOnce ? 0 : referred ? 25 + 70 * random.next() : lasting, order);
  const reason = referred ? "referred_out" : atOnce ? "no_response" : random.pick(CLOSE_REASONS);
  return {
    ask: index,
    matchedAt,
    calls: { first, last, minute },
    closedAt: closed === null ? null : instant(closed, random.whole(540, 1020)),
    closeReason: closed === null ? null : reason,
    returns: !atOnce,
  };
}

/** Matches without a call: closed after some weeks of silence, or so recent that the first call is still to come. */
function withoutCall(ask: Ask, index: number): Course {
  const random = randomStream(`course ${String(index)}`);
  const matchedAt = matchedAfter(ask, 0.8 + 1.8 * random.next(), random.whole(520, 660));
  const open = ask.fate === "MATCHED";
  const closedDay = workdayOnOrAfter(dayIndex(matchedAt) + random.whole(16, 38));
  return {
    ask: index,
    matchedAt,
    calls: null,
    closedAt: open ? null : instant(closedDay, random.whole(540, 1020)),
    closeReason: open ? null : random.pick(["no_response", "no_longer_needed", "leader_left"] as const),
    returns: true,
  };
}

function plan(asks: readonly Ask[], lengths: Lengths): Course[] {
  let order = -1;
  return asks.flatMap((ask, index) => {
    if (ask.fate === "REFERRED" || ask.fate === "OPEN") return [];
    if (ask.fate !== "RELATIONSHIP") return [withoutCall(ask, index)];
    order += 1;
    return [relationship(ask, index, order, lengths)];
  });
}

function observe(courses: readonly Course[], asOf: Date): Observed[] {
  return courses.flatMap(({ calls, closedAt, closeReason }) => {
    if (calls === null) return [];
    const first = instant(calls.first, calls.minute);
    if (closedAt === null) return [{ days: daysBetween(first, asOf), ended: false }];
    return [{ days: daysBetween(first, instant(calls.last, calls.minute)), ended: closeReason !== "referred_out" }];
  });
}

/** Whether a hair more than half of the relationships last four months, at the pilot's end and two days on. */
function halfLastFourMonths(courses: readonly Course[]): boolean {
  const fourMonths = 4 * DAYS_PER_MONTH;
  return [0, 0.375, 1, 2].every((later) => {
    const steps = productLimit(observe(courses, new Date(PILOT_END.getTime() + later * 86_400_000)));
    const share = shareAt(steps, fourMonths);
    const median = steps.find((step) => step.share <= PILOT_FACTS.sustainedFourMonths)?.days ?? Infinity;
    return share > 0.5002 && share < 0.5048 && median > 4.05 * DAYS_PER_MONTH && median < 4.25 * DAYS_PER_MONTH;
  });
}

function silenceRecent(courses: readonly Course[]): Course[] {
  const single = courses.filter(({ calls, closedAt }) => calls !== null && calls.first === calls.last && closedAt === null);
  const silent = new Set(single.slice(-SILENT_SO_FAR));
  return courses.map((course) => (silent.has(course) ? { ...course, returns: false } : course));
}

/**
 * The course of every match, in the order of the requests. Typical length and phase are stepped until half of the
 * relationships last a little over four months.
 *
 * @throws RangeError when none do
 */
export function planCourses(asks: readonly Ask[]): Course[] {
  for (let phase = 0.11; phase < 1; phase += 0.06) {
    for (let scale = 154; scale < 168; scale += 1) {
      const courses = plan(asks, { scale, phase });
      if (halfLastFourMonths(courses)) return silenceRecent(courses);
    }
  }
  throw new RangeError("no typical length lets half of the relationships last four months");
}
