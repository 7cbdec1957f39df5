import { afterAll, beforeAll, expect, test } from "vitest";
import { graphqlOver, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER } from "../../testing.demo";
import type { Figure } from "../figure/figure.type";
import type { Refusal } from "../figure/refusal.type";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

const NOW = new Date("2021-02-01T14:00:00Z");
const FIGURE = "{ value low high n withheld }";
const FORECAST = `{ capacityHours ${FIGURE} places ${FIGURE} utilisation ${FIGURE} growth ${FIGURE} medianWait ${FIGURE} longWait ${FIGURE} late ${FIGURE} queue ${FIGURE}
  byWeek { end wait ${FIGURE} queue ${FIGURE} } waits { from to share ${FIGURE} } }`;

interface Forecast extends Readonly<Record<"capacityHours" | "places" | "utilisation" | "growth" | "medianWait" | "longWait" | "late" | "queue", Figure>> {
  readonly byWeek: readonly { readonly end: string; readonly wait: Figure; readonly queue: Figure }[];
  readonly waits: readonly { readonly from: number; readonly to: number | null; readonly share: Figure }[];
}

interface Outlook {
  readonly day: string;
  readonly topic: { readonly code: string } | null;
  readonly topics: readonly { readonly topic: { readonly code: string }; readonly arrivals: number; readonly coverage: Figure; readonly estimable: boolean }[];
  readonly refusal: Refusal | null;
  readonly arrivals: Figure | null;
  readonly relationshipHours: Figure | null;
  readonly addedHours: number | null;
  readonly assumptions: readonly string[];
  readonly now: Forecast | null;
  readonly changed: Forecast | null;
  readonly difference: Readonly<Record<"medianWait" | "late" | "queue", Figure>> | null;
}

const asked = (args: string) => `{ capacityOutlook${args === "" ? "" : `(${args})`} { day topic { code } topics { topic { code } arrivals coverage ${FIGURE} estimable }
  refusal { reason why wouldLift } arrivals ${FIGURE} relationshipHours ${FIGURE} addedHours assumptions
  now ${FORECAST} changed ${FORECAST} difference { medianWait ${FIGURE} late ${FIGURE} queue ${FIGURE} } } }`;

async function outlookOf(ask: Ask, args = ""): Promise<Outlook> {
  const { data, errors } = await ask<{ capacityOutlook: Outlook }>(asked(args));
  expect(errors).toEqual([]);
  if (!data) throw new Error("no data");
  return data.capacityOutlook;
}

test("it begins with what is most short and can be estimated, and every answer is whole", async () => {
  const { topic, topics, refusal, now, changed, day, arrivals } = await outlookOf(await graphqlOver(database, NOW));
  expect([refusal, changed, day]).toEqual([null, null, "2021-02-01"]);
  const estimable = topics.filter((each) => each.estimable);
  expect(estimable.every((each) => each.arrivals >= 10)).toBe(true);
  const least = estimable.toSorted((a, b) => (a.coverage.value ?? 0) - (b.coverage.value ?? 0))[0];
  expect(topic?.code).toBe(least?.topic.code);
  expect(arrivals?.value).toBeCloseTo(((least?.arrivals ?? 0) / 90) * 30.4375, 9);
  expect(now?.byWeek).toHaveLength(26);
  expect(now?.byWeek.at(-1)?.end).toBe("2021-08-02");
  expect(now?.waits.reduce((sum, { share }) => sum + (share.value ?? 0), 0)).toBeCloseTo(1, 9);
  for (const figure of [now?.utilisation, now?.late, now?.queue, now?.medianWait]) {
    expect((figure?.low ?? 1) <= (figure?.value ?? 0) && (figure?.value ?? 1) <= (figure?.high ?? 0)).toBe(true);
  }
});

test("the same question has the same answer", async () => {
  const ask = await graphqlOver(database, NOW);
  const args = 'topic: "FIN-REL", windowDays: 240, added: 1';
  expect(await outlookOf(ask, args)).toEqual(await outlookOf(ask, args));
});

test("the planted gap in relief funds has a queue that grows, and more specialists make it less in every future", async () => {
  const { refusal, now, changed, difference, addedHours } = await outlookOf(await graphqlOver(database, NOW), 'topic: "FIN-REL", windowDays: 240, added: 3, addedHours: 8');
  expect([refusal, addedHours]).toEqual([null, 8]);
  expect(now?.utilisation.value).toBeGreaterThan(1);
  expect(now?.growth.value).toBeGreaterThan(0);
  expect(changed?.capacityHours).toMatchObject({ value: (now?.capacityHours.value ?? 0) + 24, n: (now?.capacityHours.n ?? 0) + 3 });
  expect(difference?.queue.high).toBeLessThanOrEqual(0);
  expect(difference?.medianWait.value).toBeCloseTo((changed?.medianWait.value ?? 0) - (now?.medianWait.value ?? 0), 9);
});

test("the organisation on which a topic rests cannot be lost without nobody ever being served", async () => {
  const { refusal, changed, assumptions } = await outlookOf(await graphqlOver(database, NOW), 'topic: "MBP-GRD", windowDays: 365, lostProvider: "org-06"');
  expect(refusal).toBeNull();
  expect(changed?.capacityHours.value).toBe(0);
  expect(changed?.medianWait).toMatchObject({ value: null, withheld: "NOT_REACHED" });
  expect(changed?.late.value).toBe(1);
  expect(assumptions.at(-1)).toContain("Northfork Mastery Project");
});

test("hours of a relationship given by hand take the place of minutes, and twice as many halve the places", async () => {
  const ask = await graphqlOver(database, NOW);
  const [one, two] = [await outlookOf(ask, 'topic: "VHL", relationshipHours: 2'), await outlookOf(ask, 'topic: "VHL", relationshipHours: 4')];
  expect((two.now?.utilisation.value ?? 0) / (one.now?.utilisation.value ?? 1)).toBeCloseTo(2, 9);
  // What is left open is the topic's part of them, which is the same of both.
  const wide = ({ relationshipHours }: typeof one) => (relationshipHours?.high ?? 0) / (relationshipHours?.value ?? 1);
  expect([wide(one) > 1, wide(two) / wide(one)]).toEqual([true, expect.closeTo(1, 9)]);
});

test("too few requests are refused with what would lift it, and a longer window does", async () => {
  const ask = await graphqlOver(database, NOW);
  const { refusal, now, topics } = await outlookOf(ask, 'topic: "FIN-REL"');
  expect([refusal?.reason, now]).toEqual(["TOO_FEW", null]);
  expect(refusal?.why).toMatch(/^Only \d requests on .* came in 90 days, and 10 at least are needed/);
  expect(refusal?.wouldLift).toContain("longer window");
  expect(topics.find(({ topic }) => topic.code === "FIN-REL")?.estimable).toBe(false);
  expect((await outlookOf(ask, 'topic: "FIN-REL", windowDays: 365')).refusal).toBeNull();
});

test("a beginning, and one topic that nobody stands ready for, are refused with their own reasons", async () => {
  const ask = await graphqlOver(database, NOW);
  const early = await outlookOf(ask, 'scope: { to: "2020-05-20" }, topic: "VHL"');
  expect(early.refusal?.reason).toBe("TOO_SHORT");
  const spring = await outlookOf(ask, 'scope: { to: "2020-06-20" }, topic: "VHL"');
  expect(spring.refusal).toMatchObject({ reason: "TOO_FEW", why: expect.stringContaining("relationship") as string });
});

test("what comes later does not count: an outlook as of November is the same in February", async () => {
  const args = 'scope: { to: "2020-11-01" }, topic: "VHL", added: 1';
  const [then, later] = [await graphqlOver(database, new Date("2020-11-01T04:00:00Z")), await graphqlOver(database, NOW)];
  const [one, other] = [await outlookOf(then, args), await outlookOf(later, args)];
  expect(one.refusal).toBeNull();
  expect(other).toEqual(one);
});

test("arguments out of bounds, and what does not exist, are refused with their field", async () => {
  const ask = await graphqlOver(database, NOW);
  const faults = ['topic: "NOPE"', 'lostProvider: "nobody"', "added: -1", "weeks: 3", "windowDays: 9999", "addedHours: 0", "preparation: 9", "relationshipHours: 0"];
  for (const fault of faults) {
    const { errors } = await ask(asked(fault));
    expect(errors[0]).toMatchObject({ code: "BAD_USER_INPUT", field: fault.split(":")[0] });
  }
});

test("nobody but staff is told", async () => {
  const ask = await graphqlOver(database, NOW);
  for (const viewer of [DEMO_COACH, DEMO_FUNDER, null]) {
    const { errors } = await ask(asked(""), {}, viewer);
    expect(errors[0]?.code).toBe(viewer === null ? "UNAUTHENTICATED" : "FORBIDDEN");
  }
});

test("an answer takes the server less than 300 ms of work", async () => {
  const ask = await graphqlOver(database, NOW);
  await outlookOf(ask);
  const before = process.cpuUsage();
  expect((await outlookOf(ask, 'topic: "FIN-REL", windowDays: 180, added: 2')).refusal).toBeNull();
  // Of its own: other tests run beside it.
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(300);
});
