import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createDatabase } from "../../db/testing";
import { graphqlOver, type Ask } from "../../testing";
import type { Account, Viewer } from "../viewer";
import { tokenHash } from "./invitation.token";
import { mailedTokens, putAdmin, putPerson, putProvider, trailOf } from "./testing.people";

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

const INVITATION = "id email name role positions provider { id } coach { id } state invitedBy createdAt expiresAt acceptedAt";
const INVITE = `mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { invitation { ${INVITATION} } } }`;
const RESEND = `mutation ($input: ResendInvitationInput!) { resendInvitation(input: $input) { invitation { id state expiresAt } } }`;
const REVOKE = `mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { invitation { id state } } }`;

interface Invited {
  readonly invitePerson: { readonly invitation: Readonly<Record<string, unknown>> & { readonly id: string } };
}

const invite = (input: Record<string, unknown>, viewer: Viewer = admin) => ask<Invited>(INVITE, { input }, viewer);

/** Invites, and gives the invitation with the token that was mailed. */
async function invited(input: Record<string, unknown> & { email: string }): Promise<{ id: string; token: string }> {
  const { data, errors } = await invite(input);
  expect(errors).toEqual([]);
  const token = (await mailedTokens(database, input.email)).at(-1);
  if (!data || token === undefined) throw new Error("Nothing was mailed.");
  return { id: data.invitePerson.invitation.id, token };
}

const count = async (from: string): Promise<number> => (await database.sql.unsafe<{ count: number }[]>(`select count(*)::int as count from ${from}`))[0]?.count ?? -1;

describe("inviting", () => {
  test("keeps the invitation and mails its link; only the token's hash stays", async () => {
    const { data, errors } = await invite({ email: " Grace@Test.Example ", name: " Grace ", role: "COACH", providerId: "north", coachId: "north-coach" });
    expect(errors).toEqual([]);
    expect(data?.invitePerson.invitation).toMatchObject({
      email: "grace@test.example", name: "Grace", role: "COACH", positions: [], provider: { id: "north" }, coach: { id: "north-coach" }, state: "PENDING", invitedBy: "Ada Admin", acceptedAt: null,
    });
    const [createdAt, expiresAt] = ["createdAt", "expiresAt"].map((name) => Date.parse(String(data?.invitePerson.invitation[name])));
    expect(Number(expiresAt) - Number(createdAt)).toBe(14 * 24 * 3600 * 1000);
    const [mail] = await database.sql<{ payload: Record<string, unknown> }[]>`select payload from mails where to_address = 'grace@test.example'`;
    expect(mail?.payload).toMatchObject({ name: "Grace", role: "coach", organisation: "Organisation north", invitedBy: "Ada Admin", link: expect.stringMatching(/^\/invitation\/[\w-]{43}$/) as unknown });
    const [row] = await database.sql<{ token_hash: string }[]>`select * from invitations where email = 'grace@test.example'`;
    const [token] = await mailedTokens(database, "grace@test.example");
    expect(row?.token_hash).toBe(tokenHash(token ?? ""));
    expect(JSON.stringify(row)).not.toContain(token);
  });

  test("a coach who is named belongs to the coach's own organisation", async () => {
    const { data } = await invite({ email: "own@test.example", role: "COACH", coachId: "south-coach" });
    expect(data?.invitePerson.invitation).toMatchObject({ provider: { id: "south" }, coach: { id: "south-coach" } });
  });

  test("again, the open invitation is renewed: one row, the newest details, and the older link is nobody's", async () => {
    const first = await invited({ email: "again@test.example", role: "COACH", providerId: "north" });
    const second = await invited({ email: "AGAIN@test.example".toLowerCase(), role: "COACH", providerId: "south" });
    expect(second.id).toBe(first.id);
    expect(second.token).not.toBe(first.token);
    expect(await database.sql`select provider_id from invitations where email = 'again@test.example'`).toEqual([{ provider_id: "south" }]);
    const OFFER = "query ($token: String!) { invitation(token: $token) { state } }";
    expect((await ask(OFFER, { token: first.token }, null)).errors[0]?.code).toBe("NOT_FOUND");
    expect((await ask(OFFER, { token: second.token }, null)).data).toEqual({ invitation: { state: "PENDING" } });
  });

  test("twice at once, there is one invitation", async () => {
    const input = { email: "twice@test.example", role: "FUNDER" };
    const answers = await Promise.all(Array.from({ length: 6 }, () => invite(input)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(new Set(answers.map(({ data }) => data?.invitePerson.invitation.id)).size).toBe(1);
    expect(await count("invitations where email = 'twice@test.example'")).toBe(1);
  });

  test("somebody who holds the role already, or whose account is shut, is a CONFLICT; another role is not", async () => {
    const funder = await putPerson(database, { role: "funder" });
    expect((await invite({ email: funder.email.toUpperCase(), role: "FUNDER" })).errors[0]?.code).toBe("CONFLICT");
    expect((await invite({ email: funder.email, role: "STEWARD" })).errors).toEqual([]);
    await database.sql`update auth.users set disabled_at = now() where id = ${funder.id}`;
    expect((await invite({ email: funder.email, role: "STEWARD" })).errors[0]?.code).toBe("CONFLICT");
  });

  test.each<[string, Record<string, unknown>]>([
    ["input.email", { email: "nobody", role: "FUNDER" }],
    ["input.email", { email: "", role: "FUNDER" }],
    ["input.email", { email: `${"x".repeat(300)}@test.example`, role: "FUNDER" }],
    ["input.name", { email: "a@test.example", name: "x".repeat(201), role: "FUNDER" }],
    ["input.name", { email: "a@test.example", name: "a\nb", role: "FUNDER" }],
    ["input.positions", { email: "a@test.example", role: "STAFF" }],
    ["input.positions", { email: "a@test.example", role: "FUNDER", positions: ["ADMIN"] }],
    ["input.providerId", { email: "a@test.example", role: "PROVIDER" }],
    ["input.providerId", { email: "a@test.example", role: "FUNDER", providerId: "north" }],
    ["input.providerId", { email: "a@test.example", role: "PROVIDER", providerId: "nowhere" }],
    ["input.coachId", { email: "a@test.example", role: "PROVIDER", providerId: "north", coachId: "north-coach" }],
    ["input.coachId", { email: "a@test.example", role: "COACH", providerId: "north", coachId: "nobody" }],
    ["input.coachId", { email: "a@test.example", role: "COACH", providerId: "north", coachId: "south-coach" }],
  ])("%s at fault is named: %o", async (field, input) => {
    const { errors } = await invite(input);
    expect(errors).toMatchObject([{ code: "BAD_USER_INPUT", field }]);
    expect(await count("invitations where email = 'a@test.example'")).toBe(0);
  });

  test("what else fails in the operation takes the invitation, its mail and its trace back", async () => {
    const query = `mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { invitation { id } } revokeInvitation(input: { id: "none" }) { invitation { id } } }`;
    const { errors } = await ask(query, { input: { email: "undone@test.example", role: "FUNDER" } }, admin);
    expect(errors.map(({ code }) => code)).toEqual(["NOT_FOUND"]);
    expect(await count("invitations where email = 'undone@test.example'")).toBe(0);
    expect(await count("mails where to_address = 'undone@test.example'")).toBe(0);
    expect(await count("audit_events where detail ->> 'email' = 'undone@test.example'")).toBe(0);
  });
});

describe("sending anew and taking back", () => {
  test("a link that is sent anew replaces the older one, and an expired invitation is open again", async () => {
    const { id, token } = await invited({ email: "anew@test.example", role: "FUNDER" });
    await database.sql`update invitations set expires_at = now() - interval '1 second' where id = ${id}`;
    expect((await ask("{ invitations(state: EXPIRED) { nodes { email } } }", {}, admin)).data).toEqual({ invitations: { nodes: [{ email: "anew@test.example" }] } });
    expect((await ask(RESEND, { input: { id } }, admin)).data).toMatchObject({ resendInvitation: { invitation: { id, state: "PENDING" } } });
    const tokens = await mailedTokens(database, "anew@test.example");
    expect(tokens).toHaveLength(2);
    expect(new Set(tokens).size).toBe(2);
    expect(await count(`invitations where token_hash = '${tokenHash(token)}'`)).toBe(0);
  });

  test("what was revoked stays so: repeated nothing happens, and it is not sent anew; inviting afresh makes another", async () => {
    const { id } = await invited({ email: "back@test.example", role: "FUNDER" });
    for (let time = 1; time <= 2; time += 1) expect((await ask(REVOKE, { input: { id } }, admin)).data).toEqual({ revokeInvitation: { invitation: { id, state: "REVOKED" } } });
    expect((await ask(RESEND, { input: { id } }, admin)).errors[0]?.code).toBe("CONFLICT");
    expect(await trailOf(database, id)).toEqual(["Ada Admin person.invited", "Ada Admin invitation.revoked"]);
    expect((await invited({ email: "back@test.example", role: "FUNDER" })).id).not.toBe(id);
  });

  test("an accepted one is a CONFLICT to both", async () => {
    const { id } = await invited({ email: "accepted@test.example", role: "FUNDER" });
    await database.sql`update invitations set accepted_at = now() where id = ${id}`;
    expect((await ask(RESEND, { input: { id } }, admin)).errors[0]?.code).toBe("CONFLICT");
    expect((await ask(REVOKE, { input: { id } }, admin)).errors[0]?.code).toBe("CONFLICT");
  });

  test("an id that is nobody's is NOT_FOUND", async () => {
    for (const query of [RESEND, REVOKE]) expect((await ask(query, { input: { id: "none" } }, admin)).errors[0]?.code).toBe("NOT_FOUND");
  });
});

test("invitations are listed newest first, page by page, each once", async () => {
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const query = "query ($after: String) { invitations(first: 3, after: $after) { nodes { id } totalCount pageInfo { endCursor hasNextPage } } }";
    interface Page { invitations: { nodes: { id: string }[]; totalCount: number; pageInfo: { endCursor: string; hasNextPage: boolean } } }
    const { data }: { data: Page | null | undefined } = await ask<Page>(query, { after }, admin);
    if (!data) throw new Error("No page came.");
    seen.push(...data.invitations.nodes.map(({ id }) => id));
    ({ endCursor: after, hasNextPage: more } = data.invitations.pageInfo);
    expect(data.invitations.totalCount).toBe(await count("invitations"));
  }
  const stored = await database.sql<{ id: string }[]>`select id from invitations order by created_at desc, id collate "C" desc`;
  expect(seen).toEqual(stored.map(({ id }) => id));
});
