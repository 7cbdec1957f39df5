import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hashOf } from "./secret";
import { BEGIN, HOUR, KeyedServer, MAKE, makeKey, REVOKE, ROTATE, type MadeKey } from "./testing.keys";

const world = new KeyedServer();
beforeAll(() => world.open());
afterAll(() => world.close());
beforeEach(() => world.reset());

const { cookies } = world;
const ask = world.ask.bind(world);
const later = world.later.bind(world);
const statusOf = world.statusOf.bind(world);

describe("making a key", () => {
  test.each([
    ["provider", ["SHARED_READ"]],
    ["provider", ["SHARED_READ", "OWN_READ"]],
    ["funder", ["SHARED_READ"]],
    ["staff", ["SHARED_READ"]],
  ] as const)("%s may have one with %s, for 90 days when nothing else is said", async (who, scopes) => {
    const { secret, apiKey } = await makeKey(world.server, cookies[who], [...scopes]);
    expect(apiKey).toMatchObject({ scopes, state: "ACTIVE", name: "nightly", lastUsedAt: null, expiresAt: new Date(BEGIN.getTime() + 90 * 24 * HOUR).toISOString() });
    expect(secret.startsWith(apiKey.prefix)).toBe(true);
    expect(apiKey.provider === null).toBe(who !== "provider");
    expect(await statusOf(secret)).toBe(200);
  });

  test.each([
    ["nobody", {}, ["SHARED_READ"], "UNAUTHENTICATED"],
    ["a coach", () => ({ cookie: cookies.coach }), ["SHARED_READ"], "FORBIDDEN"],
    ["a funder who wants rows", () => ({ cookie: cookies.funder }), ["SHARED_READ", "OWN_READ"], "FORBIDDEN"],
    ["staff who want rows", () => ({ cookie: cookies.staff }), ["SHARED_READ", "OWN_READ"], "FORBIDDEN"],
    ["a lead who wants rows alone", () => ({ cookie: cookies.provider }), ["OWN_READ"], "BAD_USER_INPUT"],
    ["a lead who wants nothing", () => ({ cookie: cookies.provider }), [], "BAD_USER_INPUT"],
  ] as const)("%s gets none", async (_who, credential, scopes, code) => {
    const { codes } = await ask(MAKE, typeof credential === "function" ? credential() : credential, { input: { name: "x", scopes } });
    expect(codes).toEqual([code]);
    expect(await world.database.sql`select from api_keys`).toHaveLength(0);
  });

  test.each([
    ["expiresInDays", 0],
    ["expiresInDays", 366],
    ["expiresInDays", -1],
    ["name", " "],
    ["name", "x".repeat(101)],
    ["name", "two\nlines"],
  ])("%s may not be %j", async (field, value) => {
    const { errors } = await ask(MAKE, { cookie: cookies.funder }, { input: { name: "x", scopes: ["SHARED_READ"], [field]: value } });
    expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: `input.${field}` });
  });

  test.each([1, 365])("it may live for %d days", async (days) => {
    const { secret } = await makeKey(world.server, cookies.funder, ["SHARED_READ"], { expiresInDays: days });
    later(days * 24 * HOUR - 1);
    expect(await statusOf(secret)).toBe(200);
    later(days * 24 * HOUR);
    expect(await statusOf(secret)).toBe(401);
  });

  test("after twenty that work there is no further one until another ends", async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => makeKey(world.server, cookies.funder)));
    expect((await ask(MAKE, { cookie: cookies.funder }, { input: { name: "x", scopes: ["SHARED_READ"] } })).codes).toEqual(["CONFLICT"]);
    await ask(REVOKE, { cookie: cookies.funder }, { input: { id: made[0]?.apiKey.id } });
    expect(await statusOf((await makeKey(world.server, cookies.funder)).secret)).toBe(200);
  });

  test("the key is shown once: what is kept and listed is its beginning and its hash, and the hash is listed nowhere", async () => {
    const { secret, apiKey } = await makeKey(world.server, cookies.provider);
    const [row] = await world.database.sql`select * from api_keys`;
    expect(row).toMatchObject({ id: apiKey.id, hash: hashOf(secret), prefix: apiKey.prefix });
    expect(JSON.stringify(row)).not.toContain(secret);
    const { data } = await ask<{ viewer: { apiKeys: MadeKey["apiKey"][] } }>("{ viewer { apiKeys { id prefix name state ownerName } } }", { cookie: cookies.provider });
    expect(data?.viewer.apiKeys).toEqual([{ id: apiKey.id, prefix: apiKey.prefix, name: "nightly", state: "ACTIVE", ownerName: "Demo provider lead" }]);
  });

  test("its owner is told by mail, without the key", async () => {
    const { secret } = await makeKey(world.server, cookies.provider);
    const mails = await world.database.sql<{ kind: string; to_address: string; payload: unknown }[]>`select kind, to_address, payload from mails where kind = 'key_made'`;
    expect(mails.at(-1)).toMatchObject({ kind: "key_made", to_address: "provider@demo.example", payload: { name: "nightly" } });
    expect(JSON.stringify(mails)).not.toContain(secret.slice(0, 12));
  });
});

describe("rotating", () => {
  const rotate = (id: string, more: Record<string, unknown> = {}, cookie = cookies.provider) => ask<{ rotateApiKey: MadeKey }>(ROTATE, { cookie }, { input: { id, ...more } });

  test("both keys work for 24 hours, then the new one alone, which lives as long as the old one was made to", async () => {
    const old = await makeKey(world.server, cookies.provider, ["SHARED_READ", "OWN_READ"], { expiresInDays: 30 });
    later(10 * 24 * HOUR);
    const made = (await rotate(old.apiKey.id)).data?.rotateApiKey;
    expect(made?.apiKey).toMatchObject({ name: "nightly", scopes: ["SHARED_READ", "OWN_READ"], state: "ACTIVE", expiresAt: new Date(world.now.getTime() + 30 * 24 * HOUR).toISOString() });
    const states = async () => (await ask<{ viewer: { apiKeys: { state: string }[] } }>("{ viewer { apiKeys { state } } }", { cookie: cookies.provider })).data?.viewer.apiKeys.map(({ state }) => state);
    expect(await states()).toEqual(["ACTIVE", "ROTATED"]);
    later(10 * 24 * HOUR + 24 * HOUR - 1);
    expect([await statusOf(old.secret), await statusOf(made?.secret ?? "")]).toEqual([200, 200]);
    later(10 * 24 * HOUR + 24 * HOUR);
    expect([await statusOf(old.secret), await statusOf(made?.secret ?? "")]).toEqual([401, 200]);
    expect(await states()).toEqual(["ACTIVE", "EXPIRED"]);
  });

  test("without an overlap the old key ends at once; with one of a week it never outlives its own end", async () => {
    const [one, other] = [await makeKey(world.server, cookies.provider), await makeKey(world.server, cookies.provider, ["SHARED_READ"], { expiresInDays: 1 })];
    await rotate(one.apiKey.id, { overlapHours: 0 });
    expect(await statusOf(one.secret)).toBe(401);
    await rotate(other.apiKey.id, { overlapHours: 168 });
    later(24 * HOUR);
    expect(await statusOf(other.secret)).toBe(401);
  });

  test.each([-1, 169])("an overlap of %d hours is refused", async (overlapHours) => {
    const { apiKey } = await makeKey(world.server, cookies.provider);
    expect((await rotate(apiKey.id, { overlapHours })).errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "input.overlapHours" });
  });

  test("a key is rotated once, by its owner, while it works", async () => {
    const [rotated, revoked, others] = [await makeKey(world.server, cookies.provider), await makeKey(world.server, cookies.provider), await makeKey(world.server, cookies.funder)];
    await rotate(rotated.apiKey.id);
    await ask(REVOKE, { cookie: cookies.provider }, { input: { id: revoked.apiKey.id } });
    expect((await rotate(rotated.apiKey.id)).codes).toEqual(["CONFLICT"]);
    expect((await rotate(revoked.apiKey.id)).codes).toEqual(["CONFLICT"]);
    expect((await rotate(others.apiKey.id)).codes).toEqual(["NOT_FOUND"]);
    expect((await rotate(others.apiKey.id, {}, cookies.staff)).codes).toEqual(["FORBIDDEN"]);
    expect((await rotate("nothing")).codes).toEqual(["NOT_FOUND"]);
  });

  test("two who rotate a key at once get one successor between them", async () => {
    const { apiKey } = await makeKey(world.server, cookies.provider);
    const answers = await Promise.all([rotate(apiKey.id), rotate(apiKey.id), rotate(apiKey.id)]);
    expect(answers.filter(({ data }) => data).length).toBe(1);
    expect(answers.flatMap(({ codes }) => codes)).toEqual(["CONFLICT", "CONFLICT"]);
    expect(await world.database.sql`select from api_keys`).toHaveLength(2);
  });
});

describe("revoking", () => {
  const revoke = (id: string, cookie: string) => ask<{ revokeApiKey: { apiKey: { state: string; revokedAt: string } } }>(REVOKE, { cookie }, { input: { id } });

  test("ends a key at once, and repeated changes nothing", async () => {
    const { secret, apiKey } = await makeKey(world.server, cookies.provider);
    const first = await revoke(apiKey.id, cookies.provider);
    expect(first.data?.revokeApiKey.apiKey).toMatchObject({ state: "REVOKED", revokedAt: BEGIN.toISOString() });
    expect(await statusOf(secret)).toBe(401);
    later(HOUR);
    expect((await revoke(apiKey.id, cookies.provider)).data).toEqual(first.data);
  });

  test("is for the owner and for admins; others do not know of the key", async () => {
    const { secret, apiKey } = await makeKey(world.server, cookies.provider);
    expect((await revoke(apiKey.id, cookies.funder)).codes).toEqual(["NOT_FOUND"]);
    expect((await revoke(apiKey.id, cookies.coach)).codes).toEqual(["NOT_FOUND"]);
    expect((await ask(REVOKE, {}, { input: { id: apiKey.id } })).codes).toEqual(["UNAUTHENTICATED"]);
    const staff = await world.userId("staff");
    await world.database.sql`update memberships set positions = array['analyst'] where user_id = ${staff}`;
    expect((await revoke(apiKey.id, cookies.staff)).codes).toEqual(["FORBIDDEN"]);
    await world.database.sql`update memberships set positions = array['admin', 'analyst', 'concierge'] where user_id = ${staff}`;
    expect(await statusOf(secret)).toBe(200);
    expect((await revoke(apiKey.id, cookies.staff)).data?.revokeApiKey.apiKey.state).toBe("REVOKED");
    expect(await statusOf(secret)).toBe(401);
  });
});

test("staff read all keys, page by page and newest first, with whose they are", async () => {
  await makeKey(world.server, cookies.funder);
  later(HOUR);
  await makeKey(world.server, cookies.provider);
  const LIST = "query ($after: String) { apiKeys(first: 1, after: $after) { totalCount nodes { ownerName provider { id } state } pageInfo { hasNextPage endCursor } } }";
  interface Listed { readonly apiKeys: { totalCount: number; nodes: { ownerName: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }
  const first = await ask<Listed>(LIST, { cookie: cookies.staff });
  expect(first.data?.apiKeys).toMatchObject({ totalCount: 2, nodes: [{ ownerName: "Demo provider lead", state: "ACTIVE" }], pageInfo: { hasNextPage: true } });
  const second = await ask<Listed>(LIST, { cookie: cookies.staff }, { after: first.data?.apiKeys.pageInfo.endCursor });
  expect(second.data?.apiKeys).toMatchObject({ nodes: [{ ownerName: "Demo funder", provider: null }], pageInfo: { hasNextPage: false } });
  for (const cookie of [cookies.provider, cookies.funder, cookies.coach]) expect((await ask(LIST, { cookie })).codes).toEqual(["FORBIDDEN"]);
});
