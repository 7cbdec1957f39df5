import { expect, test } from "vitest";
import { comparedRows, type Side } from "./comparison";

const TOPIC = { key: "DAT-SYS", label: "Data systems" };
const CALLS = 20;

/** A side of so many systems with 20 calls each, of which each system has so many with the topic. */
function sideOf(name: string, withTopic: readonly number[]): Side {
  const systems = withTopic.map((_, at) => ({ system: `${name}${at}`, requests: 1, sessions: CALLS, rated: 0, rating: 0, relationships: 1, returned: 1 }));
  return {
    requests: systems.length,
    sessions: CALLS * systems.length,
    relationships: systems.length,
    returned: systems.length,
    lengths: systems.map(({ system }, at) => [100 + at, at % 2 === 0, system] as const),
    served: systems.length,
    titleI: 0,
    titleIKnown: systems.length,
    locales: [],
    ratings: [],
    systems,
    weeks: 52,
    evidence: "SESSIONS",
    topics: new Map([[TOPIC.key, new Map(withTopic.flatMap((count, at) => (count > 0 ? [[`${name}${at}`, count] as const] : [])))]]),
  };
}

const topicOf = (one: Side, other: Side) => comparedRows(one, other, [TOPIC], new Set()).find(({ metric }) => metric === "need_share");
const evenly = (systems: number, count: number) => Array.from({ length: systems }, () => count);

test("two systems whose every call is on a topic are no difference between two parts; ten with a fifth of their calls each are", () => {
  const none = sideOf("b", evenly(12, 0));
  const lumped = topicOf(sideOf("a", [CALLS, CALLS, ...evenly(10, 0)]), none);
  const spread = topicOf(sideOf("a", [...evenly(10, 4), 0, 0]), none);
  expect([lumped?.one.value, spread?.one.value]).toEqual([40 / 240, 40 / 240]);
  expect(lumped?.pValue).toBeGreaterThan(0.05);
  expect(lumped?.change.low).toBeLessThan(0);
  expect(spread?.pValue).toBeLessThan(0.001);
  expect(spread?.verdict).toBe("HIGHER");
});

test("what is all of the one and nothing of the other is no surer than its few systems", () => {
  const row = topicOf(sideOf("a", evenly(5, CALLS)), sideOf("b", evenly(5, 0)));
  expect(row?.pValue).toBeGreaterThan(1e-4);
  expect(row?.change.high).toBeLessThanOrEqual(1);
});

test("a side of fewer than five systems is shown and not tested, and says why", () => {
  const row = topicOf(sideOf("a", evenly(4, 10)), sideOf("b", evenly(12, 0)));
  expect(row).toMatchObject({ verdict: "NOT_COMPARED", pValue: null, one: { value: 0.5 } });
  expect(row?.why).toMatch(/fewer than 5 systems/);
});

test("parts of different size do not make finds of another kind easier", () => {
  const [few, many] = [sideOf("a", [...evenly(5, 2), ...evenly(5, 0)]), sideOf("b", evenly(200, 0))];
  const rows = comparedRows(few, many, [TOPIC], new Set());
  const differences = rows.filter(({ by, pValue }) => by === "DIFFERENCE" && pValue !== null);
  const least = Math.min(...differences.map(({ pValue }) => pValue ?? 1));
  expect(rows.find(({ metric }) => metric === "sessions_a_week")?.qValue).toBeLessThan(0.001);
  expect(Math.min(...differences.map(({ qValue }) => qValue ?? 1))).toBeCloseTo(least * differences.length, 12);
});
