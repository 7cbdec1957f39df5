import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { testDatabase, type TestDatabase } from "../db/testing";
import { enqueueMail } from "./mail.queries";
import { smtpSink } from "./testing.smtp";
import { workOff } from "./testing.work";
import { folderTransport, smtpTransport } from "./transport";

const FROM = { name: "Test network", address: "network@test.example" };
const TO = "ada@north.example";
const LINK = { link: "/sign-in/link?token=secret-token", minutes: 15 };

/** As if the time of its next attempt had come. */
const makeDue = ({ sql }: TestDatabase) => sql`update graphile_worker._private_jobs set run_at = now()`;

async function mailIn({ sql }: TestDatabase, id: string) {
  const [mail] = await sql`select state, attempts, last_error, sent_at, payload, text, html from mails where id = ${id}`;
  if (!mail) throw new Error("There is no such mail.");
  return mail;
}

const header = (source: string, name: string): string => new RegExp(`^${name}: (.*)$`, "im").exec(source)?.[1] ?? "";

/** The parts of a message, with what its transfer encoding did undone. */
const decoded = (source: string): string => source.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

test("a mail reaches the server as text and HTML, with its link in full, and is sent", async () => {
  const [database, sink] = await Promise.all([testDatabase(), smtpSink()]);
  const id = await enqueueMail(database.db, "magic_link", TO, LINK);
  await workOff(database, smtpTransport(sink.url, FROM));
  expect(sink.received).toHaveLength(1);
  const [{ to, source } = { to: "", source: "" }] = sink.received;
  expect(to).toBe(TO);
  expect(header(source, "Subject")).toBe("Your link to sign in");
  expect(header(source, "Message-ID")).toBe(`<${id}@mail.coaching-network>`);
  expect(header(source, "From")).toContain(FROM.address);
  const said = decoded(source);
  expect(said).toMatch(/content-type: text\/plain/i);
  expect(said).toMatch(/^https:\/\/network\.example\/sign-in\/link\?token=secret-token$/m);
  expect(said).toMatch(/content-type: text\/html/i);
  expect(said).toContain('<html lang="en">');
  expect(said).not.toMatch(/<img|src=|url\(/i);
  expect(await mailIn(database, id)).toMatchObject({ state: "sent", attempts: 1, last_error: null, sent_at: expect.any(String) as unknown });
});

test("a link that lets its holder in is forgotten once it is sent, and what the mail said is never kept outside a demo network", async () => {
  const [database, sink] = await Promise.all([testDatabase(), smtpSink()]);
  const id = await enqueueMail(database.db, "magic_link", TO, LINK);
  await workOff(database, smtpTransport(sink.url, FROM));
  expect(await mailIn(database, id)).toMatchObject({ payload: { minutes: 15 }, text: null, html: null });
});

test("a transaction that is taken back sends nothing", async () => {
  const [database, sink] = await Promise.all([testDatabase(), smtpSink()]);
  const undone = new Error("undone");
  await expect(
    database.db.transaction(async (tx) => {
      await enqueueMail(tx, "magic_link", TO, LINK);
      throw undone;
    }),
  ).rejects.toBe(undone);
  await workOff(database, smtpTransport(sink.url, FROM));
  expect(sink.received).toEqual([]);
  expect(await database.sql`select from mails`).toHaveLength(0);
  expect(await database.sql`select from graphile_worker.jobs`).toHaveLength(0);
});

test("a mail that the server puts off is tried again, with the same Message-ID", async () => {
  const [database, sink] = await Promise.all([testDatabase(), smtpSink()]);
  const id = await enqueueMail(database.db, "magic_link", TO, LINK);
  const transport = smtpTransport(sink.url, FROM);
  sink.answer = "451 come again later";
  await workOff(database, transport);
  expect(await mailIn(database, id)).toMatchObject({ state: "waiting", attempts: 1, last_error: expect.stringContaining("451") as unknown });
  const [job] = await database.sql<{ wait: number }[]>`select extract(epoch from run_at - now())::float as wait from graphile_worker.jobs`;
  expect(job?.wait).toBeGreaterThan(1);

  sink.answer = "250 kept";
  await makeDue(database);
  await workOff(database, transport);
  expect(sink.received.map(({ source }) => header(source, "Message-ID"))).toEqual([`<${id}@mail.coaching-network>`]);
  expect(await mailIn(database, id)).toMatchObject({ state: "sent", attempts: 2, last_error: null });
});

test("nobody answering is no loss either", async () => {
  const database = await testDatabase();
  const id = await enqueueMail(database.db, "magic_link", TO, LINK);
  await workOff(database, smtpTransport("smtp://127.0.0.1:1", FROM));
  expect(await mailIn(database, id)).toMatchObject({ state: "waiting", attempts: 1, last_error: expect.stringContaining("ECONNREFUSED") as unknown });
});

test("a mail that is refused for good has failed at once, and one that is put off every time after twelve attempts", async () => {
  const [database, sink] = await Promise.all([testDatabase(), smtpSink()]);
  const transport = smtpTransport(sink.url, FROM);
  const refused = await enqueueMail(database.db, "magic_link", TO, LINK);
  sink.answer = "550 no such mailbox";
  await workOff(database, transport);
  expect(await mailIn(database, refused)).toMatchObject({ state: "failed", attempts: 1, last_error: expect.stringContaining("550") as unknown });

  const putOff = await enqueueMail(database.db, "magic_link", TO, LINK);
  sink.answer = "451 come again later";
  for (let attempt = 0; attempt < 12; attempt += 1) {
    expect(await mailIn(database, putOff)).toMatchObject({ state: "waiting", attempts: attempt });
    await makeDue(database);
    await workOff(database, transport);
  }
  expect(await mailIn(database, putOff)).toMatchObject({ state: "failed", attempts: 12 });
});

test("a mail that lacks what its template needs fails without a word of what it held", async () => {
  const [database, sink] = await Promise.all([testDatabase(), smtpSink()]);
  const id = await enqueueMail(database.db, "magic_link", TO, { minutes: "secret" });
  await workOff(database, smtpTransport(sink.url, FROM));
  const { last_error: error } = await mailIn(database, id);
  expect(error).toBe("The mail lacks link, minutes.");
});

test.each(["ada@north.example, eve@south.example", "ada@north.example\nBcc: eve@south.example", "Ada <ada@north.example>", "nobody"])("nothing is sent to %j, which is not one address", async (to) => {
  const { db, sql } = await testDatabase();
  await expect(enqueueMail(db, "magic_link", to, LINK)).rejects.toThrow("enqueue_mail");
  expect(await sql`select from graphile_worker.jobs`).toHaveLength(0);
});

test("without a mail server each mail is a file of its own, whole, readable by its owner only, and written over by a repeat", async () => {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), "network-outbox-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const outbox = join(folder, "outbox");
  const id = await enqueueMail(database.db, "password_reset", TO, { link: "https://network.example/reset-password?token=secret-token", minutes: 60 });
  await workOff(database, folderTransport(outbox, FROM));
  const [name = ""] = readdirSync(outbox);
  const first = readFileSync(join(outbox, name), "utf8");
  expect(name).toMatch(new RegExp(`password_reset-${id}\\.eml$`));
  expect(decoded(first)).toContain("https://network.example/reset-password?token=secret-token");
  expect(statSync(join(outbox, name)).mode & 0o077).toBe(0);

  await database.sql`update mails set state = 'waiting', sent_at = null, payload = payload || '{"link": "/reset-password?token=secret-token"}' where id = ${id}`;
  await database.sql`select add_mail_job(${id})`;
  await workOff(database, folderTransport(outbox, FROM));
  expect(readdirSync(outbox)).toEqual([name]);
  expect(header(readFileSync(join(outbox, name), "utf8"), "Message-ID")).toBe(header(first, "Message-ID"));
});

test("what people wrote is text in the HTML, never markup", async () => {
  const [database, sink] = await Promise.all([testDatabase(), smtpSink()]);
  await enqueueMail(database.db, "invitation", TO, { link: "/invitation?token=a&b", name: "<b>Ada</b>", invitedBy: 'Eve "&" <script>', organisation: "North", role: "coach", days: 7 });
  await workOff(database, smtpTransport(sink.url, FROM));
  const said = decoded(sink.received[0]?.source ?? "");
  expect(said).toContain("&lt;b&gt;Ada&lt;/b&gt;");
  expect(said).not.toMatch(/<script>(?![^]*Content-Type: text\/html)/i);
  expect(said).toContain("as a coach of North");
});
