import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase } from "../db/testing";
import { graphqlOver, type Ask } from "../testing";
import { loadDemo } from "./load";
import { FRAGILE_TOPIC, PLANTED_TRENDS, SCARCE_TOPIC } from "./planted";

interface Figure {
  readonly value: number | null;
}

type Impact = Readonly<Record<string, Figure>> & { readonly localeMix: readonly { readonly row: { readonly key: string }; readonly share: Figure }[] };

const IMPACT = `query ($to: Date) { impact(scope: { to: $to }) {
  systemsRequesting { value } schoolsReached { value } studentsReached { value } statesReached { value } titleIShare { value }
  sessionRating { value } returnRate { value } relationshipLengthMonths { value } sustainedFourMonths { value }
  sessionsPerRelationshipMax { value } providersActive { value } localeMix { row { key } share { value } } } }`;

let database: Awaited<ReturnType<typeof createDatabase>>;

beforeAll(async () => {
  database = await createDatabase();
  await loadDemo(database);
});
afterAll(() => database.drop());

async function impactTo(ask: Ask, to: string): Promise<Impact> {
  const { data, errors } = await ask<{ impact: Impact }>(IMPACT, { to });
  expect(errors).toEqual([]);
  if (!data) throw new Error("impact did not answer");
  return data.impact;
}

const localeShare = ({ localeMix }: Impact, ...locales: string[]): number =>
  localeMix.filter(({ row }) => locales.includes(row.key)).reduce((sum, { share }) => sum + (share.value ?? 0), 0);

describe("impact of the demo network says what is known of the pilot", () => {
  test("by the end of January 2021", async () => {
    const impact = await impactTo(await graphqlOver(database), "2021-02-01");
    const value = (name: string) => impact[name]?.value ?? Number.NaN;
    expect(value("systemsRequesting")).toBeGreaterThan(170);
    expect(localeShare(impact, "CITY")).toBeCloseTo(0.5, 2);
    expect(value("titleIShare")).toBeGreaterThan(0.75);
    expect(value("sessionRating")).toBeCloseTo(4.75, 2);
    expect(value("returnRate")).toBeCloseTo(0.95, 2);
    expect(value("sustainedFourMonths")).toBeCloseTo(0.5, 2);
    expect(value("relationshipLengthMonths")).toBeGreaterThan(4);
    expect(value("sessionsPerRelationshipMax")).toBe(11);
    expect(value("providersActive")).toBe(12);
  });

  test("by early December 2020", async () => {
    const impact = await impactTo(await graphqlOver(database), "2020-12-05");
    const value = (name: string) => impact[name]?.value;
    expect(value("schoolsReached")).toBe(1515);
    expect(value("studentsReached")).toBe(939_988);
    expect(value("statesReached")).toBe(38);
    expect(value("providersActive")).toBe(11);
    expect(localeShare(impact, "CITY")).toBeCloseTo(0.51, 2);
    expect(localeShare(impact, "RURAL", "TOWN")).toBeCloseTo(0.25, 2);
    expect(localeShare(impact, "SUBURB")).toBeCloseTo(0.24, 2);
  });
});

const planted = (direction: "RISING" | "FALLING") => PLANTED_TRENDS.filter((trend) => trend.direction === direction).map(({ topic }) => topic).sort();

test("gaps shows the scarce specialty as the largest demand with hardly any hours, and the fragile one resting on one organisation", async () => {
  const ask = await graphqlOver(database);
  const { data } = await ask<{ gaps: (Record<"demand" | "coverage" | "providers", Figure> & { topic: { code: string } })[] }>(
    "{ gaps { topic { code } demand { value } coverage { value } providers { value } } }",
  );
  const of = (code: string) => data?.gaps.find(({ topic }) => topic.code === code);
  expect(of(SCARCE_TOPIC)?.demand.value).toBe(Math.max(...(data?.gaps ?? []).map(({ demand }) => demand.value ?? 0)));
  expect(of(SCARCE_TOPIC)?.coverage.value).toBeLessThan(0.25);
  expect(of(FRAGILE_TOPIC)?.providers.value).toBe(1);
});

test("topicTrends finds every planted rise and fall, and flags nothing else", async () => {
  const ask = await graphqlOver(database);
  const { data } = await ask<{ topicTrends: { topic: { code: string }; direction: string; qValue: number | null }[] }>(
    `{ topicTrends { topic { code } direction qValue } }`,
  );
  const going = (direction: string) => data?.topicTrends.filter((trend) => trend.direction === direction).map(({ topic }) => topic.code).sort();
  expect(going("RISING")).toEqual(planted("RISING"));
  expect(going("FALLING")).toEqual(planted("FALLING"));
  expect(data?.topicTrends.filter(({ qValue }) => qValue !== null && qValue < 0.05)).toHaveLength(PLANTED_TRENDS.length);
});

test("the network says that it is a demo, and its clock begins on 1 February 2021", async () => {
  const ask = await graphqlOver(database);
  const { data } = await ask<{ network: { demo: boolean; today: string; name: string } }>("{ network { demo today name } }", {}, null);
  expect(data?.network).toEqual({ demo: true, today: "2021-02-01", name: "Demo coaching network" });
});

test("a second demo is refused, and nothing is lost", async () => {
  await expect(loadDemo(database)).rejects.toThrow("already holds a network");
  const [row] = await database.sql`select count(*)::int as requests from requests`;
  expect(row?.["requests"]).toBe(262);
});
