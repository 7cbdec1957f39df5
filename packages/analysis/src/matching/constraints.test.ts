import { describe, expect, test } from "vitest";
import { coachConstraints, teamConstraints } from "./constraints";
import { hoursOf, teamOf } from "./team";
import { plainAsk, plainCoach } from "./testing";

const generalist = (id: string) => plainCoach(id, { role: "generalist", strengths: {} });

describe("coachConstraints", () => {
  test.each([
    ["NOT_ACTIVE", plainCoach("a", { active: false }), {}],
    ["LEADER_SAID_NO", plainCoach("a"), { excludedCoaches: [{ id: "a", why: "LEADER_SAID_NO" }] }],
    ["COACH_DECLINED", plainCoach("a"), { excludedCoaches: [{ id: "a", why: "COACH_DECLINED" }] }],
    ["CONFLICT_OF_INTEREST", plainCoach("a"), { excludedOrganisations: [{ id: "north", why: "CONFLICT_OF_INTEREST" }] }],
    ["OTHER_STATES", plainCoach("a", { states: ["TX"] }), {}],
    ["NO_ROOM", plainCoach("a", { relationships: 3, mostRelationships: 3 }), {}],
    ["TOO_FEW_HOURS", plainCoach("a", { freeHours: 0.9 }), {}],
    ["TOO_FEW_HOURS", plainCoach("a", { freeHours: 3.9 }), { size: { least: 1, most: 1 } }],
    ["NO_TOPIC_ASKED", plainCoach("a", { strengths: { BUD: 1 } }), {}],
  ] as const)("keeps a coach out for %s", (constraint, coach, ask) => {
    expect(coachConstraints(plainAsk(ask), coach)).toEqual([constraint]);
  });

  test("lets in whoever has the hours for some part, serves the state or any, and has room", () => {
    expect(coachConstraints(plainAsk(), plainCoach("a", { freeHours: 1, states: ["TX", "OH"], relationships: 2, mostRelationships: 3 }))).toEqual([]);
  });
});

describe("teamConstraints", () => {
  const two = plainAsk({ topics: [{ topic: "GRA", name: "grading", priority: 1 }, { topic: "BUD", name: "budgets", priority: 1 }] });
  const onBudgets = plainCoach("b", { strengths: { BUD: 1 } });

  test("a generalist or a specialist of the first topic leads, and nobody else", () => {
    expect(teamConstraints(two, teamOf(generalist("g"), [plainCoach("a")]))).toEqual([]);
    expect(teamConstraints(two, teamOf(plainCoach("a"), [onBudgets]))).toEqual([]);
    expect(teamConstraints(two, teamOf(onBudgets, [plainCoach("a")]))).toEqual(["NO_LEAD"]);
  });

  test("one generalist at most, who leads", () => {
    expect(teamConstraints(two, teamOf(plainCoach("a"), [generalist("g")]))).toEqual(["SECOND_GENERALIST"]);
  });

  test("somebody covers the first topic", () => {
    expect(teamConstraints(two, teamOf(generalist("g"), [onBudgets]))).toEqual(["FIRST_TOPIC_NOT_COVERED"]);
    expect(teamConstraints(two, teamOf(generalist("g")))).toEqual(["FIRST_TOPIC_NOT_COVERED"]);
  });

  test("every other coach covers something that is asked for", () => {
    expect(teamConstraints(two, teamOf(plainCoach("a"), [plainCoach("c", { strengths: { SEL: 1 } })]))).toEqual(["NO_TOPIC_ASKED"]);
  });

  test("the lead has half of the hours, the others share the rest, and the size is what was asked", () => {
    const [a, b, c] = [plainCoach("a", { freeHours: 2 }), plainCoach("b", { freeHours: 1 }), plainCoach("c", { freeHours: 1 })];
    expect(hoursOf(teamOf(a, [b, c]), 4).map(({ hours }) => hours)).toEqual([2, 1, 1]);
    expect(teamConstraints(plainAsk(), teamOf(a, [b, c]))).toEqual([]);
    expect(teamConstraints(plainAsk(), teamOf(a, [b]))).toEqual(["TOO_FEW_HOURS"]);
    expect(teamConstraints(plainAsk({ size: { least: 1, most: 2 } }), teamOf(a, [b, c]))).toEqual(["TEAM_SIZE"]);
  });

  test("a coach twice, and a fourth coach, are errors", () => {
    const [a, b, c, d] = ["a", "b", "c", "d"].map((id) => plainCoach(id));
    expect(() => teamOf(a ?? onBudgets, [a ?? onBudgets])).toThrow("once");
    expect(() => teamOf(a ?? onBudgets, [b, c, d].flatMap((each) => each ?? []))).toThrow("three");
  });
});
