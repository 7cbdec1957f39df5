import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { putAdmin } from "../../access/people/testing.people";
import type { Account } from "../../access/viewer";
import { createDatabase } from "../../db/testing";
import { graphqlOver, type Ask } from "../../testing";

let database: Awaited<ReturnType<typeof createDatabase>>;
let admin: Account;
let ask: Ask;
beforeAll(async () => {
  database = await createDatabase();
  admin = await putAdmin(database);
});
afterAll(() => database.drop());
beforeEach(async () => {
  ask = await graphqlOver(database);
});

interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly website: string | null;
}

const add = (input: Record<string, unknown>) => ask<{ addOrganisation: { provider: Organisation } }>("mutation ($input: AddOrganisationInput!) { addOrganisation(input: $input) { provider { id name kind website } } }", { input }, admin);
const change = (input: Record<string, unknown>) => ask<{ changeOrganisation: { provider: Organisation } }>("mutation ($input: ChangeOrganisationInput!) { changeOrganisation(input: $input) { provider { id name kind website } } }", { input }, admin);

async function added(input: Record<string, unknown>): Promise<Organisation> {
  const { data, errors } = await add(input);
  expect(errors).toEqual([]);
  if (!data) throw new Error("Nothing was added.");
  return data.addOrganisation.provider;
}

test("an organisation is added as it was given, and open to all at once", async () => {
  const provider = await added({ name: "  West ", kind: "INTERMEDIARY", website: " https://west.example/a " });
  expect(provider).toMatchObject({ name: "West", kind: "INTERMEDIARY", website: "https://west.example/a" });
  expect((await ask<{ providers: Organisation[] }>("{ providers { id name kind website } }", {}, null)).data?.providers).toContainEqual(provider);
});

test("without more than a name it is a provider without a website", async () => {
  expect(await added({ name: "Plain", website: " " })).toMatchObject({ kind: "PROVIDER", website: null });
});

test("a name that is taken is a CONFLICT, in whatever case, and so is a second hub", async () => {
  await added({ name: "The Hub", kind: "HUB" });
  expect((await add({ name: "the hub" })).errors[0]?.code).toBe("CONFLICT");
  expect((await add({ name: "Another hub", kind: "HUB" })).errors[0]?.code).toBe("CONFLICT");
});

test("the same one added several times at once is there once", async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => add({ name: "Once" })));
  expect(answers.map(({ errors }) => errors[0]?.code ?? "added").sort()).toEqual(["CONFLICT", "CONFLICT", "CONFLICT", "CONFLICT", "added"]);
});

test("what is left out of a change stays; null takes the website away", async () => {
  const { id } = await added({ name: "Before", website: "http://before.example" });
  expect((await change({ id, name: "After" })).data?.changeOrganisation.provider).toMatchObject({ name: "After", website: "http://before.example" });
  expect((await change({ id, website: null })).data?.changeOrganisation.provider).toMatchObject({ name: "After", website: null });
  expect((await change({ id })).data?.changeOrganisation.provider).toMatchObject({ name: "After", website: null });
  expect((await change({ id, name: "AFTER" })).data?.changeOrganisation.provider.name).toBe("AFTER");
});

test("a change to a name that is taken is a CONFLICT, one of an organisation that is not there NOT_FOUND", async () => {
  await added({ name: "Taken" });
  const { id } = await added({ name: "Free" });
  expect((await change({ id, name: "taken" })).errors[0]?.code).toBe("CONFLICT");
  expect((await change({ id: "none", name: "Else" })).errors[0]?.code).toBe("NOT_FOUND");
});

test.each<[string, Record<string, unknown>]>([
  ["input.name", { name: " " }],
  ["input.name", { name: "x".repeat(201) }],
  ["input.website", { name: "Bad", website: "javascript:alert(1)" }],
  ["input.website", { name: "Bad", website: "west.example" }],
  ["input.website", { name: "Bad", website: `https://west.example/${"x".repeat(2000)}` }],
])("%s at fault is named", async (field, input) => {
  expect((await add(input)).errors).toMatchObject([{ code: "BAD_USER_INPUT", field }]);
  expect(await database.sql`select from providers where name = 'Bad'`).toHaveLength(0);
});
