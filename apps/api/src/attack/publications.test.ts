import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_EPOCH } from "../clock";
import type { Disclosure } from "../context";
import { buildDemo } from "../demo/network";
import { graphqlOver } from "../testing";
import { createDemoDatabase, DEMO_FUNDER } from "../testing.demo";
import { fixSecret, NOISE, PUBLICATION } from "./arena";
import { betweenPublications } from "./changes";
import { factsOf } from "./facts";
import { harvest, type Harvest } from "./harvest";
import type { Question } from "./question";
import { recovers, told, type Claim } from "./score";
import { Truth } from "./truth";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
  await fixSecret(database);
});
afterAll(() => database.drop());

const truth = new Truth(factsOf(buildDemo(), PUBLICATION));
/** Published figures are then as of the first of January; editions of that month's calls hold some of them for good. */
const A_MONTH_BEFORE = new Date("2021-01-20T15:00:00Z");

const QUESTIONS: readonly Question[] = [
  ...[[], ["LOCALE=CITY"], ["REGION=SOUTH"], ["TITLE_I=true"]].flatMap((conditions): Question[] => [
    { field: "impact", conditions },
    { field: "representation", conditions, by: "LOCALE" },
    { field: "hurdles", conditions },
    { field: "regionalOpportunities", conditions },
    { field: "topicRanks", conditions, evidence: "SESSIONS" },
  ]),
  ...(["STATE", "DOMAIN", "POVERTY_BAND"] as const).flatMap((rows) => (["REQUESTS", "SESSIONS"] as const).map((evidence): Question => ({ field: "needPatterns", conditions: [], rows, columns: null, evidence }))),
];

async function claims(disclosure: Disclosure, noise: number): Promise<Claim[]> {
  const [before, after] = disclosure === "off" ? [new Date("2021-01-01T00:00:00-05:00"), PUBLICATION] : [A_MONTH_BEFORE, DEMO_EPOCH];
  const at = async (now: Date): Promise<Harvest> => harvest(await graphqlOver(database, now, disclosure), DEMO_FUNDER, QUESTIONS);
  return betweenPublications(await at(before), await at(after), truth, { month: "MONTH=2021-01", noise });
}

test("who keeps last month's figures, or reads them in the editions of its learning calls, is told by this month's who came since, without the gate", async () => {
  const open = await claims("off", 0);
  expect(recovers(open), told("between publications", open)).toBe(true);
});

test("with the gate it is not told who came since, be they few", async () => {
  const gated = await claims("on", NOISE.deviation);
  expect(gated.length).toBeGreaterThan(50);
  expect(recovers(gated), told("between publications", gated)).toBe(false);
});
