import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase } from "../../db/testing";
import { graphqlOver, STAFF, type Ask } from "../../testing";
import type { Account } from "../../access/viewer";

let database: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  database = await createDatabase();
  for (const id of ["test-staff", "fred", "cora", "lea"]) await database.sql`insert into auth.users (id, name, email) values (${id}, ${id}, ${`${id}@test.example`})`;
});
afterAll(() => database.drop());

const person = (id: string, role: Account["roles"][number]): Account => ({ id, name: id, email: `${id}@test.example`, roles: [role], positions: [], providerId: null, coachId: null, key: null });
const FRED = person("fred", "funder");
const CORA = person("cora", "coach");
const LEA = person("lea", "provider");

const save = (ask: Ask, input: Record<string, unknown>, viewer = STAFF) =>
  ask<{ saveView: { view: { id: string; search: string } } }>("mutation ($input: SaveViewInput!) { saveView(input: $input) { view { id search } } }", { input }, viewer);
const namesSeen = async (ask: Ask, viewer = STAFF) => (await ask<{ savedViews: { name: string }[] }>("{ savedViews { name } }", {}, viewer)).data?.savedViews.map(({ name }) => name);

test("a view is its owner's, and of those it is shared with; the others' stay unseen", async () => {
  const ask = await graphqlOver(database);
  await save(ask, { name: "Monday", path: "/needs", search: "?states=VT" });
  await save(ask, { name: "For funders", path: "/impact", sharedWith: ["FUNDER"] });
  await save(ask, { name: "For organisations", path: "/gaps", sharedWith: ["PROVIDER", "COACH"] });
  await save(ask, { name: "Mine", path: "/reach" }, FRED);
  expect(await namesSeen(ask)).toEqual(["For funders", "For organisations", "Monday"]);
  expect(await namesSeen(ask, FRED)).toEqual(["For funders", "Mine"]);
  expect(await namesSeen(ask, CORA)).toEqual(["For organisations"]);
  expect(await namesSeen(ask, LEA)).toEqual(["For organisations"]);
  expect((await ask("{ savedViews { name } }", {}, null)).errors).toMatchObject([{ code: "UNAUTHENTICATED" }]);
});

test("saved again under its name, a view is replaced", async () => {
  const ask = await graphqlOver(database);
  const once = await save(ask, { name: "Again", path: "/needs", search: "states=VT" });
  const twice = await save(ask, { name: "Again", path: "/needs", search: "states=ME" });
  expect(twice.data?.saveView.view).toEqual({ id: once.data?.saveView.view.id, search: "states=ME" });
});

test("nobody but staff shares, and nobody removes another's", async () => {
  const ask = await graphqlOver(database);
  expect((await save(ask, { name: "Shared", path: "/impact", sharedWith: ["STAFF"] }, FRED)).errors).toMatchObject([{ code: "BAD_USER_INPUT", field: "input.sharedWith" }]);
  const { data } = await save(ask, { name: "Seen by funders", path: "/impact", sharedWith: ["FUNDER"] });
  const remove = (viewer = STAFF) => ask<{ removeView: { id: string } }>("mutation ($id: ID!) { removeView(input: { id: $id }) { id } }", { id: data?.saveView.view.id }, viewer);
  expect((await remove(FRED)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
  expect((await remove()).errors).toEqual([]);
  expect((await remove()).errors).toMatchObject([{ code: "NOT_FOUND" }]);
});

test.each([
  { field: "input.path", input: { path: "https://elsewhere.example" } },
  { field: "input.path", input: { path: "//elsewhere.example/needs" } },
  { field: "input.search", input: { search: "a=1#here" } },
  { field: "input.name", input: { name: "  " } },
])("a view leads to a page of the dashboard: $field is told of $input", async ({ field, input }) => {
  const ask = await graphqlOver(database);
  expect((await save(ask, { name: "Odd", path: "/needs", ...input })).errors).toMatchObject([{ code: "BAD_USER_INPUT", field }]);
});
