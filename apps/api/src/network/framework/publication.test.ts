import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import type { Account } from "../../access/viewer";
import { putAdmin, putPerson } from "../../access/people/testing.people";
import { importFolder } from "../../cli/folder/importFolder";
import { migrate } from "../../db/migrate";
import { createDemoDatabase, DEMO_FUNDER } from "../../testing.demo";
import { graphqlOver, type Ask } from "../../testing";

const NOW = new Date("2021-02-01T14:00:00Z");

/** Merged: a into c. Divided: d. Retired: e. Renamed: f. All of them much used in the demo network. */
let database: Awaited<ReturnType<typeof createDemoDatabase>>;
let admin: Account;
let ask: Ask;
let codes: { a: string; c: string; d: string; e: string; f: string };
beforeEach(async () => {
  database = await createDemoDatabase();
  admin = await putAdmin(database);
  ask = await graphqlOver(database, NOW);
  // The most used, of domains that keep another topic.
  const rows = await database.sql<{ code: string }[]>`
    select topic_code as code from session_topics join topics on code = topic_code where kind = 'topic' group by 1 order by count(*) desc, 1 limit 5`;
  const [a = "", c = "", d = "", e = "", f = ""] = rows.map(({ code }) => code);
  codes = { a, c, d, e, f };
});
afterEach(() => database.drop());

const domainOf = (code: string) => code.slice(0, 3);
const parts = (code: string) => ["X1", "X2"].map((end) => ({ code: `${domainOf(code)}-${end}`, domain: domainOf(code), label: `Part ${end} of ${code}`, definition: "A part." }));

async function draft(change: Record<string, unknown>): Promise<string> {
  const { data, errors } = await ask<{ addFrameworkChange: { change: { id: string } } }>("mutation ($input: AddFrameworkChangeInput!) { addFrameworkChange(input: $input) { change { id } } }", { input: change }, admin);
  expect(errors).toEqual([]);
  return data?.addFrameworkChange.change.id ?? "";
}

const everyKind = async (): Promise<string[]> => [
  await draft({ kind: "MERGE", topics: [codes.a], into: codes.c }),
  await draft({ kind: "SPLIT", topics: [codes.d], newTopics: parts(codes.d) }),
  await draft({ kind: "RETIRE", topics: [codes.e] }),
  await draft({ kind: "RENAME", topics: [codes.f], label: "Another name" }),
  await draft({ kind: "ADD", newTopics: [{ code: `${domainOf(codes.f)}-NEW`, domain: domainOf(codes.f), label: "A new one", definition: "New." }] }),
];

const publish = (changes: readonly string[], version = 2, viewer = admin) =>
  ask<{ publishFramework: { version: number } }>("mutation ($input: PublishFrameworkInput!) { publishFramework(input: $input) { version } }", { input: { version, changes } }, viewer);

const TABLES = { request: "request_topics", session: "session_topics", coach: "coach_topics", resource: "resource_topics" } as const;
type Subject = keyof typeof TABLES;

/** "id code", sorted. */
async function rowsOf(kind: Subject): Promise<string[]> {
  const rows = await database.sql.unsafe<{ row: string }[]>(`select ${kind}_id || ' ' || topic_code as row from ${TABLES[kind]} order by 1`);
  return rows.map(({ row }) => row);
}

const replaced = (rows: readonly string[], from: string, to: string): string[] => [...new Set(rows.map((row) => (row.endsWith(` ${from}`) ? row.slice(0, -from.length) + to : row)))].sort();

/** What stood before, from what stands now and the lines that were kept. */
async function undone(kind: Subject, version: number): Promise<string[]> {
  const rows = new Set(await rowsOf(kind));
  const lines = await database.sql<{ id: string; was: string; is: string; already: boolean }[]>`
    select subject_id as id, from_topic_code as was, to_topic_code as is, already from topic_reexpressions where version_id = ${version} and subject_kind = ${kind} and by = 'crosswalk'`;
  for (const { id, is, already } of lines) if (!already) rows.delete(`${id} ${is}`);
  for (const { id, was } of lines) rows.add(`${id} ${was}`);
  return [...rows].sort();
}

test("history is said anew: what was merged counts as the distinct union, nothing else moves, and the kept lines undo it", async () => {
  const before = Object.fromEntries(await Promise.all((Object.keys(TABLES) as Subject[]).map(async (kind) => [kind, await rowsOf(kind)] as const)));
  const { errors } = await publish(await everyKind());
  expect(errors).toEqual([]);
  for (const kind of Object.keys(TABLES) as Subject[]) {
    expect(await rowsOf(kind)).toEqual(replaced(before[kind] ?? [], codes.a, codes.c));
    expect(await undone(kind, 2)).toEqual([...(before[kind] ?? [])].sort());
  }
  // Of requests it is told by events, and the ones before stand.
  const events = await database.sql<{ action: string; topic_code: string }[]>`select distinct action, topic_code from tag_events where author = 'framework version 2' order by action`;
  expect([...events]).toEqual([{ action: "added", topic_code: codes.c }, { action: "removed", topic_code: codes.a }]);
  const [audit] = await database.sql<{ detail: { changes: number } }[]>`select detail from audit_events where action = 'framework.published'`;
  expect(audit?.detail.changes).toBe(5);
});

const FIGURES = `query ($scope: Scope) {
  needPatterns(scope: $scope, rows: TOPIC, evidence: SESSIONS) { rows { key label } cells { row { key } count { value } } }
  topicTrends(scope: $scope, evidence: REQUESTS) { topic { code } }
  gaps(scope: $scope) { topic { code label } demand { value } specialists { value } }
  hurdles(scope: $scope) { topics { code } systems { value } }
  topicDrift(scope: $scope) { topics { topic { code } } }
  resources(topics: ["CODE"], first: 50) { totalCount }
  specialists(first: 1) { totalCount }
}`;

test("figures answer as before, without the merged topic, whose code is understood as the one it went into", async () => {
  expect((await publish(await everyKind())).errors).toEqual([]);
  const { a, c, d, e, f } = codes;
  const of = async (code: string) => ask<Record<string, unknown>>(FIGURES.replace("CODE", code), { scope: { topics: [code] } }, admin);
  const [old, heir] = [await of(a), await of(c)];
  expect(old.errors).toEqual([]);
  expect(old.data).toEqual(heir.data);
  const { data, errors } = await ask<{ gaps: { topic: { code: string; label: string } }[]; topicTrends: { topic: { code: string } }[] }>(FIGURES.replace("CODE", a), {}, admin);
  expect(errors).toEqual([]);
  expect(JSON.stringify(data)).not.toContain(`"${a}"`);
  const labels = new Map(data?.gaps.map(({ topic }) => [topic.code, topic.label]));
  expect(labels.get(d)).toMatch(/ \(divided in version 2\)$/);
  expect(labels.get(e)).toMatch(/ \(retired in version 2\)$/);
  expect(labels.get(f)).toBe("Another name");
  // Whoever is given protected figures gets the same by either code.
  const shared = async (code: string) => ask("query ($scope: Scope) { needPatterns(scope: $scope, rows: STATE, evidence: REQUESTS) { cells { count { value n } } } }", { scope: { topics: [code] } }, DEMO_FUNDER);
  expect(await shared(a)).toEqual(await shared(c));
  const { data: meant } = await ask<{ topic: { code: string } }>(`{ topic(code: "${a}") { code } }`, {}, null);
  expect(meant?.topic.code).toBe(c);
});

test("a divided topic's rows wait until somebody says what each means, and the last of them takes it off the lists", async () => {
  const [x1 = "", x2 = ""] = parts(codes.d).map(({ code }) => code);
  const before = (await rowsOf("request")).filter((row) => row.endsWith(` ${codes.d}`)).length;
  expect((await publish([await draft({ kind: "SPLIT", topics: [codes.d], newTopics: parts(codes.d) })])).errors).toEqual([]);
  interface Queue {
    readonly ambiguousRows: { readonly total: number; readonly rows: readonly { readonly kind: string; readonly id: string; readonly parts: readonly { readonly code: string }[] }[] };
  }
  const queue = async () => (await ask<Queue>("{ ambiguousRows(first: 100) { total rows { kind id parts { code } } } }", {}, admin)).data?.ambiguousRows;
  const say = (row: { kind: string; id: string }, to: readonly string[]) => ask("mutation ($input: RetagInput!) { retag(input: $input) { id } }", { input: { kind: row.kind, id: row.id, topic: codes.d, to } }, admin);
  let waiting = await queue();
  expect(waiting?.rows.filter(({ kind }) => kind === "REQUEST")).toHaveLength(before);
  expect(waiting?.rows[0]?.parts.map(({ code }) => code)).toEqual([x1, x2]);
  const [first] = waiting?.rows ?? [];
  if (!first) throw new Error("Rows of a topic that was divided wait.");
  expect((await say(first, [codes.e])).errors[0]).toMatchObject({ code: "BAD_USER_INPUT", field: "input.to" });
  expect((await say(first, [x1, x2])).errors).toEqual([]);
  expect((await say(first, [x1])).errors[0]?.code).toBe("CONFLICT");
  expect((await rowsOf("request")).filter((row) => row.startsWith(`${first.id} `))).toEqual(expect.arrayContaining([`${first.id} ${x1}`, `${first.id} ${x2}`]));
  while ((waiting = await queue()) && waiting.total > 0) for (const row of waiting.rows) expect((await say(row, [x2])).errors).toEqual([]);
  const { data } = await ask<{ topics: { nodes: { code: string }[] } }>("{ topics(first: 100) { nodes { code } } }", {}, admin);
  expect(data?.topics.nodes.map(({ code }) => code)).not.toContain(codes.d);
  expect(data?.topics.nodes.map(({ code }) => code)).toContain(x2);
});

test("of two who publish at once one does, and nobody publishes what has changed since they looked", async () => {
  const changes = await everyKind();
  const both = await Promise.all([publish(changes), publish(changes)]);
  expect(both.map(({ errors }) => errors[0]?.code ?? "published").sort()).toEqual(["CONFLICT", "published"]);
  expect((await publish(changes)).errors[0]?.message).toBe("Version 2 is published already; the next one is version 3.");
  const next = await draft({ kind: "ADD", newTopics: [{ code: `${domainOf(codes.f)}-TWO`, domain: domainOf(codes.f), label: "Second", definition: "Second." }] });
  expect((await publish([...changes, next], 3)).errors[0]?.code).toBe("CONFLICT");
  expect((await publish([next], 3)).data?.publishFramework.version).toBe(3);
  // What was merged in one version and its heir in the next still means the last of them.
  expect((await publish([await draft({ kind: "MERGE", topics: [codes.c], into: codes.f })], 4)).errors).toEqual([]);
  const { data } = await ask<{ topic: { code: string } }>(`{ topic(code: "${codes.a}") { code } }`, {}, null);
  expect(data?.topic.code).toBe(codes.f);
});

test("what fails in the middle changes nothing", async () => {
  const changes = await everyKind();
  const state = () => database.sql<{ sum: string }[]>`
    select md5(string_agg(t::text, '' order by t::text)) as sum from (
      select t::text from topics t union all select v::text from framework_versions v union all select f::text from framework_changes f union all
      select e::text from tag_events e union all select s::text from session_topics s union all select c::text from coach_topics c union all
      select r::text from topic_reexpressions r union all select a::text from audit_events a) all_of_it (t)`;
  const [before] = await state();
  await database.sql.unsafe("create function boom() returns trigger language plpgsql as 'begin raise exception ''the power went''; end'; create trigger boom before insert on coach_topics for each statement execute function boom()");
  expect((await publish(changes)).errors[0]?.code).toBe("INTERNAL_SERVER_ERROR");
  expect((await state())[0]).toEqual(before);
  await database.sql.unsafe("drop trigger boom on coach_topics");
  expect((await publish(changes)).errors).toEqual([]);
});

test("a start of the server keeps what staff changed, and a file with an old code is read as what it means now", async () => {
  expect((await publish(await everyKind())).errors).toEqual([]);
  const all = () => database.sql<{ code: string }[]>`select code, label, standing, position from topics order by code`;
  const before = await all();
  await migrate(database);
  expect(await all()).toEqual(before);
  const folder = mkdtempSync(join(tmpdir(), "import-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { a, c, d } = codes;
  writeFileSync(join(folder, "requests.csv"), `request_id,submitted_at,leaid,system_name,state,system_kind,schools,enrollment,locale,low_income_share,leader_name,leader_email,narrative,topics,urgency,seconds_to_submit\nold-1,2021-01-20T09:00,,Old Codes,NY,district,2,400,City,45%,Lee,lee@old.example,Words,${a};${c};${d},High,41\n`);
  const result = await importFolder(database, folder, { now: NOW });
  expect(result.files["requests.csv"]).toMatchObject({ taken: 1, rejected: 0 });
  expect((await rowsOf("request")).filter((row) => row.startsWith("old-1 "))).toEqual([`old-1 ${c}`, `old-1 ${d}`].sort());
});

test("only an admin publishes, and a draft that would leave a domain empty is kept", async () => {
  const changes = await everyKind();
  const analyst = await putPerson(database, { role: "staff", positions: ["analyst"] });
  expect((await publish(changes, 2, analyst)).errors[0]?.code).toBe("FORBIDDEN");
  const [domain] = await database.sql<{ codes: string[] }[]>`
    select array_agg(code) as codes from topics where kind = 'topic' group by domain_code having not array_agg(code) && ${[codes.a, codes.c, codes.d, codes.e, codes.f]} order by 1 limit 1`;
  for (const code of domain?.codes ?? []) changes.push(await draft({ kind: "RETIRE", topics: [code] }));
  expect((await publish(changes)).errors[0]).toMatchObject({ code: "CONFLICT", message: expect.stringMatching(/^No topic would be left in the domain/) });
});
