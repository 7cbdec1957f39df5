import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase } from "../../db/testing";
import { graphqlOver, type Ask } from "../../testing";
import { putAdmin, putPerson } from "../people/testing.people";
import type { Account } from "../viewer";

let database: Awaited<ReturnType<typeof createDatabase>>;
let admin: Account;
let funder: Account;
beforeAll(async () => {
  database = await createDatabase();
  admin = await putAdmin(database);
  funder = await putPerson(database, { name: "Fay Funder", email: "fay@test.example", role: "funder" });
});
afterAll(() => database.drop());

interface Events {
  readonly auditEvents: { readonly nodes: Record<string, string | null>[]; readonly totalCount: number; readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean } };
}

const record = (ask: Ask, what: string, viewer: Account) => ask('mutation ($input: RecordExportInput!) { recordExport(input: $input) { recorded } }', { input: { what, rows: 7 } }, viewer);

async function events(ask: Ask, given: string, selects = "subjectId"): Promise<Events["auditEvents"]> {
  const { data, errors } = await ask<Events>(`{ auditEvents(${given}) { nodes { ${selects} } totalCount pageInfo { endCursor hasNextPage } } }`, {}, admin);
  expect(errors).toEqual([]);
  if (!data) throw new Error("There are no events.");
  return data.auditEvents;
}

test("who takes figures out is in the trail, newest first, page by page", async () => {
  const ask = await graphqlOver(database);
  for (const what of ["one", "two", "three"]) expect((await record(ask, what, funder)).errors).toEqual([]);
  const page = await events(ask, 'first: 2, action: "records.exported"', "subjectId actorName actorEmail viaKey subjectType reason detail requestId");
  expect(page.nodes).toEqual(["three", "two"].map((subjectId) => ({ subjectId, actorName: "Fay Funder", actorEmail: "fay@test.example", viaKey: null, subjectType: "records", reason: null, detail: '{"rows":7}', requestId: "test" })));
  expect([page.totalCount, page.pageInfo.hasNextPage]).toEqual([3, true]);
  expect((await events(ask, `first: 2, action: "records.exported", after: "${page.pageInfo.endCursor}"`)).nodes).toEqual([{ subjectId: "one" }]);
});

test("the trail is searched by who, what, to what and when", async () => {
  const ask = await graphqlOver(database);
  await record(ask, "100% of 'it' \\ _", admin);
  await database.sql`insert into providers (id, name) values ('org-8', 'Eight'), ('org-9', 'Nine')`;
  const today = new Date().toLocaleDateString("en-CA", { timeZone: "America/New_York" });
  const tomorrow = new Date(Date.now() + 86_400_000).toLocaleDateString("en-CA", { timeZone: "America/New_York" });
  const found = async (given: string) => (await events(ask, given)).nodes.map(({ subjectId }) => subjectId);
  expect(await found(`search: "100% OF 'it'"`)).toEqual(["100% of 'it' \\ _"]);
  expect(await found('search: "no such thing"')).toEqual([]);
  expect(await found(`actor: "${admin.id}", action: "records.exported"`)).toEqual(["100% of 'it' \\ _"]);
  expect(await found('subjectType: "organisation"')).toEqual(["*"]);
  expect(await found('subjectId: "org-9"')).toEqual(["*"]);
  expect(await found(`from: "${tomorrow}"`)).toEqual([]);
  expect((await found(`from: "${today}", to: "${tomorrow}"`)).length).toBe((await found("first: 100")).length);
  expect(await found(`to: "${today}"`)).toEqual([]);
});

test("whether the trail is whole is told, and where it breaks", async () => {
  const ask = await graphqlOver(database);
  const integrity = async () => (await ask<{ auditIntegrity: unknown }>("{ auditIntegrity { intact events firstBroken } }", {}, admin)).data?.auditIntegrity;
  const { totalCount } = await events(ask, "first: 1");
  expect(await integrity()).toEqual({ intact: true, events: totalCount, firstBroken: null });
  await database.sql.unsafe("alter table audit_events disable trigger all; update audit_events set reason = 'another' where id = 2; alter table audit_events enable trigger all");
  expect(await integrity()).toEqual({ intact: false, events: totalCount, firstBroken: "2" });
});

test.each([
  ["nothing", { what: " ", rows: 1 }, "input.what"],
  ["too long a name", { what: "x".repeat(201), rows: 1 }, "input.what"],
  ["fewer rows than none", { what: "x", rows: -1 }, "input.rows"],
])("an export of %s is refused", async (_what, input, field) => {
  const ask = await graphqlOver(database);
  const { errors } = await ask("mutation ($input: RecordExportInput!) { recordExport(input: $input) { recorded } }", { input }, funder);
  expect(errors).toMatchObject([{ code: "BAD_USER_INPUT", field }]);
});
