import { expect, onTestFinished, test } from "vitest";
import postgres from "postgres";
import { durabilityWarnings } from "./durability";
import { testDatabase } from "./testing";

test("our own server forgets nothing that it has answered for", async () => {
  const { sql } = await testDatabase();
  const settings = await sql`select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name`;
  expect([...settings].map(({ name, setting }) => `${String(name)} ${String(setting)}`)).toEqual(["fsync on", "full_page_writes on", "synchronous_commit on"]);
  expect(await durabilityWarnings(sql)).toEqual([]);
});

test("a server that may forget is told by the setting's name", async () => {
  const { url } = await testDatabase();
  const careless = postgres(url, { max: 1, connection: { synchronous_commit: "off" } });
  onTestFinished(() => careless.end());
  expect(await durabilityWarnings(careless)).toEqual([expect.stringContaining("synchronous_commit = off")]);
});
