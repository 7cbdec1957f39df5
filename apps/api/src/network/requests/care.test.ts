import { expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "../../db/testing";
import { ownerByRequest } from "./care.loader";
import { careForAll } from "./care.queries";

async function concierge({ sql }: TestDatabase, id: string, positions: readonly string[] = ["concierge"]) {
  await sql`insert into auth.users (id, name, email, email_verified) values (${id}, ${`Person ${id}`}, ${`${id}@hub.example`}, true)`;
  await sql`insert into memberships (user_id, role, positions) values (${id}, 'staff', ${[...positions]})`;
}

async function system({ sql }: TestDatabase) {
  await sql`insert into systems (id, name, state_code) values ('s', 'System', 'OH')`;
}

const ask = ({ sql }: TestDatabase, ...ids: readonly string[]) =>
  sql`insert into requests (id, system_id, submitted_at, stated_name) select id, 's', '2020-06-01', 'System' from unnest(${[...ids]}::text[]) as id`;

const owners = async ({ sql }: TestDatabase) => Object.fromEntries((await sql`select request_id, owner_id from request_care order by 1`).map((row) => [row["request_id"], row["owner_id"]]));

test("requests go to the concierges in turn, to whoever has the fewest first", async () => {
  const database = await testDatabase();
  await system(database);
  await concierge(database, "a");
  await ask(database, "r1", "r2");
  await concierge(database, "b");
  await concierge(database, "analyst", ["analyst"]);
  await ask(database, "r3");
  await ask(database, "r4", "r5");
  expect(await owners(database)).toEqual({ r1: "a", r2: "a", r3: "b", r4: "b", r5: "a" });
  expect(await ownerByRequest(database.db).load("r3")).toEqual({ id: "b", name: "Person b", email: "b@hub.example" });
});

test("without a concierge a request is nobody's, until one comes", async () => {
  const database = await testDatabase();
  await system(database);
  await ask(database, "r1");
  expect(await owners(database)).toEqual({ r1: null });
  await concierge(database, "a");
  expect(await careForAll(database.db)).toBe(1);
  expect(await owners(database)).toEqual({ r1: "a" });
  expect(await careForAll(database.db)).toBe(0);
});

test("what a concierge leaves behind goes to the others", async () => {
  const database = await testDatabase();
  await system(database);
  await concierge(database, "a");
  await ask(database, "r1");
  await concierge(database, "b");
  await database.sql`update auth.users set disabled_at = now() where id = 'a'`;
  await careForAll(database.db);
  expect(await owners(database)).toEqual({ r1: "b" });
});
