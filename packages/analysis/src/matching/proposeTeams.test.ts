import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomSource } from "../testing/random";
import type { Candidate } from "./candidate";
import { teamConstraints } from "./constraints";
import { proposeTeams } from "./proposeTeams";
import { coachesOf, type Team } from "./team";
import { allTeams, bestOf, drawnAsk, drawnCoaches, idsOf, plainAsk, plainCoach } from "./testing";
import { DEFAULT_WEIGHTS } from "./weights";

const weights = DEFAULT_WEIGHTS;

describe("proposeTeams against every team there is", { timeout: 30_000 }, () => {
  test("finds the best team, and of level ones the first by id, in 1,000 small networks", () => {
    let withTeam = 0;
    for (let seed = 1; seed <= 1000; seed += 1) {
      const random = randomSource(seed);
      const n = 3 + Math.floor(random.uniform() * 6);
      const candidates = drawnCoaches(random, n, seed % 2 === 0);
      const ask = drawnAsk(random, "r1", n);
      const best = bestOf(allTeams(ask, candidates), ask, weights);
      const [first] = proposeTeams(ask, candidates, { first: 1, weights }).proposals;
      expect(first ? { ids: idsOf(first.team), total: first.score.total } : null, `seed ${seed}`).toEqual(best);
      if (first) withTeam += 1;
    }
    expect(withTeam).toBeGreaterThan(600);
  });
});

const networks = fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 14 })).map(([seed, n]) => {
  const random = randomSource(seed);
  const candidates = drawnCoaches(random, n, seed % 2 === 0);
  return { candidates, ask: drawnAsk(random, "r1", n), another: { ...plainCoach("z"), ...drawnCoaches(random, 1, false)[0], id: "b999" } };
});

describe("proposeTeams", { timeout: 30_000 }, () => {
  test("never breaks a constraint, and never leads twice with one coach", () => {
    fc.assert(
      fc.property(networks, ({ ask, candidates }) => {
        const { proposals, noTeam, leftOut } = proposeTeams(ask, candidates, { first: 3, weights });
        for (const { team } of proposals) expect(teamConstraints(ask, team)).toEqual([]);
        expect(new Set(proposals.map(({ team }) => team.lead.id)).size).toBe(proposals.length);
        expect(noTeam === null).toBe(proposals.length > 0);
        const out = new Set(leftOut.map(({ coach }) => coach.id));
        expect(allTeams(ask, candidates).flatMap(idsOf).filter((id) => out.has(id))).toEqual([]);
      }),
    );
  });

  test("the order of the candidates changes nothing", () => {
    fc.assert(
      fc.property(networks, fc.infiniteStream(fc.nat()), ({ ask, candidates }, order) => {
        const shuffled = candidates.map((coach) => ({ coach, at: order.next().value })).sort((a, b) => a.at - b.at);
        const [given, other] = [candidates, shuffled.map(({ coach }) => coach)].map((each) => proposeTeams(ask, each, { first: 3, weights }));
        expect(other).toEqual(given);
      }),
    );
  });

  test("one candidate more never lowers the best score", () => {
    fc.assert(
      fc.property(networks, ({ ask, candidates, another }) => {
        const total = (coaches: readonly Candidate[]) => proposeTeams(ask, coaches, { first: 1, weights }).proposals[0]?.score.total ?? 0;
        expect(total([...candidates, another])).toBeGreaterThanOrEqual(total(candidates));
      }),
    );
  });

  test("the second is the best whose lead is not in the first, the third comes from elsewhere where it can", () => {
    let elsewhere = 0;
    for (let seed = 1; seed <= 150; seed += 1) {
      const random = randomSource(seed);
      const candidates = drawnCoaches(random, 9, seed % 2 === 0, 3);
      const ask = { ...drawnAsk(random, "r1", 9), excludedOrganisations: [] };
      const [first, second, third] = proposeTeams(ask, candidates, { first: 3, weights }).proposals;
      const teams = allTeams(ask, candidates);
      const outside = (before: readonly Team[]) => teams.filter(({ lead }) => !before.some((team) => coachesOf(team).includes(lead)));
      const others = first ? outside([first.team]) : [];
      if (!first || !second || others.length === 0) continue;
      expect({ ids: idsOf(second.team), total: second.score.total }).toEqual(bestOf(others, ask, weights));
      const leads = [first.team.lead.organisation.id, second.team.lead.organisation.id];
      const fromElsewhere = outside([first.team, second.team]).filter(({ lead }) => !leads.includes(lead.organisation.id));
      if (!third || fromElsewhere.length === 0) continue;
      elsewhere += 1;
      expect({ ids: idsOf(third.team), total: third.score.total }).toEqual(bestOf(fromElsewhere, ask, weights));
    }
    expect(elsewhere).toBeGreaterThan(20);
  });

  test("among 500 coaches it looks at few of the 62 million teams", () => {
    for (const [seed, coarse] of [[1, false], [2, true], [3, false], [4, true]] as const) {
      const random = randomSource(seed);
      const candidates = drawnCoaches(random, 500, coarse, 12);
      const { looked, proposals } = proposeTeams({ ...drawnAsk(random, "r1", 500), size: { least: 1, most: 3 }, hours: 4 }, candidates, { first: 3, weights });
      expect(proposals).toHaveLength(3);
      expect(looked).toBeLessThan(500_000);
    }
  });

  test("500 coaches who are all alike are no trouble, and the first by id is taken", () => {
    const alike = Array.from({ length: 500 }, (_, i) => plainCoach(`c${String(i).padStart(3, "0")}`));
    const { proposals, looked } = proposeTeams(plainAsk({ size: { least: 3, most: 3 } }), alike, { first: 1, weights });
    expect(proposals.map(({ team }) => idsOf(team))).toEqual([["c000", "c001", "c002"]]);
    expect(looked).toBeLessThan(10_000);
  });

  test("says at most six things for a team, the topics first", () => {
    const ask = plainAsk({ topics: [{ topic: "GRA", name: "grading", priority: 2 }, { topic: "BUD", name: "budgets", priority: 1 }], earlierCoaches: ["a"] });
    const [first] = proposeTeams(ask, [plainCoach("a", { name: "Ana" }), plainCoach("b", { name: "Bo", strengths: { BUD: 1 } })], { first: 1, weights }).proposals;
    expect(first?.reasons).toEqual(["Covered: Ana on grading; Bo on budgets.", "Ana has coached this system before."]);
  });

  test.each([
    ["NO_TOPIC", plainAsk({ topics: [] }), [plainCoach("a")]],
    ["FIRST_TOPIC_NOT_COVERED", plainAsk(), [plainCoach("a", { strengths: { BUD: 1 } })]],
    ["NO_CANDIDATES", plainAsk(), [plainCoach("a", { states: ["TX"] }), plainCoach("b", { relationships: 2, mostRelationships: 2 })]],
    ["NO_LEAD", plainAsk(), [plainCoach("a", { freeHours: 1 })]],
    ["TEAM_SIZE", plainAsk({ size: { least: 2, most: 3 } }), [plainCoach("a")]],
    ["NO_CANDIDATES", plainAsk(), [plainCoach("a", { freeHours: 3 })]],
  ] as const)("without a team it says why: %s", (reason, ask, candidates) => {
    const { proposals, noTeam } = proposeTeams(ask, candidates, { first: 3, weights });
    expect(proposals).toEqual([]);
    expect(noTeam?.reason).toBe(reason);
    expect([noTeam?.why, noTeam?.wouldLift].every((sentence) => sentence?.endsWith("."))).toBe(true);
  });

  test("what cannot be is an error", () => {
    const coach = plainCoach("a");
    expect(() => proposeTeams(plainAsk(), [coach, coach], { first: 1, weights })).toThrow("two candidates");
    expect(() => proposeTeams(plainAsk(), [coach], { first: 0, weights })).toThrow("from 1");
    expect(() => proposeTeams(plainAsk({ hours: 0 }), [coach], { first: 1, weights })).toThrow("hours");
    expect(() => proposeTeams(plainAsk({ size: { least: 3, most: 2 } }), [coach], { first: 1, weights })).toThrow("at least 3");
    expect(() => proposeTeams(plainAsk(), [coach], { first: 1, weights: { ...weights, topics: 0.5 } })).toThrow("sum to 1");
    expect(() => proposeTeams(plainAsk(), [plainCoach("a", { strengths: { GRA: 2 } })], { first: 1, weights })).toThrow("strength");
    expect(() => proposeTeams(plainAsk({ week: "2026-11-24" }), [coach], { first: 1, weights })).toThrow("Monday");
  });
});
