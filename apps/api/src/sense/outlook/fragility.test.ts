import { afterAll, beforeAll, expect, test } from "vitest";
import { graphqlOver } from "../../testing";
import { createDemoDatabase, DEMO_COACH } from "../../testing.demo";
import type { Figure } from "../figure/figure.type";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

const NOW = new Date("2021-02-01T14:00:00Z");
const FIGURE = "{ value n withheld }";
const ASKED = `{
  fragility {
    organisations { provider { id name } specialists ${FIGURE} hours ${FIGURE} onlyHere { code } wouldFallShort { code } domains { domain { code } hours ${FIGURE} share ${FIGURE} } }
    topics { topic { code } organisations ${FIGURE} providers { id } coverage ${FIGURE} }
  }
  gaps { topic { code } providers ${FIGURE} coverage ${FIGURE} }
}`;

interface Coded {
  readonly code: string;
}

interface Answer {
  readonly fragility: {
    readonly organisations: readonly {
      readonly provider: { readonly id: string; readonly name: string };
      readonly hours: Figure;
      readonly onlyHere: readonly Coded[];
      readonly wouldFallShort: readonly Coded[];
      readonly domains: readonly { readonly domain: Coded; readonly share: Figure }[];
    }[];
    readonly topics: readonly { readonly topic: Coded; readonly organisations: Figure; readonly providers: readonly { readonly id: string }[]; readonly coverage: Figure }[];
  };
  readonly gaps: readonly { readonly topic: Coded; readonly providers: Figure; readonly coverage: Figure }[];
}

async function answer(): Promise<Answer> {
  const { data, errors } = await (await graphqlOver(database, NOW))<Answer>(ASKED);
  expect(errors).toEqual([]);
  if (!data) throw new Error("no data");
  return data;
}

test("it says of each topic what the gaps say, and names the organisations", async () => {
  const { fragility, gaps } = await answer();
  expect(fragility.topics).toHaveLength(59);
  for (const { topic, organisations, providers, coverage } of fragility.topics) {
    const gap = gaps.find((each) => each.topic.code === topic.code);
    expect(organisations).toEqual(gap?.providers);
    expect(providers).toHaveLength(organisations.value ?? -1);
    expect(coverage.value ?? -1).toBeCloseTo(gap?.coverage.value ?? -1, 9);
  }
});

test("organisations come by name, with the topics of which they are the only one, and shares of a domain add up", async () => {
  const { organisations, topics } = (await answer()).fragility;
  const names = organisations.map(({ provider }) => provider.name);
  expect(names).toEqual(names.toSorted());
  const alone = topics.filter(({ providers }) => providers.length === 1).map(({ topic }) => topic.code);
  expect(organisations.flatMap(({ onlyHere }) => onlyHere.map(({ code }) => code)).toSorted()).toEqual(alone.toSorted());
  expect(organisations.find(({ provider }) => provider.id === "org-06")?.onlyHere.map(({ code }) => code)).toContain("MBP-GRD");
  const finance = organisations.flatMap(({ domains }) => domains).filter(({ domain }) => domain.code === "FIN");
  expect(finance.reduce((sum, { share }) => sum + (share.value ?? 0), 0)).toBeCloseTo(1, 9);
});

test("what would fall short is covered now, by more than one", async () => {
  const { organisations, topics } = (await answer()).fragility;
  const falling = organisations.flatMap(({ wouldFallShort }) => wouldFallShort.map(({ code }) => code));
  expect(falling.length).toBeGreaterThan(0);
  for (const code of falling) {
    const topic = topics.find((each) => each.topic.code === code);
    expect(topic?.coverage.value).toBeGreaterThanOrEqual(1);
    expect(topic?.providers.length).toBeGreaterThan(1);
  }
});

test("a coach is not told", async () => {
  const { errors } = await (await graphqlOver(database, NOW))(`{ fragility { topics { topic { code } } } }`, {}, DEMO_COACH);
  expect(errors[0]?.code).toBe("FORBIDDEN");
});
