import { describe, expect, test } from "vitest";
import { gaps } from "./gaps";
import { impact } from "./impact";
import { needPatterns } from "./needPatterns";
import { resolveNetwork, type Network } from "./network";
import { Rng } from "./random";
import { RANDOM_NETWORK_NOW as NOW, randomNetwork } from "./randomNetwork";
import { SCOPE_PARTS, randomScope } from "./randomScope";
import { select } from "./scope";
import { systemKey } from "./systems";
import { topicTrends } from "./topicTrends";

const generated = randomNetwork(11, { systems: 200 });
const { records } = generated;
const network: Network = resolveNetwork(records, generated.districts);
/** A smaller one for what is calculated often. */
const small = randomNetwork(21, { systems: 60 });
const smallNetwork = resolveNetwork(small.records, small.districts);

describe("randomNetwork", () => {
  test("is the same for the same seed and another for another", () => {
    expect(randomNetwork(11, { systems: 200 })).toEqual(generated);
    expect(randomNetwork(12, { systems: 200 })).not.toEqual(generated);
  });

  test("has every awkward case", () => {
    const bySystem = [...Map.groupBy(records.requests, systemKey).values()];
    const engagementsOf = (id: string) => records.engagements.filter(({ requestId }) => requestId === id);
    const sessionsOf = (id: string) => records.sessions.filter(({ engagementId }) => engagementId === id);
    const engagementOf = (id: string) => records.engagements.find((engagement) => engagement.id === id);
    const cases: Record<string, number> = {
      "one system, names spelled in several ways": bySystem.filter(
        (own) => own[0]?.leaid === null && new Set(own.map(({ systemName }) => systemName)).size > 1,
      ).length,
      "requests of one system that disagree": bySystem.filter((own) => new Set(own.map(({ locale }) => locale)).size > 2).length,
      "a system of unknown locale": [...network.systems.values()].filter(({ locale }) => locale === null).length,
      "a system of unknown share": [...network.systems.values()].filter(({ titleI }) => titleI === null).length,
      "an untagged request": records.requests.filter(({ topics }) => topics.length === 0).length,
      "a request tagged outside the framework": records.requests.filter(({ topics }) => topics.includes("NONE")).length,
      "several engagements of a request": records.requests.filter(({ id }) => engagementsOf(id).length > 1).length,
      "an engagement never started": records.engagements.filter(({ id }) => sessionsOf(id).length === 0).length,
      "closed without a call": records.engagements.filter(({ id, closedAt }) => closedAt && sessionsOf(id).length === 0).length,
      "referred after the match": records.referrals.filter(({ requestId, sentAt }) =>
        engagementsOf(requestId).some(({ matchedAt }) => matchedAt < sentAt),
      ).length,
      "referred before the match": records.referrals.filter(({ requestId, sentAt }) =>
        engagementsOf(requestId).some(({ matchedAt }) => matchedAt > sentAt),
      ).length,
      "a session before the match": records.sessions.filter(
        ({ engagementId, heldAt }) => heldAt < (engagementOf(engagementId)?.matchedAt ?? heldAt),
      ).length,
      "a session after the closing": records.sessions.filter(
        ({ engagementId, heldAt }) => heldAt > (engagementOf(engagementId)?.closedAt ?? heldAt),
      ).length,
      "a guest": records.sessions.filter(({ engagementId, coachIds }) =>
        coachIds.some((id) => !engagementOf(engagementId)?.coachIds.includes(id)),
      ).length,
      "a rating that says neither": records.ratings.filter(({ wantsMore }) => wantsMore === null).length,
      "an unrated session": records.sessions.length - records.ratings.length,
      "a generalist with topics": records.coaches.filter(({ role, topics }) => role !== "specialist" && topics.length > 0).length,
      "a specialist of unknown hours": records.coaches.filter(({ role, hoursPerMonth }) => role === "specialist" && hoursPerMonth === null).length,
    };
    expect(Object.entries(cases).filter(([, size]) => size < 2)).toEqual([]);
  });

  test("never has two requests of a system at one instant, of which neither would be the latest", () => {
    const moments = records.requests.map((request) => `${systemKey(request)} ${request.submittedAt.getTime()}`);
    expect(new Set(moments).size).toBe(moments.length);
  });
});

describe("randomScope", () => {
  test("restricts every field, and never in vain", () => {
    const rng = new Rng(5);
    const whole = select(network, {}, NOW).requests.length;
    for (const part of SCOPE_PARTS) {
      const sizes = Array.from({ length: 8 }, () => select(network, part(rng, network), NOW).requests.length);
      expect(Math.max(...sizes)).toBeGreaterThan(0);
      expect(Math.min(...sizes)).toBeLessThan(whole);
    }
  });
});

describe("the four calculations agree where they meet", () => {
  const rng = new Rng(3);
  test.each(Array.from({ length: 12 }, (_, i) => i))("in scope %i", () => {
    const scope = randomScope(rng, network);
    const reached = impact(smallNetwork, scope, NOW);
    const total = (dimension: "STATE" | "LOCALE" | "WEEK" | "TITLE_I", kind: "REQUESTS" | "SESSIONS") =>
      needPatterns(smallNetwork, scope, NOW, dimension, null, kind).cells.reduce((sum, { count }) => sum + (count.value ?? 0), 0);
    // Dimensions with one key for each row add up to the rows.
    for (const dimension of ["STATE", "LOCALE", "WEEK", "TITLE_I"] as const) {
      expect(total(dimension, "REQUESTS")).toBe(reached.requests.value);
      expect(total(dimension, "SESSIONS")).toBe(reached.sessionsHeld.value);
    }
    const byTopic = needPatterns(smallNetwork, scope, NOW, "TOPIC", null, "SESSIONS");
    for (const trend of topicTrends(smallNetwork, scope, NOW)) {
      const cell = byTopic.cells.find(({ row }) => row?.key === trend.topic.code);
      expect(trend.points.reduce((sum, { count }) => sum + (count.value ?? 0), 0)).toBe(cell?.count.value ?? 0);
    }
    const supply = gaps(smallNetwork, { ...scope, topics: null }, NOW).filter(({ coverage }) => coverage.value !== null);
    const tags = supply.reduce((sum, { demand }) => sum + (demand.value ?? 0), 0);
    // Weighted by demand, coverage is the share of all hours that lies on topics in demand.
    const covered = supply.reduce((sum, { coverage, demand }) => sum + ((coverage.value ?? 0) * (demand.value ?? 0)) / tags, 0);
    expect(covered).toBeLessThan(1 + 1e-9);
  });
});
