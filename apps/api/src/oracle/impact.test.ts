import { describe, expect, test } from "vitest";
import type { DistrictRecord } from "@arl/schema/records";
import { impact } from "./impact";
import { resolveNetwork } from "./network";
import { aRating, aRequest, aSession, anEngagement, tinyNetwork } from "./tinyNetwork";

const at = (instant: string): Date => new Date(`${instant}Z`);
const NOW = at("2021-02-01T14:00");

const district: DistrictRecord = {
  leaid: "3699901",
  name: "Maple",
  state: "NY",
  city: null,
  zip: null,
  localeCode: "22",
  enrollment: 4_000,
  schools: 9,
  lat: null,
  lon: null,
  agencyType: null,
  isCharter: null,
  isRegular: null,
  childPovertyPct: 12,
};

// Three systems: a district that asked twice, a charter whose name is spelled in two ways, and one never coached.
const records = tinyNetwork({
  requests: [
    aRequest({ id: "r1", submittedAt: at("2020-05-01T12:00"), leaid: "3699901", locale: "CITY", lowIncomeShare: 0.4 }),
    aRequest({ id: "r2", submittedAt: at("2020-06-01T12:00"), leaid: "3699901", enrollment: 5_000, lowIncomeShare: 0.2 }),
    aRequest({ id: "r3", submittedAt: at("2020-05-11T12:00"), systemName: "St. Mary's", state: "OH", lowIncomeShare: 0.5 }),
    aRequest({ id: "r4", submittedAt: at("2020-05-21T12:00"), systemName: "ST MARYS", state: "OH", locale: "RURAL" }),
    aRequest({ id: "r5", submittedAt: at("2020-05-31T12:00"), systemName: "St. Mary's", state: "PA" }),
  ],
  engagements: [
    anEngagement({ id: "e1", requestId: "r1", coachIds: ["a1", "h"], matchedAt: at("2020-05-02T12:00"), closedAt: at("2020-10-01T12:00") }),
    anEngagement({ id: "e2", requestId: "r2", coachIds: ["b1"], matchedAt: at("2020-06-04T12:00") }),
    anEngagement({
      id: "e3", requestId: "r3", coachIds: ["a1"], matchedAt: at("2020-05-13T00:00"),
      closedAt: at("2020-06-01T00:00"), closeReason: "referred_out" as const,
    }),
    anEngagement({ id: "e4", requestId: "r4", coachIds: ["h"], matchedAt: at("2020-05-25T12:00"), closedAt: at("2020-05-26T12:00") }),
  ],
  sessions: [
    aSession({ id: "s1", engagementId: "e1", heldAt: at("2020-05-05T12:00") }),
    aSession({ id: "s2", engagementId: "e1", heldAt: at("2020-09-12T12:00"), coachIds: ["h"] }),
    aSession({ id: "s3", engagementId: "e2", heldAt: at("2020-06-05T12:00") }),
    aSession({ id: "s4", engagementId: "e3", heldAt: at("2020-05-14T12:00") }),
  ],
  ratings: [
    aRating({ sessionId: "s1", ratedAt: at("2020-05-06T12:00"), rating: 4, wantsMore: false }),
    aRating({ sessionId: "s3", ratedAt: at("2020-06-20T12:00"), rating: 5, wantsMore: true }),
  ],
  referrals: [
    { id: "x", requestId: "r5", sentAt: at("2020-06-02T12:00"), destination: "M", reason: null, outcome: null, outcomeAt: null },
  ],
});
const network = resolveNetwork(records, [district]);
const exact = (value: number, n: number) => ({ value, low: null, high: null, n, withheld: null });

describe("impact of a network counted by hand", () => {
  const all = impact(network, {}, NOW);

  test("takes name spellings as one system and the same name in another state as another", () => {
    expect(all.systemsRequesting).toEqual(exact(3, 3));
    expect(all.systemsServed).toEqual(exact(2, 2));
    expect(all.requests).toEqual(exact(5, 3));
    expect(all.sessionsHeld).toEqual(exact(4, 2));
    expect(all.statesReached).toEqual(exact(2, 2));
  });

  test("takes the latest figures given, else the directory's, and sums the known ones", () => {
    expect(all.studentsReached).toEqual(exact(5_000, 1));
    expect(all.schoolsReached).toEqual(exact(9, 1));
  });

  test("counts Title I among the known, by the latest share given", () => {
    expect([all.titleIShare.value, all.titleIShare.n]).toEqual([0.5, 2]);
  });

  test("takes a locale from a later request that leaves out the rest", () => {
    expect(all.localeMix.map(({ row, share }) => [row?.key, share.value, share.n])).toEqual([
      ["CITY", 0.5, 2],
      ["RURAL", 0.5, 2],
    ]);
  });

  test("does not count the hub among active organisations", () => {
    expect(all.providersActive).toEqual(exact(2, 2));
  });

  test("has the mean of 4 and 5 with one degree of freedom", () => {
    // s = √½, so half the width is 12.7062 · √½/√2 = 6.3531.
    expect(all.sessionRating.value).toBe(4.5);
    expect(all.sessionRating.high).toBeCloseTo(4.5 + 12.706204736174705 / 2, 9);
    expect([all.responseRate.value, all.responseRate.n]).toEqual([0.5, 4]);
  });

  test("counts as returned who came again or said so at first", () => {
    // e1 came again; e2's first rating wants more; e3 neither.
    expect([all.returnRate.value, all.returnRate.n]).toEqual([2 / 3, 3]);
    expect(all.sessionsPerRelationshipMax).toEqual(exact(2, 3));
  });

  test("measures relationships from first to last session, the open and the referred ones censored", () => {
    // e1 ends after 130 days (4.27 months); e2 is followed for 241 days; e3 is censored at once.
    expect(all.relationshipLengthMonths.value).toBeCloseTo(130 / 30.4375, 12);
    expect(all.sustainedFourMonths).toEqual({ value: 1, low: null, high: null, n: 3, withheld: null });
  });

  test("measures the days to a match, the referred request censored", () => {
    // Days 1, 3, 1.5 and 4; r5 leaves at 2. S: 4/5, 3/5, then 2 at risk: 3/10 at day 3.
    expect([all.daysToMatch.value, all.daysToMatch.n]).toEqual([3, 5]);
  });

  test("lets a request leave when its engagement closes without a call", () => {
    // Sessions after 4, 4 and 3 days; r4 leaves at 5, r5 at 2. S: 3/4 at day 3, 1/4 at day 4.
    expect([all.daysToFirstSession.value, all.daysToFirstSession.n]).toEqual([4, 5]);
  });
});

describe("impact as of an earlier day", () => {
  test("hides what came later", () => {
    const early = impact(network, { to: "2020-06-06" }, NOW);
    expect(early.sessionsHeld).toEqual(exact(3, 2));
    expect([early.sessionRating.value, early.sessionRating.n, early.sessionRating.high]).toEqual([4, 1, null]);
    // Neither e1's second session nor e2's rating has come yet.
    expect(early.returnRate.value).toBe(0);
    // e1's closing neither: nobody was followed for four months.
    expect(early.sustainedFourMonths.withheld).toBe("NOT_REACHED");
  });

  test("cuts days at midnight in New York", () => {
    const late = tinyNetwork({ requests: [aRequest({ id: "r", submittedAt: at("2020-06-01T03:59:59") })] });
    const one = resolveNetwork(late, []);
    expect(impact(one, { from: "2020-06-01" }, NOW).requests.value).toBe(0);
    expect(impact(one, { to: "2020-06-01" }, NOW).requests.value).toBe(1);
  });
});

describe("impact in a scope", () => {
  test("follows a session by its own coaches and a request through its engagement", () => {
    const hub = impact(network, { providers: ["hub"] }, NOW);
    // s1 by the engagement's coaches, s2 by its own; requests r1 and r4; relationship e1.
    expect([hub.sessionsHeld.value, hub.requests.value, hub.relationships.value]).toEqual([2, 2, 1]);
    expect(impact(network, { providers: ["a"] }, NOW).sessionsHeld.value).toBe(2);
  });

  test("knows neither yes nor no of an unknown share", () => {
    expect(impact(network, { titleI: true }, NOW).systemsRequesting.value).toBe(1);
    expect(impact(network, { titleI: false }, NOW).systemsRequesting.value).toBe(1);
  });

  test("of nobody has no data", () => {
    const none = impact(network, { regions: ["WEST"] }, NOW);
    expect(none.requests).toEqual(exact(0, 0));
    expect(none.titleIShare).toEqual({ value: null, low: null, high: null, n: 0, withheld: "NO_DATA" });
    expect(none.daysToMatch.withheld).toBe("NO_DATA");
  });
});
