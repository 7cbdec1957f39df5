import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createDatabase } from "../db/testing";
import { graphqlOver, STAFF } from "../testing";
import { DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER } from "../testing.demo";
import { enqueueMail } from "./mail.queries";
import { workOff } from "./testing.work";
import type { Message } from "./transport";

const TO = "ada@north.example";

let database: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  database = await createDatabase();
});
beforeEach(() => database.sql`truncate mails`);
afterAll(() => database.drop());

interface Seen {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  readonly state: string;
}

const MAILS = "nodes { id kind to subject text html state attempts lastError createdAt sentAt }";

/** Sends what is due. @returns the messages. */
async function work(refuse = false): Promise<Message[]> {
  const sent: Message[] = [];
  const send = async (message: Message) => {
    if (refuse) throw Object.assign(new Error("550 no such mailbox"), { code: "EENVELOPE", responseCode: 550 });
    sent.push(message);
  };
  await workOff(database, { send, close: () => undefined });
  return sent;
}

const asDemo = (demo: boolean) => database.sql`update network_settings set demo_loaded_at = ${demo ? "2026-11-22T12:00:00Z" : null}`;

test("staff see what was sent to whom and what became of it, and not what it said", async () => {
  await asDemo(false);
  await enqueueMail(database.db, "magic_link", TO, { link: "/sign-in/link?token=secret-token", minutes: 15 });
  await enqueueMail(database.db, "password_changed", "lee@south.example", { link: "/forgot-password" });
  const ask = await graphqlOver(database);
  const waiting = await ask<{ mails: { nodes: Seen[] } }>(`{ mails(state: WAITING, search: "NORTH") { ${MAILS} } }`);
  expect(waiting.data?.mails.nodes).toMatchObject([{ kind: "magic_link", to: TO, subject: "Your link to sign in", state: "WAITING", text: null, html: null, attempts: 0, sentAt: null }]);
  await work();
  const sent = await ask<{ mails: { nodes: Seen[] } }>(`{ mails(state: SENT) { ${MAILS} } }`);
  expect(sent.data?.mails.nodes.map(({ to, text, html }) => [to, text, html])).toEqual([["lee@south.example", null, null], [TO, null, null]]);
});

test.each([["the public", null, "UNAUTHENTICATED"], ["a coach", DEMO_COACH, "FORBIDDEN"], ["a lead", DEMO_PROVIDER, "FORBIDDEN"], ["a funder", DEMO_FUNDER, "FORBIDDEN"]])("%s does not", async (_who, viewer, code) => {
  await asDemo(true);
  const ask = await graphqlOver(database);
  const id = await enqueueMail(database.db, "password_changed", TO, { link: "/forgot-password" });
  expect((await ask(`{ mails { ${MAILS} } }`, {}, viewer)).errors.map((error) => error.code)).toEqual([code]);
  expect((await ask(`mutation { resendMail(input: { id: "${id}" }) { mail { id } } }`, {}, viewer)).errors.map((error) => error.code)).toEqual([code]);
});

test("a demo network's outbox is open to all, with what was written; no other network has one", async () => {
  const ask = await graphqlOver(database);
  await asDemo(false);
  await enqueueMail(database.db, "magic_link", TO, { link: "/sign-in/link?token=secret-token", minutes: 15 });
  for (const viewer of [null, STAFF]) expect((await ask(`{ outbox { ${MAILS} } }`, {}, viewer)).errors.map(({ code }) => code)).toEqual(["FORBIDDEN"]);
  await asDemo(true);
  await work();
  for (const viewer of [null, DEMO_COACH, DEMO_PROVIDER, DEMO_FUNDER, STAFF]) {
    const { data, errors } = await ask<{ outbox: { nodes: Seen[] } }>(`{ outbox { ${MAILS} } }`, {}, viewer);
    expect(errors).toEqual([]);
    expect(data?.outbox.nodes[0]?.text).toMatch(/^https:\/\/network\.example\/sign-in\/link\?token=secret-token$/m);
    expect(data?.outbox.nodes[0]?.html).toContain("<html");
  }
});

test("a mail that failed is sent again by staff, with the same Message-ID, and the audit trail says so", async () => {
  await asDemo(false);
  const ask = await graphqlOver(database);
  const id = await enqueueMail(database.db, "password_reset", TO, { link: "/reset-password?token=secret-token", minutes: 60 });
  await work(true);
  const failed = await ask<{ mails: { nodes: unknown[] } }>(`{ mails(state: FAILED) { ${MAILS} } }`);
  expect(failed.data?.mails.nodes).toMatchObject([{ id, attempts: 1, lastError: "550 no such mailbox" }]);

  const again = await ask(`mutation { resendMail(input: { id: "${id}" }) { mail { id state attempts lastError } } }`);
  expect(again).toEqual({ data: { resendMail: { mail: { id, state: "WAITING", attempts: 0, lastError: null } } }, errors: [] });
  expect((await work()).map(({ messageId }) => messageId)).toEqual([`<${id}@mail.coaching-network>`]);
  expect(await database.sql`select action, subject_id from audit_events where action = 'mail.resent'`).toEqual([{ action: "mail.resent", subject_id: id }]);
});

test("a link that was sent is kept no longer, so that mail is not sent again; one without such a link is", async () => {
  await asDemo(false);
  const ask = await graphqlOver(database);
  const link = await enqueueMail(database.db, "password_reset", TO, { link: "/reset-password?token=secret-token", minutes: 60 });
  const key = await enqueueMail(database.db, "key_made", TO, { name: "Reports", expiresAt: "2027-01-31T00:00:00Z" });
  await work();
  const resend = (id: string) => ask(`mutation ($id: ID!) { resendMail(input: { id: $id }) { mail { state } } }`, { id });
  expect((await resend(link)).errors.map(({ code }) => code)).toEqual(["CONFLICT"]);
  expect((await resend(key)).errors).toEqual([]);
  const [again] = await work();
  expect(again).toMatchObject({ id: key, to: TO, text: expect.stringContaining('"Reports"') as unknown });
  for (const id of ["0", "00000000-0000-4000-8000-000000000000"]) expect((await resend(id)).errors.map(({ code }) => code)).toEqual(["NOT_FOUND"]);
});
