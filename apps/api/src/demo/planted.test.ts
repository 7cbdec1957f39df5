import { RECENT_DEMAND_DAYS } from "@arl/schema/network";
import { describe, expect, test } from "vitest";
import { buildDemo } from "./network";
import { ASKED_TOGETHER, FRAGILE_TOPIC, PLANTED_TRENDS, RESOURCE_GAP_TOPICS, SCARCE_TOPIC, WELL_COVERED_TOPICS } from "./planted";
import { falseDiscovery, fisherAtLeast, rateTrend } from "./proof/statistics";
import { countByMonth, systemKey } from "./proof/view";

const { records } = buildDemo();
const asOf = new Date("2021-02-01T05:00:00Z");

const requestById = new Map(records.requests.map((request) => [request.id, request]));
const engagementById = new Map(records.engagements.map((engagement) => [engagement.id, engagement]));
const coachById = new Map(records.coaches.map((coach) => [coach.id, coach]));

/** A session's own topics, an untagged one's by its request. */
const sessionTopics = records.sessions.map(({ heldAt, engagementId, topics }) => ({
  date: heldAt,
  topics: topics.length > 0 ? topics : (requestById.get(engagementById.get(engagementId)?.requestId ?? "")?.topics ?? []),
}));

/** The trend of every topic with at least five tags. */
function trends(rows: readonly { date: Date; topics: readonly string[] }[]): { topic: string; ratio: number; q: number }[] {
  const { exposure, counts } = countByMonth(rows);
  const tested = [...counts].filter(([, series]) => series.reduce((sum, count) => sum + count, 0) >= 5);
  const fits = tested.map(([topic, series]) => ({ topic, ...rateTrend(series, exposure) }));
  const q = falseDiscovery(fits.map((fit) => fit.p));
  return fits.map(({ topic, ratio }, index) => ({ topic, ratio, q: q[index] ?? 1 }));
}

const plantedTopics = PLANTED_TRENDS.map(({ topic }) => topic);

describe("trends", () => {
  const coached = trends(sessionTopics);
  const asked = trends(records.requests.map(({ submittedAt, topics }) => ({ date: submittedAt, topics })));

  test.each(PLANTED_TRENDS)("coaching on $topic is found $direction", ({ topic, direction }) => {
    const found = coached.find((trend) => trend.topic === topic);
    expect(found?.q).toBeLessThan(0.05);
    expect((found?.ratio ?? 1) > 1 ? "RISING" : "FALLING").toBe(direction);
  });

  test("no other topic's coaching comes near a trend", () => {
    expect(coached.filter(({ topic, q }) => q < 0.2 && !plantedTopics.includes(topic))).toEqual([]);
  });

  test("no request topic trends that was not planted", () => {
    expect(asked.filter(({ topic, q }) => q < 0.2 && !plantedTopics.includes(topic))).toEqual([]);
  });
});

describe("topics asked for together", () => {
  const bySystem = Map.groupBy(records.requests, systemKey);
  const askedBy = new Map<string, Set<string>>();
  for (const [system, requests] of bySystem) {
    for (const topic of requests.flatMap((request) => request.topics)) askedBy.set(topic, (askedBy.get(topic) ?? new Set()).add(system));
  }
  const tested = [...askedBy].filter(([, systems]) => systems.size >= 5).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const pairs = tested.flatMap(([one, ofOne], index) =>
    tested.slice(index + 1).map(([other, ofOther]) => {
      const both = new Set([...ofOne].filter((system) => ofOther.has(system)));
      return { topics: `${one} ${other}`, both, p: fisherAtLeast(both.size, ofOne.size, ofOther.size, bySystem.size) };
    }),
  );
  const q = falseDiscovery(pairs.map((pair) => pair.p));
  const found = pairs.filter((_, index) => (q[index] ?? 1) < 0.05);

  test("every planted pair is found, and no other", () => {
    expect(found.map((pair) => pair.topics)).toEqual(ASKED_TOGETHER.map(({ topics }) => topics.toSorted().join(" ")).toSorted());
  });

  test.each(found)("$topics is shared by ten systems, five states and three providers at least", ({ topics, both }) => {
    const requests = records.requests.filter((request) => both.has(systemKey(request)) && request.topics.some((topic) => topics.includes(topic)));
    const ids = new Set(requests.map(({ id }) => id));
    const coaches = records.engagements.filter(({ requestId }) => ids.has(requestId)).flatMap(({ coachIds }) => coachIds);
    const providers = new Set(coaches.map((id) => coachById.get(id)?.providerId).filter((id) => id !== "org-00"));
    expect(both.size).toBeGreaterThanOrEqual(10);
    expect(new Set(requests.map(({ state }) => state)).size).toBeGreaterThanOrEqual(5);
    expect(providers.size).toBeGreaterThanOrEqual(3);
  });
});

describe("supply and demand at the end", () => {
  const matched = new Set(records.engagements.map(({ requestId }) => requestId));
  const referred = new Set(records.referrals.map(({ requestId }) => requestId));
  const since = asOf.getTime() - RECENT_DEMAND_DAYS * 86_400_000;
  const demanded = records.requests.filter(
    ({ id, submittedAt }) => submittedAt.getTime() >= since || (!matched.has(id) && !referred.has(id)),
  );
  const specialists = records.coaches.filter(
    ({ role, activeFrom, activeTo }) => role === "specialist" && (activeFrom ?? asOf) <= asOf && (activeTo === null || activeTo > asOf),
  );
  const allTags = demanded.flatMap(({ topics }) => topics).length;
  const allHours = specialists.reduce((sum, { hoursPerMonth }) => sum + (hoursPerMonth ?? 0), 0);

  function gap(topic: string): { demand: number; providers: number; coverage: number } {
    const demand = demanded.filter(({ topics }) => topics.includes(topic)).length;
    const able = specialists.filter(({ topics }) => topics.includes(topic));
    const hours = able.reduce((sum, { hoursPerMonth, topics }) => sum + (hoursPerMonth ?? 0) / topics.length, 0);
    return {
      demand,
      providers: new Set(able.map(({ providerId }) => providerId)).size,
      coverage: hours / allHours / (demand / allTags),
    };
  }

  const topics = [...new Set(demanded.flatMap((request) => request.topics))];

  test("the scarce topic is among the most wanted and by far the least covered of those", () => {
    const { demand, coverage } = gap(SCARCE_TOPIC);
    const wanted = topics.filter((topic) => gap(topic).demand >= 3 && topic !== SCARCE_TOPIC);
    expect(demand).toBe(Math.max(...topics.map((topic) => gap(topic).demand)));
    expect(coverage).toBeLessThan(0.15);
    expect(wanted.filter((topic) => gap(topic).coverage < 3 * coverage)).toEqual([]);
  });

  test("the fragile topic has the hours, all in one organisation", () => {
    const { demand, providers, coverage } = gap(FRAGILE_TOPIC);
    expect(demand).toBeGreaterThanOrEqual(3);
    expect(providers).toBe(1);
    expect(coverage).toBeGreaterThan(0.8);
  });

  test.each(WELL_COVERED_TOPICS)("%s is well covered by several organisations", (topic) => {
    const { demand, providers, coverage } = gap(topic);
    expect(demand).toBeGreaterThanOrEqual(1);
    expect(providers).toBeGreaterThanOrEqual(2);
    expect(coverage).toBeGreaterThan(1);
  });

  test.each(RESOURCE_GAP_TOPICS)("%s is coached often and has no current resource", (topic) => {
    expect(sessionTopics.filter(({ topics: tags }) => tags.includes(topic)).length).toBeGreaterThan(30);
    expect(records.resources.filter(({ topics: tags, retiredAt }) => tags.includes(topic) && (retiredAt === null || retiredAt > asOf))).toEqual([]);
  });
});
