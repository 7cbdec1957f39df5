import { expect, test } from "vitest";
import { putProvider } from "../access/people/testing.people";
import { testDatabase } from "../db/testing";
import { putUser, type NewUser } from "./user";

const PASSWORD = "long-enough-password";

async function network() {
  const database = await testDatabase();
  await putProvider(database, "north");
  await putProvider(database, "south");
  return database;
}

const rolesOf = ({ sql }: Awaited<ReturnType<typeof network>>, email: string) =>
  sql`select m.role, m.positions, m.provider_id, m.coach_id from memberships m join auth.users u on u.id = m.user_id where u.email = ${email} order by m.role`;

test.each<[string, NewUser, Record<string, unknown>]>([
  ["staff hold every position unless some are named", { role: "staff" }, { positions: ["admin", "analyst", "concierge"] }],
  ["staff hold the positions that are named", { role: "staff", position: ["analyst"] }, { positions: ["analyst"] }],
  ["a coach of an organisation", { role: "coach", provider: "north" }, { provider_id: "north", coach_id: null }],
  ["a coach who is named, with their organisation", { role: "coach", provider: "north", coach: "north-coach" }, { provider_id: "north", coach_id: "north-coach" }],
  ["a coach who is named, without", { role: "coach", coach: "south-coach" }, { provider_id: "south", coach_id: "south-coach" }],
  ["a provider's lead", { role: "provider", provider: "south" }, { provider_id: "south" }],
  ["a funder", { role: "funder" }, { positions: [], provider_id: null }],
  ["a steward", { role: "steward" }, { positions: [], provider_id: null }],
])("%s", async (_what, user, expected) => {
  const database = await network();
  await putUser(database, "Ada@Test.Example", user, PASSWORD);
  expect(await rolesOf(database, "ada@test.example")).toMatchObject([{ role: user.role, ...expected }]);
});

test("added again, an account has another role besides, or the same for something else", async () => {
  const database = await network();
  await putUser(database, "ada@test.example", { role: "coach", provider: "north" }, PASSWORD);
  await putUser(database, "ada@test.example", { role: "coach", provider: "south", coach: "south-coach" }, PASSWORD);
  await putUser(database, "ada@test.example", { role: "funder" }, PASSWORD);
  expect(await rolesOf(database, "ada@test.example")).toMatchObject([{ role: "coach", provider_id: "south", coach_id: "south-coach" }, { role: "funder" }]);
});

test.each<[string, string, NewUser, RegExp]>([
  ["no address", "ada", { role: "staff" }, /not an e-mail address/],
  ["a coach of no organisation", "a@test.example", { role: "coach" }, /--provider/],
  ["staff of an organisation", "a@test.example", { role: "staff", provider: "north" }, /leave out --provider/],
  ["a lead who is a coach", "a@test.example", { role: "provider", provider: "north", coach: "north-coach" }, /leave out --coach/],
  ["a funder with a position", "a@test.example", { role: "funder", position: ["admin"] }, /leave out --position/],
  ["an organisation that is not there", "a@test.example", { role: "coach", provider: "east" }, /No organisation/],
  ["a coach who is not there", "a@test.example", { role: "coach", coach: "nobody" }, /No coach/],
  ["a coach of another organisation", "a@test.example", { role: "coach", provider: "north", coach: "south-coach" }, /of the organisation "south"/],
])("%s is refused, and leaves no account", async (_what, email, user, message) => {
  const database = await network();
  await expect(putUser(database, email, user, PASSWORD)).rejects.toThrow(message);
  expect(await database.sql`select from auth.users`).toHaveLength(0);
});
