import { DAYS_PER_MONTH, TITLE_I_SHARE } from "@arl/schema/network";
import { describe, expect, test } from "vitest";
import { buildDemo } from "./network";
import { CHALLENGE, PILOT_FACTS } from "./planted";
import { mean, median, survivalCurve } from "./proof/statistics";
import { type Relationship, type View, viewAt } from "./proof/view";

const demo = buildDemo();
const { records } = demo;

/** Midnight in New York, in winter. */
const end = viewAt(demo, new Date("2021-02-01T05:00:00Z"));
const today = viewAt(demo, new Date("2021-02-01T14:00:00Z"));
const december = viewAt(demo, new Date("2020-12-05T05:00:00Z"));

const DAY = 86_400_000;
const organisationOf = new Map(records.coaches.map((coach) => [coach.id, coach.providerId]));
const engagementById = new Map(records.engagements.map((engagement) => [engagement.id, engagement]));

/** Organisations with a coach in a held session. */
function organisations(view: View): Set<string | undefined> {
  return new Set(
    view.sessions
      .flatMap((session) => (session.coachIds.length > 0 ? session.coachIds : (engagementById.get(session.engagementId)?.coachIds ?? [])))
      .map((coach) => organisationOf.get(coach)),
  );
}

function share<T>(items: Iterable<T>, holds: (item: T) => boolean): number {
  const all = [...items];
  return all.filter(holds).length / all.length;
}

function localeShare(view: View, ...locales: string[]): number {
  return Math.round(100 * share(view.served.values(), ({ locale }) => locale !== null && locales.includes(locale)));
}

function rating(view: View): number {
  return mean(view.ratings.map((one) => one.rating));
}

function returnRate(view: View): number {
  const wantsMore = new Map(view.ratings.map((one) => [one.sessionId, one.wantsMore]));
  return share(view.relationships, ({ sessions }) => sessions.length > 1 || wantsMore.get(sessions[0]?.id ?? "") === true);
}

function lengthOf({ sessions, closed, engagement }: Relationship, asOf: Date): { days: number; ended: boolean } {
  const first = sessions[0]?.heldAt.getTime() ?? NaN;
  const until = closed ? (sessions.at(-1)?.heldAt.getTime() ?? NaN) : asOf.getTime();
  return { days: (until - first) / DAY, ended: closed && engagement.closeReason !== "referred_out" };
}

function lengths(view: View): ReturnType<typeof survivalCurve> {
  return survivalCurve(view.relationships.map((relationship) => lengthOf(relationship, view.asOf)));
}

const engagementOf = new Map(records.engagements.map((engagement) => [engagement.requestId, engagement]));
const referralOf = new Map(records.referrals.map((referral) => [referral.requestId, referral]));

/** From submission to `reached`, else followed until the request left or to the end. */
function waits(
  reached: (request: string) => Date | undefined,
  left: (request: string) => Date | null | undefined,
): { days: number; ended: boolean }[] {
  return end.requests.map(({ id, submittedAt }) => {
    const at = reached(id);
    return { days: ((at ?? left(id) ?? end.asOf).getTime() - submittedAt.getTime()) / DAY, ended: at !== undefined };
  });
}

/** Challenge levels of all calls with this number, from 0. */
function levels(number: number): number[] {
  return end.relationships.flatMap(({ sessions }) => sessions[number]?.challengeLevel ?? []);
}

describe("the pilot up to 1 February 2021", () => {
  test("174 systems asked, some of them twice", () => {
    expect(end.asking.size).toBe(PILOT_FACTS.requestingSystems);
    expect(end.requests.length).toBe(262);
  });

  test("half of the served systems are in cities", () => {
    expect([50, 51]).toContain(localeShare(end, "CITY"));
  });

  test("over three quarters of the systems with a known share are Title I, and some share is unknown", () => {
    const known = [...end.served.values()].flatMap(({ lowIncomeShare }) => (lowIncomeShare === null ? [] : [lowIncomeShare]));
    const titleI = share(known, (one) => one >= TITLE_I_SHARE);
    expect(known.length).toBeLessThan(end.served.size);
    expect(titleI).toBeGreaterThan(0.765);
    expect(titleI).toBeLessThan(0.805);
  });

  test.each([["midnight", end], ["the demo's morning", today]] as const)("at %s the mean session rating is 4.75", (_, view) => {
    expect(rating(view).toFixed(2)).toBe("4.75");
  });

  test("about two sessions in three are rated, four in five of them with a five", () => {
    expect(end.ratings.length / end.sessions.length).toBeGreaterThan(0.6);
    expect(end.ratings.length / end.sessions.length).toBeLessThan(0.7);
    expect(share(end.ratings, (one) => one.rating === 5)).toBeGreaterThan(0.75);
  });

  test.each([["midnight", end], ["the demo's morning", today]] as const)("at %s 95% came back or wanted to", (_, view) => {
    expect(Math.round(100 * returnRate(view))).toBe(95);
  });

  test.each([["midnight", end], ["the demo's morning", today]] as const)("at %s half of the relationships lasted over four months", (_, view) => {
    const curve = lengths(view);
    expect(curve.share(4 * DAYS_PER_MONTH).toFixed(2)).toBe("0.50");
    expect(curve.median / DAYS_PER_MONTH).toBeGreaterThan(4);
    expect(curve.median / DAYS_PER_MONTH).toBeLessThan(4.3);
  });

  test("the longest relationships had eleven calls", () => {
    expect(Math.max(...end.relationships.map(({ sessions }) => sessions.length))).toBe(PILOT_FACTS.mostCalls);
  });

  test("twelve providers and the hub coached", () => {
    expect(organisations(end).size).toBe(PILOT_FACTS.providers + 1);
    expect(organisations(end)).toContain("org-00");
  });
});

describe("the pilot up to 5 December 2020", () => {
  const served = [...december.served.values()];

  test("148 served systems hold exactly 1,515 schools and 939,988 students, all of them known", () => {
    expect(served.length).toBe(PILOT_FACTS.december.servedSystems);
    expect(served.every(({ schools, enrollment, locale }) => schools !== null && enrollment !== null && locale !== null)).toBe(true);
    expect(served.reduce((sum, { schools }) => sum + (schools ?? 0), 0)).toBe(PILOT_FACTS.december.schools);
    expect(served.reduce((sum, { enrollment }) => sum + (enrollment ?? 0), 0)).toBe(PILOT_FACTS.december.students);
  });

  test("the sizes are skewed: the largest system holds 15%, the median under 3,000 students", () => {
    const sizes = served.map(({ enrollment }) => enrollment ?? 0);
    expect(Math.max(...sizes) / PILOT_FACTS.december.students).toBeCloseTo(0.15, 2);
    expect(median(sizes)).toBeLessThan(3000);
  });

  test("they are in 38 states", () => {
    expect(new Set(served.map(({ state }) => state)).size).toBe(PILOT_FACTS.december.states);
  });

  test("51% are in cities, 25% in towns and rural places, 24% in suburbs", () => {
    expect(localeShare(december, "CITY")).toBe(51);
    expect(localeShare(december, "TOWN", "RURAL")).toBe(25);
    expect(localeShare(december, "SUBURB")).toBe(24);
  });

  test("eleven providers beside the hub had coached", () => {
    expect(organisations(december).size).toBe(PILOT_FACTS.december.providers + 1);
    expect(organisations(december)).toContain("org-00");
  });

  test("rating, return and length were already much as at the end", () => {
    expect(rating(december)).toBeGreaterThan(4.68);
    expect(rating(december)).toBeLessThan(4.82);
    expect(returnRate(december)).toBeGreaterThan(0.9);
    expect(lengths(december).share(4 * DAYS_PER_MONTH)).toBeGreaterThan(0.4);
  });
});

describe("how the pilot ran", () => {
  test("a match takes two to three days, a first session about a week", () => {
    const firstCall = new Map(end.relationships.map(({ request, sessions }) => [request.id, sessions[0]?.heldAt]));
    const match = survivalCurve(waits((id) => engagementOf.get(id)?.matchedAt, (id) => referralOf.get(id)?.sentAt));
    const first = survivalCurve(waits((id) => firstCall.get(id), (id) => engagementOf.get(id)?.closedAt ?? referralOf.get(id)?.sentAt));
    expect(match.median).toBeGreaterThan(2);
    expect(match.median).toBeLessThan(3);
    expect(first.median).toBeGreaterThan(6);
    expect(first.median).toBeLessThan(8.5);
  });

  test("the queue holds requests past the service target and fresh ones", () => {
    const open = today.requests.filter(({ id }) => !engagementOf.has(id) && !referralOf.has(id));
    const age = open.map(({ submittedAt }) => (today.asOf.getTime() - submittedAt.getTime()) / DAY);
    expect(age.filter((days) => days > 2).length).toBe(4);
    expect(age.filter((days) => days <= 2).length).toBe(3);
  });

  test("the form takes about a minute, with a long tail", () => {
    const seconds = records.requests.flatMap(({ secondsToSubmit }) => (secondsToSubmit === null ? [] : [secondsToSubmit]));
    expect(median(seconds)).toBeGreaterThan(50);
    expect(median(seconds)).toBeLessThan(65);
    expect(mean(seconds)).toBeGreaterThan(median(seconds));
  });

  test("a third is coached by teams, many of them across organisations", () => {
    const teams = records.engagements.filter(({ coachIds }) => coachIds.length > 1);
    expect(teams.length / records.engagements.length).toBeCloseTo(1 / 3, 2);
    expect(share(teams, ({ coachIds }) => new Set(coachIds.map((id) => organisationOf.get(id))).size > 1)).toBeGreaterThan(0.4);
  });

  test("7% of requests are referred out, with six outcomes in ten known", () => {
    expect(records.referrals.length / records.requests.length).toBeCloseTo(0.07, 2);
    expect(share(records.referrals, ({ outcome }) => outcome !== null)).toBeGreaterThan(0.4);
    expect(share(records.referrals, ({ outcome }) => outcome !== null)).toBeLessThan(0.8);
  });

  test("work gets harder: the mean challenge level rises from call to call, and within four relationships of five", () => {
    const means = Array.from({ length: 8 }, (_, number) => mean(levels(number)));
    expect(means[0]).toBeCloseTo(CHALLENGE.firstCall, 0);
    const climbs = end.relationships.flatMap(({ sessions }) => {
      const known = sessions.flatMap(({ challengeLevel }) => challengeLevel ?? []);
      return known.length > 3 ? [(known.at(-1) ?? 0) - (known[0] ?? 0)] : [];
    });
    expect(share(climbs, (climb) => climb > 0)).toBeGreaterThan(0.8);
    means.slice(1).forEach((level, index) => {
      expect(level).toBeGreaterThan(means[index] ?? 4);
    });
  });
});
