import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { graphqlOver } from "../testing";
import { createDemoDatabase, DEMO_FUNDER } from "../testing.demo";
import { statisticsOperation } from "./statistics";
import { testDatabase } from "./testing";

const OPTIONS = { accountId: null, requestId: "test" };

test("protected figures are computed without the right to read a name, a word or a secret, or to write anything", async () => {
  const operation = statisticsOperation(await testDatabase(), OPTIONS);
  const { db } = await operation.open();
  const columns = await db.execute<{ column: string }>(sql`
    select c.table_name || '.' || c.column_name as "column" from information_schema.columns c
    where c.table_schema in ('public', 'auth') and has_column_privilege(format('%I.%I', c.table_schema, c.table_name), c.column_name, 'select')
      and c.column_name ~ '(name|email|narrative|note|comment|title$|url|reason|destination|password|token|secret|value|leaid|leader)'`);
  expect(columns.map(({ column }) => column).sort()).toEqual(["engagements.close_reason", "network_settings.name"]);
  const writable = await db.execute(sql`
    select from information_schema.tables t where t.table_schema in ('public', 'auth')
      and has_table_privilege(format('%I.%I', t.table_schema, t.table_name), 'insert, update, delete, truncate')`);
  expect([...writable]).toEqual([]);
  await operation.end();
});

test("the secret is made once and is the same for all", async () => {
  const database = await testDatabase();
  const [first, second] = [statisticsOperation(database, OPTIONS), statisticsOperation(database, OPTIONS)];
  const [one, other] = await Promise.all([first.open(), second.open()]);
  expect(one.secret).toMatch(/^[0-9a-f]{64}$/);
  expect(other.secret).toBe(one.secret);
  await Promise.all([first.end(), second.end()]);
});

test("more operations at once than there are connections for figures all get theirs", async () => {
  const database = await createDemoDatabase();
  try {
    const ask = await graphqlOver(database);
    const answers = await Promise.all(Array.from({ length: 14 }, () => ask("{ needPatterns(rows: REGION) { cells { count { value } } } gaps { demand { value } } }", {}, DEMO_FUNDER)));
    for (const { errors } of answers) expect(errors).toEqual([]);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    const [busy] = await database.sql<{ count: number }[]>`select count(*)::int as count from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`;
    expect(busy?.count).toBe(0);
  } finally {
    await database.drop();
  }
});
