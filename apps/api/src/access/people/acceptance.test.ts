import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase } from "../../db/testing";
import { serve, type TestServer } from "../../testing.http";
import type { Account } from "../viewer";
import { newToken } from "./invitation.token";
import { mailedTokens, PASSWORD, putAdmin, putPerson, putProvider, trailOf } from "./testing.people";

/** From the invitation to what who accepted it may see, as a browser goes. */
let database: Awaited<ReturnType<typeof createDatabase>>;
let server: TestServer;
let admin: Account;
let cookie: string;
beforeAll(async () => {
  database = await createDatabase();
  server = await serve(database);
  admin = await putAdmin(database);
  cookie = await server.signIn(admin.email, PASSWORD);
  await putProvider(database, "north");
});
afterAll(async () => {
  await server.app.close();
  await database.drop();
});

interface Answer {
  readonly data: Readonly<Record<string, Readonly<Record<string, unknown>>>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string; readonly field?: string } }[];
}

async function ask(query: string, variables: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return (await (await server.graphql({ query, variables }, headers)).json()) as Answer;
}

const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code;

async function inviteTo(input: Record<string, unknown> & { email: string }): Promise<string> {
  const answer = await ask("mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { invitation { id } } }", { input }, { cookie });
  expect(answer.errors).toBeUndefined();
  const token = (await mailedTokens(database, input.email)).at(-1);
  if (token === undefined) throw new Error("Nothing was mailed.");
  return token;
}

const accept = (input: Record<string, unknown>, headers: Readonly<Record<string, string>> = {}) =>
  ask("mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }", { input }, headers);
const offerOf = (token: string) => ask("query ($token: String!) { invitation(token: $token) { email name role organisation state hasAccount } }", { token });
const rolesOf = (email: string) => database.sql`select m.role from memberships m join auth.users u on u.id = m.user_id where u.email = ${email} order by role`;
const count = async (from: string): Promise<number> => (await database.sql.unsafe<{ count: number }[]>(`select count(*)::int as count from ${from}`))[0]?.count ?? -1;

describe("somebody new", () => {
  test("is invited, sees the offer, accepts, signs in, and sees what a coach may see", async () => {
    const email = "grace@test.example";
    const token = await inviteTo({ email, name: "Grace", role: "COACH", providerId: "north", coachId: "north-coach" });
    expect((await offerOf(token)).data).toEqual({ invitation: { email, name: "Grace", role: "COACH", organisation: "Organisation north", state: "PENDING", hasAccount: false } });
    expect((await accept({ token, name: " Grace H. ", password: "her-own-password" })).data).toEqual({ acceptInvitation: { email } });

    const hers = await server.signIn(email, "her-own-password");
    const viewer = await ask("{ viewer { name email roles positions provider { id } coach { id } } requests { totalCount } }", {}, { cookie: hers });
    expect(viewer.data?.["viewer"]).toEqual({ name: "Grace H.", email, roles: ["COACH"], positions: [], provider: { id: "north" }, coach: { id: "north-coach" } });
    expect(codeOf(await ask("{ people { totalCount } }", {}, { cookie: hers }))).toBe("FORBIDDEN");
    expect(await database.sql`select email_verified from auth.users where email = ${email}`).toEqual([{ email_verified: true }]);

    const [{ id } = { id: "" }] = await database.sql<{ id: string }[]>`select id from auth.users where email = ${email}`;
    expect(await trailOf(database, id)).toEqual(expect.arrayContaining(["Grace H. role.given", "Grace H. person.joined"]));

    const people = await ask('{ people(search: "grace") { nodes { name disabled lastSignInAt memberships { role provider { id } coach { id } } } } invitations(state: ACCEPTED) { nodes { email acceptedAt } } }', {}, { cookie });
    expect(people.data).toMatchObject({
      people: { nodes: [{ name: "Grace H.", disabled: false, lastSignInAt: expect.any(String) as unknown, memberships: [{ role: "COACH", provider: { id: "north" }, coach: { id: "north-coach" } }] }] },
      invitations: { nodes: [{ email, acceptedAt: expect.any(String) as unknown }] },
    });
  });

  test("who is new needs a name and a password of at least 10 characters", async () => {
    const token = await inviteTo({ email: "short@test.example", role: "FUNDER" });
    for (const [input, field] of [
      [{ password: "long-enough-password" }, "input.name"],
      [{ name: "S" }, "input.password"],
      [{ name: "S", password: "too-short" }, "input.password"],
      [{ name: "S", password: "x".repeat(129) }, "input.password"],
      [{ name: "S\u0007", password: "long-enough-password" }, "input.name"],
    ] as const) {
      expect((await accept({ token, ...input })).errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", field });
    }
    expect(await count("auth.users where email = 'short@test.example'")).toBe(0);
    expect((await accept({ token, name: "S", password: "long-enough-password" })).data).toEqual({ acceptInvitation: { email: "short@test.example" } });
  });

  test("twice at once, one account is made and one answer is yes", async () => {
    const token = await inviteTo({ email: "both@test.example", name: "Both", role: "FUNDER" });
    const answers = await Promise.all(Array.from({ length: 6 }, () => accept({ token, password: "long-enough-password" })));
    expect(answers.map((answer) => codeOf(answer) ?? "yes").sort()).toEqual([...Array<string>(5).fill("NOT_FOUND"), "yes"]);
    expect(await count("auth.users where email = 'both@test.example'")).toBe(1);
    expect(await count("memberships m join auth.users u on u.id = m.user_id where u.email = 'both@test.example'")).toBe(1);
  });

  test("two invitations to two roles, accepted at once, make one account", async () => {
    const email = "two@test.example";
    const tokens = [await inviteTo({ email, name: "Two", role: "FUNDER" }), await inviteTo({ email, name: "Two", role: "STEWARD" })];
    const answers = await Promise.all(tokens.map((token) => accept({ token, password: "long-enough-password" })));
    expect(answers.filter((answer) => codeOf(answer) === undefined).length).toBeGreaterThan(0);
    expect(await count(`auth.users where email = '${email}'`)).toBe(1);
    for (const token of tokens) await accept({ token, password: "long-enough-password" });
    expect(await rolesOf(email)).toEqual([{ role: "funder" }, { role: "steward" }]);
  });

  test("what else fails in the operation leaves no account, and the invitation open", async () => {
    const token = await inviteTo({ email: "undone@test.example", name: "U", role: "FUNDER" });
    const query = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } takeRole(input: { personId: "x", role: FUNDER }) { person { id } } }`;
    expect(codeOf(await ask(query, { input: { token, password: "long-enough-password" } }))).toBe("UNAUTHENTICATED");
    expect(await count("auth.users where email = 'undone@test.example'")).toBe(0);
    expect((await offerOf(token)).data).toMatchObject({ invitation: { state: "PENDING" } });
  });
});

describe("a link that leads nowhere", () => {
  test("used, revoked, expired and made-up tokens get one and the same answer", async () => {
    const used = await inviteTo({ email: "used@test.example", name: "U", role: "FUNDER" });
    await accept({ token: used, password: "long-enough-password" });
    const revoked = await inviteTo({ email: "revoked@test.example", name: "R", role: "FUNDER" });
    await database.sql`update invitations set revoked_at = now() where email = 'revoked@test.example'`;
    const expired = await inviteTo({ email: "expired@test.example", name: "E", role: "FUNDER" });
    await database.sql`update invitations set expires_at = now() where email = 'expired@test.example'`;
    const answers = await Promise.all([used, revoked, expired, newToken(), "", "%", "x".repeat(5000)].map((token) => accept({ token, name: "N", password: "another-password" })));
    expect(codeOf(answers[0] as Answer)).toBe("NOT_FOUND");
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await count("auth.users where email in ('revoked@test.example', 'expired@test.example')")).toBe(0);

    const states = await Promise.all([used, revoked, expired].map(async (token) => (await offerOf(token)).data?.["invitation"]?.["state"]));
    expect(states).toEqual(["ACCEPTED", "REVOKED", "EXPIRED"]);
    expect(codeOf(await offerOf(newToken()))).toBe("NOT_FOUND");
  });

  test("its kept hash opens nothing", async () => {
    await inviteTo({ email: "hash@test.example", name: "H", role: "FUNDER" });
    const [row] = await database.sql<{ token_hash: string }[]>`select token_hash from invitations where email = 'hash@test.example'`;
    expect(codeOf(await accept({ token: row?.token_hash, password: "long-enough-password" }))).toBe("NOT_FOUND");
    expect(codeOf(await offerOf(row?.token_hash ?? ""))).toBe("NOT_FOUND");
  });
});

describe("an address that has an account", () => {
  test("gets the role only with the account's own password, which stays as it was", async () => {
    const { email } = await putPerson(database, { email: "old@test.example", role: "funder" });
    const token = await inviteTo({ email, name: "Other name", role: "STEWARD" });
    expect((await offerOf(token)).data).toMatchObject({ invitation: { hasAccount: true } });
    for (const password of ["another-password", "", null, "x"]) {
      expect((await accept({ token, name: "N", password })).errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", field: "input.password" });
    }
    expect(await rolesOf(email)).toEqual([{ role: "funder" }]);
    expect((await accept({ token, password: PASSWORD })).data).toEqual({ acceptInvitation: { email } });
    expect(await rolesOf(email)).toEqual([{ role: "funder" }, { role: "steward" }]);
    expect(await database.sql`select name from auth.users where email = ${email}`).toEqual([{ name: "Some Body" }]);
    expect(await server.signIn(email, PASSWORD)).not.toBe("");
  });

  test("needs no password from who is signed in with it, and is not for who is signed in as another", async () => {
    const { email } = await putPerson(database);
    const token = await inviteTo({ email, role: "FUNDER" });
    expect(codeOf(await accept({ token, password: PASSWORD }, { cookie }))).toBe("FORBIDDEN");
    expect((await accept({ token }, { cookie: await server.signIn(email, PASSWORD) })).data).toEqual({ acceptInvitation: { email } });
    expect(await rolesOf(email)).toEqual([{ role: "funder" }]);
  });

  test("without a password of its own is accepted only by signing in", async () => {
    const { id, email } = await putPerson(database);
    await database.sql`delete from auth.accounts where user_id = ${id}`;
    const token = await inviteTo({ email, role: "FUNDER" });
    expect((await accept({ token, password: "long-enough-password" })).errors?.[0]?.extensions.field).toBe("input.password");
  });

  test("that was shut since gets nothing", async () => {
    const { id, email } = await putPerson(database);
    const token = await inviteTo({ email, role: "FUNDER" });
    await database.sql`update auth.users set disabled_at = now() where id = ${id}`;
    expect(codeOf(await accept({ token, password: PASSWORD }))).toBe("BAD_USER_INPUT");
    expect(await rolesOf(email)).toEqual([]);
  });

  test("keeps what it was given since: the invitation is older", async () => {
    const { id, email } = await putPerson(database);
    const token = await inviteTo({ email, role: "STAFF", positions: ["ADMIN"] });
    await database.sql`insert into memberships (user_id, role, positions) values (${id}, 'staff', array['analyst'])`;
    expect((await accept({ token, password: PASSWORD })).errors).toBeUndefined();
    expect(await database.sql`select positions from memberships where user_id = ${id}`).toEqual([{ positions: ["analyst"] }]);
  });
});
