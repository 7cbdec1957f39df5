import { describe, expect, test } from "vitest";
import { randomSource } from "../testing/random";
import type { Candidate } from "./candidate";
import { standingConstraints } from "./constraints";
import type { Change } from "./proposal";
import { proposeTeams } from "./proposeTeams";
import { score } from "./score";
import { hoursOf, teamOf } from "./team";
import { allTeams, drawnAsk, drawnCoaches, idsOf, plainAsk, plainCoach, totals } from "./testing";
import { DEFAULT_WEIGHTS, TERMS, type Weights } from "./weights";

const weights = DEFAULT_WEIGHTS;

/** The weights with one of them changed and the others in proportion. */
function moved(change: Extract<Change, { kind: "WEIGHT" }>): Weights {
  const others = (1 - change.to) / (1 - change.from);
  return Object.fromEntries(TERMS.map((term) => [term, term === change.term ? change.to : weights[term] * others])) as Weights;
}

/** A coach with one constraint lifted. */
function lifted({ constraint, hours }: Extract<Change, { kind: "CONSTRAINT" }>, coach: Candidate): Candidate {
  if (constraint === "TOO_FEW_HOURS") return { ...coach, freeHours: coach.freeHours + (hours ?? 0) };
  return constraint === "NO_ROOM" ? { ...coach, mostRelationships: null } : { ...coach, states: [] };
}

const original = (candidates: readonly Candidate[], { id }: Candidate): Candidate => candidates.find((each) => each.id === id) ?? plainCoach(id);

describe("whatWouldChange", { timeout: 30_000 }, () => {
  const networks = Array.from({ length: 400 }, (_, i) => {
    const random = randomSource(i + 1);
    const candidates = drawnCoaches(random, 10, i % 2 === 0).map((coach) => ({ ...coach, freeHours: Math.min(coach.freeHours, 6) }));
    const ask = drawnAsk(random, "r1", 10);
    return { ask, candidates, ...proposeTeams(ask, candidates, { first: 3, weights }) };
  });

  test("the weight that is named makes the first two level", () => {
    const changed = networks.flatMap(({ ask, proposals, whatWouldChange }) =>
      whatWouldChange.flatMap((change) => (change.kind === "WEIGHT" ? [proposals.map(({ team }) => score(team, ask, moved(change)).total)] : [])),
    );
    expect(changed.length).toBeGreaterThan(100);
    for (const [first, second] of changed) expect(second).toBeCloseTo(first ?? 0, 7);
  });

  test.each(["TOO_FEW_HOURS", "NO_ROOM", "OTHER_STATES"] as const)("whoever is kept out by %s alone is in a better team without it", (constraint) => {
    const lifts = networks.flatMap(({ ask, candidates, proposals, whatWouldChange }) =>
      whatWouldChange.flatMap((change) => {
        if (change.kind !== "CONSTRAINT" || change.constraint !== constraint) return [];
        const changed = candidates.map((coach) => (coach.id === change.coach.id ? lifted(change, coach) : coach));
        const [first] = proposeTeams(ask, changed, { first: 1, weights }).proposals;
        return [{ id: change.coach.id, ids: first ? idsOf(first.team) : [], better: (first?.score.total ?? 0) - (proposals[0]?.score.total ?? 1) }];
      }),
    );
    expect(lifts.length).toBeGreaterThan(20);
    for (const { id, ids, better } of lifts) {
      expect(ids).toContain(id);
      expect(better).toBeGreaterThan(0);
    }
  });

  test("whoever would be in a better team with enough hours is named, with the fewest that do", () => {
    const short = networks.slice(0, 40).flatMap(({ ask, candidates, proposals, whatWouldChange }) => {
      const [best] = proposals;
      if (!best || whatWouldChange.length === 4) return [];
      return candidates.flatMap((coach) => {
        if (standingConstraints(ask, coach).length > 0) return [];
        if (coach.freeHours >= ask.hours) return [];
        const missing = [0.25, 0.5, 1].map((part) => part * ask.hours - coach.freeHours).filter((hours) => hours > 1e-9);
        const teams = allTeams(ask, candidates.map((each) => (each === coach ? { ...each, freeHours: each.freeHours + Math.max(0, ...missing) } : each)));
        // Hours lent are not free hours: load is scored with those there are.
        const own = teams.map((team) => teamOf(original(candidates, team.lead), team.others.map((other) => original(candidates, other))));
        const total = totals(ask, weights);
        const better = own.filter((team) => total(team) > best.score.total);
        const needed = better.map((team) => (hoursOf(team, ask.hours).find((each) => each.coach === coach)?.hours ?? 0) - coach.freeHours);
        const named = whatWouldChange.find((change) => change.kind === "CONSTRAINT" && change.constraint === "TOO_FEW_HOURS" && change.coach.id === coach.id);
        return [{ fewest: needed.length === 0 ? null : Math.min(...needed), named: named?.kind === "CONSTRAINT" ? named.hours : null }];
      });
    });
    expect(short.filter(({ named }) => named !== null).length).toBeGreaterThan(10);
    for (const { fewest, named } of short) expect(named).toEqual(fewest);
  });

  test("a coach two hours short would be in the first team, and the sentence says so", () => {
    const short = plainCoach("b", { name: "Bo Li", strengths: { GRA: 1 }, freeHours: 2, capacity: 20 });
    const { whatWouldChange } = proposeTeams(plainAsk({ size: { least: 1, most: 1 } }), [plainCoach("a"), short], { first: 3, weights });
    expect(whatWouldChange.map(({ sentence }) => sentence)).toEqual(["With 2 hours more a month, Bo Li would be in the first team."]);
  });

  test("neither a leader's no nor having left is ever named as something to change", () => {
    const strong = { strengths: { GRA: 1 } };
    const ask = plainAsk({ excludedCoaches: [{ id: "b", why: "LEADER_SAID_NO" }] });
    const { whatWouldChange, leftOut } = proposeTeams(ask, [plainCoach("a"), plainCoach("b", strong), plainCoach("c", { ...strong, active: false })], { first: 3, weights });
    expect(whatWouldChange).toEqual([]);
    expect(leftOut.map(({ coach, constraints }) => [coach.id, constraints])).toEqual([["b", ["LEADER_SAID_NO"]], ["c", ["NOT_ACTIVE"]]]);
  });

  test("the weight that has to move least is named, with its old and new value", () => {
    const [a, b] = [plainCoach("a", { strengths: { GRA: 0.6 } }), plainCoach("b", { name: "Bo Li", capacity: 12 })];
    const [change] = proposeTeams(plainAsk({ size: { least: 1, most: 1 } }), [a, b], { first: 2, weights }).whatWouldChange;
    expect(change).toMatchObject({ kind: "WEIGHT", term: "load", from: 0.08 });
    expect(change?.sentence).toMatch(/^Bo Li would be level with the first team if free hours weighed 0\.\d\d instead of 0\.08\.$/);
  });
});
