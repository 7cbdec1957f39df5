import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { createDatabase, testDatabase } from "../../db/testing";
import { graphqlOver, type Ask } from "../../testing";
import { serve } from "../../testing.http";
import { databaseRole, type Account } from "../viewer";
import { PASSWORD, putAdmin, putPerson, putProvider, trailOf, whoIs } from "./testing.people";

let database: Awaited<ReturnType<typeof createDatabase>>;
let admin: Account;
let ask: Ask;
beforeAll(async () => {
  database = await createDatabase();
  admin = await putAdmin(database);
  await putProvider(database, "north");
  await putProvider(database, "south");
});
afterAll(() => database.drop());
beforeEach(async () => {
  ask = await graphqlOver(database);
});

const PERSON = "person { id disabled memberships { role positions provider { id } coach { id } } }";
const GIVE = `mutation ($input: GiveRoleInput!) { giveRole(input: $input) { ${PERSON} } }`;
const TAKE = `mutation ($input: TakeRoleInput!) { takeRole(input: $input) { ${PERSON} } }`;
const DISABLE = `mutation ($input: DisablePersonInput!) { disablePerson(input: $input) { ${PERSON} } }`;

const rolesOf = async ({ id }: Account) => (await database.sql<{ role: string }[]>`select role from memberships where user_id = ${id} order by role`).map(({ role }) => role);

describe("giving and taking roles", () => {
  test("a role is given, changed by giving it otherwise, and a CONFLICT when nothing would change", async () => {
    const { id } = await putPerson(database);
    const first = await ask(GIVE, { input: { personId: id, role: "COACH", coachId: "north-coach" } }, admin);
    expect(first.data).toMatchObject({ giveRole: { person: { id, memberships: [{ role: "COACH", positions: [], provider: { id: "north" }, coach: { id: "north-coach" } }] } } });
    const second = await ask(GIVE, { input: { personId: id, role: "COACH", providerId: "south" } }, admin);
    expect(second.data).toMatchObject({ giveRole: { person: { memberships: [{ provider: { id: "south" }, coach: null }] } } });
    expect((await ask(GIVE, { input: { personId: id, role: "COACH", providerId: "south" } }, admin)).errors[0]?.code).toBe("CONFLICT");
  });

  test("positions are read without order and doubles", async () => {
    const { id } = await putPerson(database, { role: "staff", positions: ["analyst", "concierge"] });
    const input = { personId: id, role: "STAFF", positions: ["CONCIERGE", "ANALYST", "ANALYST"] };
    expect((await ask(GIVE, { input }, admin)).errors[0]?.code).toBe("CONFLICT");
  });

  test("what a role is for is checked, and nobody is given one who is not there", async () => {
    const { id } = await putPerson(database);
    expect((await ask(GIVE, { input: { personId: id, role: "STAFF" } }, admin)).errors[0]).toMatchObject({ code: "BAD_USER_INPUT", field: "input.positions" });
    expect((await ask(GIVE, { input: { personId: "none", role: "FUNDER" } }, admin)).errors[0]?.code).toBe("NOT_FOUND");
    expect((await ask(TAKE, { input: { personId: "none", role: "FUNDER" } }, admin)).errors[0]?.code).toBe("NOT_FOUND");
  });

  test("a role is taken with the open invitation to it; repeated, nothing happens", async () => {
    const person = await putPerson(database, { role: "funder" });
    await database.sql`insert into invitations (email, role, token_hash, invited_by_name, expires_at) values (${person.email}, 'funder', repeat('a', 64), 'Me', now() + interval '1 day')`;
    for (let time = 1; time <= 2; time += 1) expect((await ask(TAKE, { input: { personId: person.id, role: "FUNDER" } }, admin)).data).toMatchObject({ takeRole: { person: { memberships: [] } } });
    expect(await rolesOf(person)).toEqual([]);
    expect(await database.sql`select revoked_at is not null as revoked from invitations where email = ${person.email}`).toEqual([{ revoked: true }]);
  });

  test("a coach who changes organisation in the records takes the account along", async () => {
    await database.sql`insert into coaches (id, provider_id, name) values ('mover', 'north', 'Mover')`;
    const person = await putPerson(database, { role: "coach", providerId: "north", coachId: "mover" });
    await database.sql`update coaches set provider_id = 'south' where id = 'mover'`;
    expect(await whoIs(database, person.id)).toMatchObject({ providerId: "south", coachId: "mover" });
  });
});

describe("several roles", () => {
  test("who leads one organisation and coaches for another has the lead's rows by the one and the coach's by the other", async () => {
    const { id } = await putPerson(database, { role: "coach", providerId: "north", coachId: "north-coach" });
    await ask(GIVE, { input: { personId: id, role: "PROVIDER", providerId: "south" } }, admin);
    const account = await whoIs(database, id);
    expect(account).toMatchObject({ providerId: "south", coachId: "north-coach" });
    expect(databaseRole(account)).toBe("network_provider");
  });

  test.each([
    [["funder", "provider"], "network_provider"],
    [["provider", "staff"], "network_staff"],
    [["coach", "funder"], "network_coach"],
    [["steward"], "network_funder"],
    [[], "network_public"],
  ] as const)("%j runs as %s", async (roles, expected) => {
    const { id } = await putPerson(database);
    for (const role of roles) {
      const ofProvider = role === "provider" || role === "coach";
      await ask(GIVE, { input: { personId: id, role: role.toUpperCase(), ...(ofProvider && { providerId: "north" }), ...(role === "staff" && { positions: ["ANALYST"] }) } }, admin);
    }
    expect(databaseRole(await whoIs(database, id))).toBe(expected);
  });
});

describe("the last admin", () => {
  test("is neither taken the role, nor made something else, nor shut out", async () => {
    const own = await testDatabase();
    const only = await putAdmin(own);
    await putPerson(own, { role: "staff", positions: ["analyst"] });
    const askOwn = await graphqlOver(own);
    const attempts: [string, unknown][] = [
      [TAKE, { personId: only.id, role: "STAFF" }],
      [GIVE, { personId: only.id, role: "STAFF", positions: ["ANALYST"] }],
      [DISABLE, { id: only.id, disabled: true }],
    ];
    for (const [query, input] of attempts) expect((await askOwn(query, { input }, only)).errors[0]?.code).toBe("CONFLICT");
    expect(await whoIs(own, only.id)).toMatchObject({ positions: ["admin"] });
    const second = await putAdmin(own);
    expect((await askOwn(TAKE, { input: { personId: only.id, role: "STAFF" } }, second)).errors).toEqual([]);
  });

  test("a shut admin does not count", async () => {
    const own = await testDatabase();
    const [first, second] = [await putAdmin(own), await putAdmin(own)];
    const askOwn = await graphqlOver(own);
    expect((await askOwn(DISABLE, { input: { id: second.id, disabled: true } }, first)).errors).toEqual([]);
    expect((await askOwn(TAKE, { input: { personId: first.id, role: "STAFF" } }, first)).errors[0]?.code).toBe("CONFLICT");
  });

  test("an admin who is shut while they ask is told so, and has changed nothing", async () => {
    const own = await testDatabase();
    const [first, second] = [await putAdmin(own), await putAdmin(own)];
    const askOwn = await graphqlOver(own);
    expect((await askOwn(DISABLE, { input: { id: first.id, disabled: true } }, second)).errors).toEqual([]);
    expect((await askOwn(TAKE, { input: { personId: second.id, role: "STAFF" } }, first)).errors[0]?.code).toBe("FORBIDDEN");
    expect(await whoIs(own, second.id)).toMatchObject({ positions: ["admin"] });
  });

  test("two admins who remove each other at once do not both succeed", async () => {
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const own = await testDatabase();
      const [first, second] = [await putAdmin(own), await putAdmin(own)];
      const askOwn = await graphqlOver(own);
      const answers = await Promise.all([askOwn(TAKE, { input: { personId: second.id, role: "STAFF" } }, first), askOwn(DISABLE, { input: { id: first.id, disabled: true } }, second)]);
      expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
      expect(await own.sql`select count(*)::int from memberships m join auth.users u on u.id = m.user_id where 'admin' = any (m.positions) and u.disabled_at is null`).toEqual([{ count: 1 }]);
    }
  });
});

describe("at once", () => {
  async function signedIn(person: Account) {
    const server = await serve(database);
    onTestFinished(() => server.app.close());
    const cookie = await server.signIn(person.email, PASSWORD);
    const viewer = async (): Promise<unknown> => ((await (await server.graphql({ query: "{ viewer { roles } }" }, { cookie })).json()) as { data: { viewer: unknown } }).data.viewer;
    return { server, viewer };
  }

  test("a session loses and gains what its account does", async () => {
    const person = await putPerson(database, { role: "funder" });
    const { viewer } = await signedIn(person);
    expect(await viewer()).toEqual({ roles: ["FUNDER"] });
    await ask(TAKE, { input: { personId: person.id, role: "FUNDER" } }, admin);
    expect(await viewer()).toEqual({ roles: [] });
    await ask(GIVE, { input: { personId: person.id, role: "STEWARD" } }, admin);
    expect(await viewer()).toEqual({ roles: ["STEWARD"] });
  });

  test("a shut account is nobody's, and its sessions do not come back with it", async () => {
    const person = await putPerson(database, { role: "funder" });
    const { server, viewer } = await signedIn(person);
    for (let time = 1; time <= 2; time += 1) expect((await ask(DISABLE, { input: { id: person.id, disabled: true } }, admin)).data).toMatchObject({ disablePerson: { person: { disabled: true } } });
    expect(await viewer()).toBeNull();
    expect(await server.signIn(person.email, PASSWORD)).toBe("");
    expect((await ask(DISABLE, { input: { id: person.id, disabled: false } }, admin)).data).toMatchObject({ disablePerson: { person: { disabled: false } } });
    expect(await viewer()).toBeNull();
    expect(await server.signIn(person.email, PASSWORD)).not.toBe("");
    const trail = await trailOf(database, person.id);
    expect(trail.filter((said) => said.startsWith("Ada Admin"))).toEqual(["Ada Admin person.disabled", "Ada Admin person.enabled"]);
  });
});

test("a second factor is seen by its owner, and by staff on the person", async () => {
  const [plain, guarded] = [await putPerson(database, { role: "funder" }), await putPerson(database, { role: "funder" })];
  await database.sql`update auth.users set two_factor_enabled = true where id = ${guarded.id}`;
  for (const [person, twoFactor] of [[plain, false], [guarded, true]] as const) {
    expect((await ask("{ viewer { twoFactor } }", {}, person)).data).toEqual({ viewer: { twoFactor } });
    expect((await ask("query ($id: ID!) { person(id: $id) { twoFactor } }", { id: person.id }, admin)).data).toEqual({ person: { twoFactor } });
  }
});

describe("the list of people", () => {
  test("is found by name or address in whatever case, and by role; page by page, each once, by name", async () => {
    const own = await testDatabase();
    const boss = await putAdmin(own);
    for (const [name, email] of [["Zoë Zimmer", "zz@one.example"], ["anna Alt", "aa@two.example"], ["Anna Alt", "ab@two.example"], ["50% off_", "odd@one.example"]] as const) await putPerson(own, { name, email, role: "funder" });
    const askOwn = await graphqlOver(own);
    const names = async (rest: string) => (await askOwn<{ people: { nodes: { name: string }[] } }>(`{ people(${rest}) { nodes { name } } }`, {}, boss)).data?.people.nodes.map(({ name }) => name);
    expect((await names("role: FUNDER"))?.map((name) => name.toLowerCase())).toEqual(["50% off_", "anna alt", "anna alt", "zoë zimmer"]);
    expect(await names('search: " ZOË "')).toEqual(["Zoë Zimmer"]);
    expect(await names('search: "TWO.example"')).toHaveLength(2);
    expect(await names('search: "%"')).toEqual(["50% off_"]);
    expect(await names('search: "", role: STAFF')).toEqual(["Ada Admin"]);
    expect((await askOwn(`{ people(search: "${"x".repeat(101)}") { totalCount } }`, {}, boss)).errors[0]).toMatchObject({ code: "BAD_USER_INPUT", field: "search" });
    const seen = new Set<string>();
    for (let after: string | null = null, more = true; more; ) {
      interface Page { people: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }
      const { data }: { data: Page | null | undefined } = await askOwn<Page>("query ($after: String) { people(first: 2, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }", { after }, boss);
      if (!data) throw new Error("No page came.");
      for (const { id } of data.people.nodes) {
        expect(seen.has(id)).toBe(false);
        seen.add(id);
      }
      ({ endCursor: after, hasNextPage: more } = data.people.pageInfo);
    }
    expect(seen.size).toBe(5);
  });
});
