import { afterAll, beforeAll, expect, test } from "vitest";
import { graphqlOver, STAFF, type Ask } from "../../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER } from "../../testing.demo";
import { holdNoise, restsOnMany, sessionRecords } from "../figure/testing.thick";
import { numbersIn } from "./numbersIn";

const NOW = new Date("2021-02-01T15:00:00Z");
const WEEK = "2021-02-01";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
  await holdNoise(database);
});
afterAll(() => database.drop());

interface Sentence {
  readonly id: string;
  readonly section: string;
  readonly text: string;
  readonly made: string;
  readonly edited: boolean;
  readonly hidden: boolean;
  readonly changedSince: boolean;
  readonly audience: string;
  readonly link: string | null;
  readonly figures: readonly { readonly figure: { readonly value: number | null } }[];
}

interface Previewed {
  readonly id: string;
  readonly text: string | null;
  readonly leftOut: string | null;
  readonly fault: string | null;
}

const SENTENCES = "sentences { id section text made edited hidden changedSince audience link figures { figure { value } } }";
const PREVIEW = "preview { id text leftOut fault }";

async function call<Part>(ask: Ask, part: string, week = WEEK): Promise<Part> {
  const { data, errors } = await ask<{ learningCall: Part }>(`{ learningCall(week: "${week}") { ${part} } }`);
  expect(errors).toEqual([]);
  if (!data) throw new Error("The call did not answer.");
  return data.learningCall;
}

const sentencesOf = async (ask: Ask): Promise<readonly Sentence[]> => (await call<{ sentences: Sentence[] }>(ask, SENTENCES)).sentences;

let asMade: Promise<{ readonly sentences: readonly Sentence[]; readonly preview: readonly Previewed[] }> | undefined;

/** The week's call before anybody touched it; asked for once. */
const untouched = async () => (asMade ??= call(await graphqlOver(database, NOW), `${SENTENCES} ${PREVIEW}`));

test("the pack of the demo's first week tells what was planted in it, and counts as the rows do", async () => {
  const { sentences } = await untouched();
  const of = (id: string) => sentences.find((sentence) => sentence.id === id);
  for (const code of ["MBP-GRD", "FAM-ENG", "FIN-REL", "CUL-WEL"]) expect(of(`rising:${code}`)?.text).toContain("is growing");
  for (const code of ["VHL-PED", "TOL-ACC", "VHL-NRM"]) expect(of(`falling:${code}`)?.text).toContain("is shrinking");
  expect(sentences.filter(({ id }) => /^(rising|falling):/.test(id))).toHaveLength(7);
  for (const code of ["CUL-WEL", "PRL-LDR", "SYS-TIM"]) expect(of(`missing:${code}`)).toBeDefined();
  expect(of("together:DAT-FRM+STU-ACC")).toBeDefined();
  expect(of("short:FIN-REL")?.link).toBe("/gaps?to=2021-02-01&topics=FIN-REL");

  const [counted] = await database.sql<{ requests: number; sessions: number; waiting: number }[]>`select
    (select count(*)::int from requests where submitted_at >= '2021-01-25 00:00 America/New_York' and submitted_at < '2021-02-01 00:00 America/New_York') as requests,
    (select count(*)::int from sessions where held_at >= '2021-01-25 00:00 America/New_York' and held_at < '2021-02-01 00:00 America/New_York') as sessions,
    (select count(*)::int from requests r where submitted_at < '2021-01-30 00:00 America/New_York' and withdrawn_at is null
      and not exists (select from engagements e where e.request_id = r.id and e.matched_at < '2021-02-01 00:00 America/New_York')
      and not exists (select from referrals f where f.request_id = r.id and f.sent_at < '2021-02-01 00:00 America/New_York')) as waiting`;
  expect([of("arrived:week"), of("coached:week"), of("waiting:all")].map((sentence) => sentence?.figures[0]?.figure.value)).toEqual([counted?.requests, counted?.sessions, counted?.waiting]);
});

test("the same week asked for later says the same, whatever came since", async () => {
  const { sentences: early } = await untouched();
  const late = await sentencesOf(await graphqlOver(database, new Date("2021-02-19T12:00:00Z")));
  const told = (sentences: readonly Sentence[]) => sentences.filter(({ section }) => section !== "COMMITMENTS").map(({ id, text }) => [id, text]);
  expect(told(late)).toEqual(told(early));
});

test("what would be published rests on many, whichever organisation takes its own rows away, and says no exact number of theirs", async () => {
  const { sentences, preview } = await untouched();
  const textOf = new Map(preview.flatMap(({ id, text }) => (text === null ? [] : [[id, text] as const])));
  expect(textOf.size).toBeGreaterThan(5);
  expect([...textOf.keys()].filter((id) => sentences.find((sentence) => sentence.id === id)?.audience === "STAFF")).toEqual([]);

  const [records, organisations] = [await sessionRecords(database), await database.sql<{ id: string; kind: string }[]>`select id, kind from providers`];
  const hub = organisations.find(({ kind }) => kind === "hub")?.id ?? "";
  const onTopic = [...textOf.keys()].flatMap((id) => /^(?:rising|falling|missing):(.+)$/.exec(id)?.[1] ?? []);
  expect(onTopic.length).toBeGreaterThan(0);
  for (const code of onTopic) {
    const cell = records.filter(({ topics }) => topics.includes(code));
    for (const { id } of organisations) {
      expect([code, id, restsOnMany(cell.filter((record) => !record.organisations.includes(id)), hub)]).toEqual([code, id, true]);
    }
  }

  // Who waits, what came in the week and what few ask together are nowhere in it.
  for (const id of ["arrived:week", "coached:week", "waiting:all", "short-in-all:gaps", "phrases:new"]) expect(textOf.has(id)).toBe(false);
  // Of what is counted, a figure has noise and says so: none stands there as it was counted, but by chance.
  const counted = ["totals:all", ...onTopic.map((code) => `missing:${code}`)].flatMap((id) => {
    const [text, made] = [textOf.get(id), sentences.find((sentence) => sentence.id === id)?.made];
    return text === undefined || made === undefined ? [] : [{ text, made }];
  });
  expect(counted.length).toBeGreaterThan(1);
  for (const { text, made } of counted) {
    expect(text).toMatch(/about [\d,]+ \w+ \([\d,]+ to [\d,]+\)/);
    expect(text).not.toBe(made);
  }
  expect(counted.some(({ text, made }) => numbersIn(made).every(({ value }) => !numbersIn(text).some((other) => other.value === value)))).toBe(true);
});

test("each reason for leaving out is told", async () => {
  const { preview } = await untouched();
  for (const { text, leftOut, fault } of preview) expect([text, leftOut, fault].filter((part) => part !== null)).toHaveLength(1);
  expect(preview.find(({ id }) => id === "waiting:all")?.leftOut).toContain("staff alone");
  expect(preview.find(({ id }) => id === "short:FIN-REL")?.leftOut).toContain("Too few");
});

test("coaches and leads get what was published and no more; funders nothing", async () => {
  const ask = await graphqlOver(database, NOW);
  for (const viewer of [DEMO_COACH, DEMO_PROVIDER]) {
    const { data, errors } = await ask<{ learningCalls: { week: string; edition: { sentences: { text: string }[] } }[] }>("{ learningCalls { week edition { sentences { text } } commitments { what } } }", {}, viewer);
    expect([errors, data?.learningCalls.map(({ week }) => week)]).toEqual([[], ["2021-01-25"]]);
    expect(data?.learningCalls[0]?.edition.sentences.length).toBeGreaterThan(3);
    for (const part of [SENTENCES, PREVIEW, "notes { text }"]) {
      expect((await ask(`{ learningCall(week: "${WEEK}") { ${part} } }`, {}, viewer)).errors[0]?.code).toBe("FORBIDDEN");
    }
    expect((await ask("{ thisWeek { waitingCount } }", {}, viewer)).errors[0]?.code).toBe("FORBIDDEN");
    const unpublished = await ask<{ learningCall: { edition: unknown } }>(`{ learningCall(week: "${WEEK}") { edition { number } } }`, {}, viewer);
    expect(unpublished.data?.learningCall.edition).toBeNull();
  }
  for (const query of ["{ learningCalls { week } }", `{ learningCall(week: "${WEEK}") { edition { number } } }`, "{ thisWeek { waitingCount } }"]) {
    expect((await ask(query, {}, DEMO_FUNDER)).errors[0]?.code).toBe("FORBIDDEN");
    expect((await ask(query, {}, null)).errors[0]?.code).toBe("UNAUTHENTICATED");
  }
});

test("a call is known by a Monday that has come", async () => {
  const ask = await graphqlOver(database, NOW);
  for (const week of ["2021-01-31", "2021-02-08"]) {
    expect((await ask(`{ learningCall(week: "${week}") { week } }`)).errors).toMatchObject([{ code: "BAD_USER_INPUT", field: "week" }]);
  }
});

test("this week begins with what is stuck: who waits, since when, and what is past its day", async () => {
  const ask = await graphqlOver(database, NOW);
  const { data, errors } = await ask<{
    thisWeek: { waitingCount: number; waiting: { days: number; request: { status: string } }[]; overdue: { overdue: boolean; provider: { name: string } }[]; movers: { direction: string }[]; call: { week: string } };
  }>("{ thisWeek { waitingCount waiting { days request { status } } overdue { overdue provider { name } } movers { direction } call { week } } }");
  expect(errors).toEqual([]);
  const { waiting = [], waitingCount, overdue = [], movers = [], call: current } = data?.thisWeek ?? {};
  expect([waiting.length, current?.week, movers.length]).toEqual([waitingCount, WEEK, 7]);
  expect(waiting.every(({ days, request }) => days > 2 && request.status === "OPEN")).toBe(true);
  expect(waiting.map(({ days }) => days)).toEqual(waiting.map(({ days }) => days).toSorted((a, b) => b - a));
  expect(overdue.map((each) => [each.overdue, each.provider.name])).toEqual([[true, "Open Porch Family Alliance"]]);
});

test("staff put a sentence into their own words, hide it and have it back; each is in the trail", async () => {
  const ask = await graphqlOver(database, NOW);
  const by = `input: { week: "${WEEK}", sentence: "single:gaps"`;
  const edited = await ask<{ editPackSentence: { sentence: Sentence } }>(`mutation { editPackSentence(${by}, text: "  Many topics rest on one organisation. " }) { sentence { text edited hidden made } } }`);
  expect(edited.data?.editPackSentence.sentence).toMatchObject({ text: "Many topics rest on one organisation.", edited: true, hidden: false });
  await ask(`mutation { hidePackSentence(${by} }) { sentence { hidden } } }`);
  expect((await sentencesOf(ask)).find(({ id }) => id === "single:gaps")).toMatchObject({ hidden: true, changedSince: false });
  await ask(`mutation { restorePackSentence(${by} }) { sentence { text } } }`);
  const restored = (await sentencesOf(ask)).find(({ id }) => id === "single:gaps");
  expect(restored).toMatchObject({ edited: false, hidden: false, text: restored?.made });
  const trail = await database.sql<{ action: string }[]>`select action from audit_events where subject_type = 'learning_call' and subject_id = ${WEEK} and detail ->> 'sentence' = 'single:gaps' order by id`;
  expect(trail.map(({ action }) => action)).toEqual(["pack.edited", "pack.hidden", "pack.restored"]);
});

test("a sentence that is made otherwise now than when it was touched says so", async () => {
  const ask = await graphqlOver(database, NOW);
  await ask(`mutation { editPackSentence(input: { week: "${WEEK}", sentence: "coached:week", text: "A week like others." }) { sentence { id } } }`);
  await database.sql`update learning_edits set based_on = 'as it was' where sentence_id = 'coached:week'`;
  expect((await sentencesOf(ask)).find(({ id }) => id === "coached:week")).toMatchObject({ text: "A week like others.", changedSince: true });
});

test("what is not there cannot be edited, and what says nothing is refused", async () => {
  const ask = await graphqlOver(database, NOW);
  const edit = (sentence: string, text: string) => ask(`mutation ($text: String!) { editPackSentence(input: { week: "${WEEK}", sentence: "${sentence}", text: $text }) { sentence { id } } }`, { text }, STAFF);
  expect((await edit("rising:NONE", "x")).errors[0]?.code).toBe("NOT_FOUND");
  for (const text of [" ", "two\nlines", "x".repeat(1001)]) expect((await edit("single:gaps", text)).errors).toMatchObject([{ code: "BAD_USER_INPUT", field: "input.text" }]);
});
