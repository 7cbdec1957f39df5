import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase } from "../../db/testing";
import { graphqlOver, STAFF } from "../../testing";
import type { Account } from "../../access/viewer";

let database: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

const FUNDER: Account = { id: "fred", name: "Fred", email: "fred@test.example", roles: ["funder"], positions: [], providerId: null, coachId: null, key: null };
const ADD = "mutation ($input: AddAnnotationInput!) { addAnnotation(input: $input) { annotation { id onDay untilDay text authorName topic { code } } } }";
interface Added {
  readonly addAnnotation: { readonly annotation: { readonly id: string } };
}

test("staff note what happened, and everybody with a role reads it, in the order of time", async () => {
  const ask = await graphqlOver(database);
  await ask(ADD, { input: { onDay: "2020-12-27", text: "Second relief act", topic: "FIN-REL" } });
  const { data } = await ask<Added>(ADD, { input: { onDay: "2020-08-10", untilDay: "2020-09-08", text: "Schools reopen" } });
  expect(data?.addAnnotation.annotation).toMatchObject({ onDay: "2020-08-10", untilDay: "2020-09-08", authorName: "Staff", topic: null });
  const seen = await ask<{ annotations: unknown[] }>("{ annotations { text topic { code } } }", {}, FUNDER);
  expect(seen.data?.annotations).toEqual([
    { text: "Schools reopen", topic: null },
    { text: "Second relief act", topic: { code: "FIN-REL" } },
  ]);
  expect((await ask(ADD, { input: { onDay: "2020-08-10", text: "Mine" } }, FUNDER)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
});

test("an annotation is changed and removed, and what is not there is told of", async () => {
  const ask = await graphqlOver(database);
  const { data } = await ask<Added>(ADD, { input: { onDay: "2020-05-04", text: "The pilot begins" } });
  const id = data?.addAnnotation.annotation.id;
  const change = { id, onDay: "2020-05-05", text: "The pilot began" };
  const changed = await ask<{ changeAnnotation: { annotation: unknown } }>("mutation ($input: ChangeAnnotationInput!) { changeAnnotation(input: $input) { annotation { onDay text } } }", { input: change });
  expect(changed.data?.changeAnnotation.annotation).toEqual({ onDay: "2020-05-05", text: "The pilot began" });
  const remove = () => ask("mutation ($id: ID!) { removeAnnotation(input: { id: $id }) { id } }", { id }, STAFF);
  expect((await remove()).errors).toEqual([]);
  expect((await remove()).errors).toMatchObject([{ code: "NOT_FOUND" }]);
});

test.each([
  { field: "input.untilDay", input: { untilDay: "2020-05-04" } },
  { field: "input.topic", input: { topic: "NO-SUCH" } },
  { field: "input.text", input: { text: "" } },
])("$field is told of $input", async ({ field, input }) => {
  const ask = await graphqlOver(database);
  expect((await ask(ADD, { input: { onDay: "2020-05-04", text: "Something", ...input } })).errors).toMatchObject([{ code: "BAD_USER_INPUT", field }]);
});
