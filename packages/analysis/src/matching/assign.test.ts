import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomSource } from "../testing/random";
import type { Ask } from "./ask";
import { assign } from "./assign";
import type { Candidate } from "./candidate";
import { standingConstraints, teamConstraints } from "./constraints";
import { URGENCY_WORTH } from "./leads";
import type { Assignment } from "./proposal";
import { score } from "./score";
import { coachesOf, hoursOf, teamOf } from "./team";
import { drawnAsk, drawnCoaches, idsOf, plainAsk, plainCoach } from "./testing";
import { DEFAULT_WEIGHTS } from "./weights";

const weights = DEFAULT_WEIGHTS;

/** A batch of asks that all want the same hours and may be served by one coach. */
function batch(seed: number, asks: number, coaches: number) {
  const random = randomSource(seed);
  const candidates = drawnCoaches(random, coaches, seed % 2 === 0, 3);
  return { candidates, asks: Array.from({ length: asks }, (_, i): Ask => ({ ...drawnAsk(random, `r${i}`, coaches, 2), size: { least: 1, most: 3 } })) };
}

/** What the best choice of leads is worth, found by trying every one: by urgency first, then by the matches' own worth. */
function bestLeads(asks: readonly Ask[], candidates: readonly Candidate[]) {
  const values = asks.map((ask) => candidates.map((coach) => (teamConstraints(ask, teamOf(coach)).length === 0 ? score(teamOf(coach), ask, weights).total : null)));
  const taken = candidates.map(() => 0);
  let best = { urgency: -1, worth: 0, tried: 0 };
  let tried = 0;
  const choose = (i: number, urgency: number, sum: number): void => {
    const ask = asks[i];
    if (!ask) {
      tried += 1;
      const worth = sum - furtherMatches(asks.length, candidates, taken);
      if (urgency > best.urgency || (urgency === best.urgency && worth > best.worth)) best = { urgency, worth, tried };
      return;
    }
    choose(i + 1, urgency, sum);
    for (const [c, coach] of candidates.entries()) {
      const [value, before] = [values[i]?.[c] ?? null, taken[c] ?? 0];
      if (value === null || (before + 1) * ask.hours > coach.freeHours + 1e-9) continue;
      if (coach.mostRelationships !== null && coach.relationships + before >= coach.mostRelationships) continue;
      taken[c] = before + 1;
      choose(i + 1, urgency + URGENCY_WORTH[ask.urgency], sum + value);
      taken[c] = before;
    }
  };
  choose(0, 0, 0);
  return best;
}

/** What further matches of a coach, and of an organisation, take from load and fair shares. */
function furtherMatches(asks: number, candidates: readonly Candidate[], taken: readonly number[]): number {
  const steps = (n: number, step: number, most: number) => Array.from({ length: n }, (_, k) => Math.min(most, k * step)).reduce((sum, each) => sum + each, 0);
  const organisations = new Map(candidates.map(({ organisation }) => [organisation.id, organisation.capacity]));
  const ofCoaches = candidates.reduce((sum, coach, c) => sum + steps(taken[c] ?? 0, (weights.load * 2) / coach.capacity, weights.load), 0);
  return [...organisations].reduce((sum, [id, capacity]) => {
    const n = candidates.reduce((all, { organisation }, c) => all + (organisation.id === id ? (taken[c] ?? 0) : 0), 0);
    return sum + steps(n, weights.fairShares / (2 * capacity * asks), weights.fairShares);
  }, ofCoaches);
}

describe("assign against every choice of leads there is", { timeout: 30_000 }, () => {
  test("is worth as much as the best, in 300 small batches", () => {
    let contested = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const { asks, candidates } = batch(seed, 4, 4);
      const best = bestLeads(asks, candidates);
      const { worth, matches } = assign(asks, candidates, [], weights);
      expect(Math.abs(worth - best.worth), `seed ${seed}`).toBeLessThan(1e-5);
      const urgency = matches.filter(({ leadBy }) => leadBy === "FLOW").reduce((sum, { askId }) => sum + URGENCY_WORTH[asks.find(({ id }) => id === askId)?.urgency ?? "low"], 0);
      expect(urgency, `seed ${seed}`).toBe(best.urgency);
      if (best.urgency > 0 && best.urgency < asks.reduce((sum, ask) => sum + URGENCY_WORTH[ask.urgency], 0)) contested += 1;
    }
    expect(contested).toBeGreaterThan(50);
  });
});

/** What nobody may break, all matches taken together. */
function expectKept({ matches, unmatched }: Assignment, asks: readonly Ask[], candidates: readonly Candidate[]): void {
  expect([...matches, ...unmatched].map(({ askId }) => askId).sort()).toEqual(asks.map(({ id }) => id).sort());
  const hours = new Map<string, number>();
  const relationships = new Map<string, number>();
  for (const { askId, team } of matches) {
    const ask = asks.find(({ id }) => id === askId);
    if (!ask) throw new Error(`nobody asked ${askId}`);
    const own = teamOf(original(candidates, team.lead.id), team.others.map(({ id }) => original(candidates, id)));
    expect(teamConstraints(ask, own)).toEqual([]);
    for (const each of hoursOf(own, ask.hours)) hours.set(each.coach.id, (hours.get(each.coach.id) ?? 0) + each.hours);
    for (const { id } of coachesOf(own)) relationships.set(id, (relationships.get(id) ?? 0) + 1);
  }
  for (const [id, given] of hours) expect(given).toBeLessThanOrEqual(original(candidates, id).freeHours + 1e-6);
  for (const [id, more] of relationships) {
    const { mostRelationships, relationships: before } = original(candidates, id);
    expect(before + more).toBeLessThanOrEqual(mostRelationships ?? Infinity);
  }
}

function original(candidates: readonly Candidate[], id: string): Candidate {
  const coach = candidates.find((each) => each.id === id);
  if (!coach) throw new Error(`there is no coach ${id}`);
  return coach;
}

describe("assign", { timeout: 30_000 }, () => {
  test("breaks no constraint, and gives the same whatever the order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 15 }), (seed, asks, coaches) => {
        const random = randomSource(seed);
        const candidates = drawnCoaches(random, coaches, seed % 2 === 0);
        const asking = Array.from({ length: asks }, (_, i) => drawnAsk(random, `r${i}`, coaches));
        const result = assign(asking, candidates, [], weights);
        expectKept(result, asking, candidates);
        expect(assign(asking.toReversed(), candidates.toReversed(), [], weights)).toEqual(result);
      }),
      { numRuns: 150 },
    );
  });

  test("what cannot be led although somebody could has had its coaches taken, and everything else says what is missing", () => {
    const coach = plainCoach("a", { freeHours: 4 });
    const asks = [plainAsk({ id: "r1", urgency: "low" }), plainAsk({ id: "r2", urgency: "high" }), plainAsk({ id: "r3", topics: [{ topic: "BUD", name: "budgets", priority: 1 }] }), plainAsk({ id: "r4", topics: [] })];
    const { matches, unmatched } = assign(asks, [coach], [], weights);
    expect(matches.map(({ askId }) => askId)).toEqual(["r2"]);
    expect(unmatched.map(({ askId, reason }) => [askId, reason])).toEqual([["r1", "CAPACITY_TAKEN"], ["r3", "FIRST_TOPIC_NOT_COVERED"], ["r4", "NO_TOPIC"]]);
    for (const { why, wouldLift } of unmatched) expect([why, wouldLift].every((sentence) => sentence.endsWith("."))).toBe(true);
  });

  test("two requests of the same fit go to two coaches rather than one", () => {
    const { matches } = assign([plainAsk({ id: "r1" }), plainAsk({ id: "r2" })], [plainCoach("a", { role: "generalist" }), plainCoach("b", { role: "generalist" })], [], weights);
    expect(new Set(matches.map(({ team }) => team.lead.id)).size).toBe(2);
  });

  test("the better pair wins over each request's own favourite", () => {
    const strong = plainCoach("a", { role: "generalist", strengths: { GRA: 1, BUD: 0.9 }, freeHours: 4 });
    const weak = plainCoach("b", { role: "generalist", strengths: { GRA: 0.9 }, freeHours: 4 });
    const asks = [plainAsk({ id: "r1" }), plainAsk({ id: "r2", topics: [{ topic: "BUD", name: "budgets", priority: 1 }] })];
    const { matches } = assign(asks, [strong, weak], [], weights);
    expect(matches.map(({ askId, team }) => [askId, team.lead.id])).toEqual([["r1", "b"], ["r2", "a"]]);
  });

  test("a locked match stays as it is and takes its hours first", () => {
    const [a, b] = [plainCoach("a", { freeHours: 4, strengths: { GRA: 1 } }), plainCoach("b", { freeHours: 4 })];
    const { matches } = assign([plainAsk({ id: "r1" }), plainAsk({ id: "r2" })], [a, b], [{ askId: "r1", coachIds: ["a"] }], weights);
    expect(matches.map(({ askId, team, locked }) => [askId, idsOf(team), locked])).toEqual([["r1", ["a"], true], ["r2", ["b"], false]]);
  });

  test("a request that needs two gets two, and a second topic brings its specialist", () => {
    const two = plainAsk({ id: "r1", topics: [{ topic: "GRA", name: "grading", priority: 2 }, { topic: "BUD", name: "budgets", priority: 1 }] });
    const candidates = [plainCoach("a"), plainCoach("b", { strengths: { BUD: 1 } })];
    expect(assign([two], candidates, [], weights).matches.map(({ team }) => idsOf(team))).toEqual([["a", "b"]]);
    const more = { ...two, topics: two.topics.slice(0, 1), size: { least: 2 as const, most: 2 as const } };
    expect(assign([more], [...candidates, plainCoach("c")], [], weights).matches.map(({ team }) => idsOf(team))).toEqual([["a", "c"]]);
  });

  test("nobody is left out for want of a lead while a generalist and a specialist could serve together", () => {
    const generalist = plainCoach("a", { role: "generalist", strengths: {} });
    const busy = plainCoach("b", { freeHours: 2 });
    const { matches } = assign([plainAsk()], [generalist, busy], [], weights);
    expect(matches.map(({ team, leadBy }) => [idsOf(team), leadBy])).toEqual([[["a", "b"], "LEFT_OVER"]]);
  });

  test("standing constraints bind here as well", () => {
    const gone = plainCoach("a", { active: false });
    expect(standingConstraints(plainAsk(), gone)).toEqual(["NOT_ACTIVE"]);
    expect(assign([plainAsk()], [gone], [], weights).matches).toEqual([]);
  });

  test("an unknown ask or coach in a locked match is an error, as are two asks of one id", () => {
    expect(() => assign([], [plainCoach("a")], [{ askId: "r1", coachIds: ["a"] }], weights)).toThrow("no ask r1");
    expect(() => assign([plainAsk()], [], [{ askId: "r1", coachIds: ["a"] }], weights)).toThrow("no candidate a");
    expect(() => assign([plainAsk(), plainAsk()], [], [], weights)).toThrow("one id");
  });
});
