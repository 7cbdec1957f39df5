import type { NetworkRecords } from "@arl/schema/records";
import { expect, onTestFinished, test } from "vitest";
import { DEMO_EPOCH } from "../clock";
import type { Disclosure } from "../context";
import { loadRecords } from "../demo/records.load";
import { graphqlOver, type Ask } from "../testing";
import { holdNoise } from "../sense/figure/testing.thick";
import { createDemoDatabase, DEMO_FUNDER } from "../testing.demo";
import { harvest, type Harvest } from "./harvest";
import { changesBetween } from "./changes";
import type { Question } from "./question";

const LAST_MONTH = new Date("2021-01-20T15:00:00Z");
const THIS_MONTH = new Date("2021-02-01T13:00:00Z");

/** Answers that a system which is new in the network would be in. */
const QUESTIONS: readonly Question[] = [
  { field: "impact", conditions: [] },
  ...["LOCALE=CITY", "REGION=SOUTH", "TITLE_I=true"].map((filter): Question => ({ field: "impact", conditions: [filter] })),
  ...(["REGION", "LOCALE", "STATE", "DOMAIN"] as const).map((rows): Question => ({ field: "needPatterns", conditions: [], rows, columns: null, evidence: "REQUESTS" })),
];

/** One system that asks, is matched and has a call, all on one day. */
function oneSystem(at: Date): NetworkRecords {
  const later = (hours: number): Date => new Date(at.getTime() + hours * 60_000);
  const none = { leaderName: null, leaderEmail: null, leaderRole: null, narrative: null, urgency: null, secondsToSubmit: null };
  return {
    providers: [],
    coaches: [],
    requests: [{ id: "new", submittedAt: at, leaid: null, systemName: "Newcomer Unified", state: "TX", systemKind: "district", schools: 7, enrollment: 4321, locale: "CITY", lowIncomeShare: 0.8, topics: ["MBP-GRD"], ...none }],
    engagements: [{ id: "new", requestId: "new", coachIds: ["coach-06"], matchedAt: later(1), closedAt: null, closeReason: null }],
    sessions: [{ id: "new", engagementId: "new", heldAt: later(2), coachIds: [], minutes: 45, mode: "video", topics: [], challengeLevel: 1, note: null }],
    ratings: [],
    referrals: [],
    resources: [],
  };
}

async function askBeforeAndAfter(disclosure: Disclosure, at: Date): Promise<readonly [before: Harvest, after: Harvest]> {
  const database = await createDemoDatabase();
  await holdNoise(database);
  onTestFinished(() => database.drop());
  const ask: Ask = await graphqlOver(database, DEMO_EPOCH, disclosure);
  const before = await harvest(ask, DEMO_FUNDER, QUESTIONS);
  await database.db.transaction((tx) => loadRecords(tx, { districts: [], records: oneSystem(at) }, DEMO_EPOCH));
  return [before, await harvest(ask, DEMO_FUNDER, QUESTIONS)];
}

test("without the gate, asking again after a system came in tells of it alone, in every cell that it is in", async () => {
  const changes = changesBetween(...(await askBeforeAndAfter("off", THIS_MONTH)));
  expect(changes.length).toBeGreaterThan(20);
  expect(changes.every(({ by, measure }) => by === (measure === "students" ? 4321 : 1))).toBe(true);
});

const REACH = "{ impact { systemsServed { value } schoolsReached { value } studentsReached { value } } }";

type Reach = Readonly<Record<"systemsServed" | "schoolsReached" | "studentsReached", { readonly value: number | null }>>;

test.each([
  { when: "entered late, for a month that is published", at: LAST_MONTH, secondLook: DEMO_EPOCH },
  { when: "of this month, when the next one is published", at: THIS_MONTH, secondLook: new Date("2021-03-02T15:00:00Z") },
])("a system $when is not told by what the whole network's reach grows by", async ({ at, secondLook }) => {
  const database = await createDemoDatabase();
  await holdNoise(database);
  onTestFinished(() => database.drop());
  const reach = async (now: Date): Promise<Reach | undefined> => (await (await graphqlOver(database, now))<{ impact: Reach }>(REACH, {}, DEMO_FUNDER)).data?.impact;
  const before = await reach(DEMO_EPOCH);
  await database.db.transaction((tx) => loadRecords(tx, { districts: [], records: oneSystem(at) }, DEMO_EPOCH));
  const after = await reach(secondLook);
  const growth = (["systemsServed", "schoolsReached", "studentsReached"] as const).map((name) => (after?.[name].value ?? 0) - (before?.[name].value ?? 0));
  expect(growth).not.toEqual([1, 7, 4321]);
});

test("what comes in during the month changes no protected figure", async () => {
  expect(changesBetween(...(await askBeforeAndAfter("on", THIS_MONTH)))).toEqual([]);
});

test("what is entered late, for a month that is published, moves no protected figure by just itself more often than noise does", async () => {
  const changes = changesBetween(...(await askBeforeAndAfter("on", LAST_MONTH)));
  const single = changes.filter(({ by }) => by === 1).length;
  // Two noises of variance 4 leave a difference of exactly one in one case of seven.
  expect(single).toBeLessThan(Math.max(4, changes.length * 0.4));
});
