import { beforeEach, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "../../db/testing";
import { putProvider } from "../people/testing.people";

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
  await putProvider(database, "org-1");
  await putProvider(database, "org-2");
  await database.sql.unsafe(`
    insert into systems (id, name, state_code) values ('s-1', 'A system', 'CA');
    insert into requests (id, system_id, submitted_at, stated_name) select 'r-' || n, 's-1', '2020-06-01', 'A system' from generate_series(1, 200) n;`);
});

/** What a statement leaves in the trail. */
async function leaves(statement: string): Promise<{ action: string; subject_id: string; detail: Record<string, unknown> }[]> {
  const [last] = await database.sql<{ id: string }[]>`select coalesce(max(id), 0) as id from audit_events`;
  await database.sql.unsafe(statement);
  const rows = await database.sql<{ action: string; subject_id: string; detail: Record<string, unknown> }[]>`
    select action, subject_id, detail from audit_events where id > ${last?.id ?? 0} order by id`;
  return rows.map((row) => ({ ...row }));
}

const tag = (request: string, topic: string, action: string) => `('${request}', '${topic}', '${action}', 'tagged', 'Ada', now())`;
const TAGS = "insert into tag_events (request_id, topic_code, action, stage, author, at) ";

test("one tag is told whole, many are counted and the first of them named", async () => {
  expect(await leaves(`${TAGS} values ${tag("r-1", "PER-DIF", "added")}`)).toEqual([{ action: "tag.added", subject_id: "r-1", detail: { topic_code: "PER-DIF", stage: "tagged", author: "Ada" } }]);
  expect(await leaves(`${TAGS} values ${tag("r-1", "PER-DIF", "removed")}, ${tag("r-2", "NONE", "added")}`)).toMatchObject([
    { action: "tag.added", subject_id: "r-2" },
    { action: "tag.removed", subject_id: "r-1" },
  ]);
  const [many, ...others] = await leaves(`${TAGS} select id, 'NONE', 'added', 'tagged', 'Ada', now() from requests`);
  expect(others).toEqual([]);
  expect(many).toMatchObject({ action: "tag.added", subject_id: "*", detail: { count: 200 } });
  expect(many?.detail["ids"]).toHaveLength(50);
});

test("a match is made, its coaches change, it is closed", async () => {
  expect(await leaves("insert into engagements (id, request_id, matched_at) values ('e-1', 'r-1', '2020-06-02T00:00Z')")).toMatchObject([{ action: "match.made", subject_id: "e-1", detail: { request_id: "r-1" } }]);
  expect(await leaves("insert into engagement_coaches values ('e-1', 'org-1-coach', 0)")).toEqual([{ action: "match.changed", subject_id: "e-1", detail: { coaches: "added", coach_id: "org-1-coach", position: 0 } }]);
  expect(await leaves("delete from engagement_coaches where engagement_id = 'e-1'")).toMatchObject([{ action: "match.changed", detail: { coaches: "removed" } }]);
  expect(await leaves("update engagements set closed_at = '2020-07-01', close_reason = 'goals_met' where id = 'e-1'")).toMatchObject([{ action: "match.changed", subject_id: "e-1", detail: { close_reason: "goals_met" } }]);
});

test("organisations, roles and keys write themselves down", async () => {
  await database.sql`insert into auth.users (id, name, email) values ('u-1', 'Ada', 'ada@test.example')`;
  expect(await leaves("insert into providers (id, name) values ('org-3', 'Third')")).toMatchObject([{ action: "organisation.added", subject_id: "org-3", detail: { name: "Third" } }]);
  expect(await leaves("update providers set website = 'https://third.example' where id = 'org-3'")).toMatchObject([{ action: "organisation.changed", subject_id: "org-3" }]);
  const give = (org: string) => `insert into memberships (user_id, role, provider_id) values ('u-1', 'provider', '${org}') on conflict (user_id, role) do update set provider_id = excluded.provider_id`;
  expect(await leaves(give("org-1"))).toMatchObject([{ action: "role.given", subject_id: "u-1", detail: { role: "provider", provider_id: "org-1", positions: [] } }]);
  expect(await leaves(give("org-2"))).toMatchObject([{ action: "role.given", subject_id: "u-1", detail: { provider_id: "org-2", again: true } }]);
  expect(await leaves("delete from memberships where user_id = 'u-1'")).toMatchObject([{ action: "role.taken", subject_id: "u-1" }]);
  const key = (id: string) => `('${id}', 'u-1', 'A key', 'arl_', '${id.padEnd(64, "0")}', '{shared:read}', now(), now() + interval '1 day')`;
  expect(await leaves(`insert into api_keys (id, user_id, name, prefix, hash, scopes, created_at, expires_at) values ${key("a1")}, ${key("a2")}`)).toMatchObject([
    { action: "key.made", subject_id: "a1" },
    { action: "key.made", subject_id: "a2" },
  ]);
  expect(await leaves("update api_keys set last_used_at = now()")).toEqual([]);
  expect(await leaves("update api_keys set rotated_to = 'a2' where id = 'a1'")).toMatchObject([{ action: "key.rotated", subject_id: "a1", detail: { to: "a2" } }]);
  expect(await leaves("update api_keys set revoked_at = now() where id = 'a1'")).toMatchObject([{ action: "key.revoked", subject_id: "a1" }]);
  expect(await leaves("update api_keys set last_used_at = now()")).toEqual([]);
});

test("a statement that changes nothing leaves nothing", async () => {
  for (const statement of ["update providers set name = name", "update providers set name = 'x' where false", "delete from memberships", `${TAGS} select id, 'NONE', 'added', 'tagged', 'Ada', now() from requests where false`]) {
    expect([statement, await leaves(statement)]).toEqual([statement, []]);
  }
});
