import { expect, onTestFinished, test } from "vitest";
import { connect } from "./client";
import { testDatabase, type TestDatabase } from "./testing";

/** A pool of one connection to a database. */
function single({ url }: TestDatabase) {
  const connection = connect(url, { max: 1 });
  onTestFinished(() => connection.end());
  return connection.sql;
}

test("a statement that fails after its first rows leaves none of them to the next answer", async () => {
  const sql = single(await testDatabase());
  const failing = sql`select 10 / (3 - n) as tenth from generate_series(0, 9) n`.catch(({ code }: { code: string }) => code);
  const next = sql`select n from generate_series(1, 2) n`;
  expect([await failing, [...(await next)]]).toEqual(["22012", [{ n: 1 }, { n: 2 }]]);
});

test("a connection that ends after the first rows of an answer leaves none of them to the next one", async () => {
  const database = await testDatabase();
  const sql = single(database);
  const [own] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  // Rows are sent once there are eight kilobytes of them.
  const cut = sql`select repeat('x', 3000), case n when 20 then pg_sleep(60) end from generate_series(1, 20) n`.catch(({ code }: { code: string }) => code);
  for (;;) {
    const [at] = await database.sql<{ event: string | null }[]>`select wait_event as event from pg_stat_activity where pid = ${own?.pid ?? 0}`;
    if (at?.event === "PgSleep") break;
  }
  await database.sql`select pg_terminate_backend(${own?.pid ?? 0})`;
  expect(await cut).toMatch(/^(CONNECTION_CLOSED|57P01)$/);
  expect([...(await sql`select 1 as one`)]).toEqual([{ one: 1 }]);
  expect([...(await sql`select 2 as two`)]).toEqual([{ two: 2 }]);
});
