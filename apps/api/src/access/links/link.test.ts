import { expect, test } from "vitest";
import { testDatabase } from "../../db/testing";
import { enqueueMail } from "../../jobs/mail.queries";
import { smtpSink } from "../../jobs/testing.smtp";
import { workOff } from "../../jobs/testing.work";
import { smtpTransport } from "../../jobs/transport";
import { graphqlOver, STAFF } from "../../testing";
import { newToken, tokenHash } from "./link";
import { endLinks, makeLink, openLink } from "./link.queries";

const tokenOf = (path: string): string => path.split("/").at(-1) ?? "";
const VIEWER = "{ viewer { name } network { name } }";

test("a link is opened by its token until it is ended, and its token is kept nowhere", async () => {
  const { db, sql } = await testDatabase();
  const path = await makeLink(db, "request", "r1");
  expect(path).toMatch(/^\/my\/[\w-]{43}$/);
  expect(await db.transaction((tx) => openLink(tx, tokenOf(path)))).toEqual({ kind: "request", subjectId: "r1" });
  expect(JSON.stringify(await sql`select * from links`)).not.toContain(tokenOf(path));
  await endLinks(db, "request", "r1");
  expect(await openLink(db, tokenOf(path))).toBeNull();
});

test("a link that has run out opens nothing", async () => {
  const { db, sql } = await testDatabase();
  const token = newToken();
  await sql`insert into links (kind, subject_id, token_hash, expires_at) values ('rating', 's1', ${tokenHash(token)}, now() - interval '1 second')`;
  expect(await openLink(db, token)).toBeNull();
});

test("whoever comes by a link is its holder and nobody else, and a link that does not work is refused", async () => {
  const database = await testDatabase();
  const ask = await graphqlOver(database);
  const linkToken = tokenOf(await makeLink(database.db, "request", "r1"));
  expect((await ask(VIEWER, {}, { linkToken })).data).toMatchObject({ viewer: null, network: { name: "Coaching network" } });
  expect((await ask("{ requests(first: 1) { totalCount } }", {}, { linkToken })).errors.map(({ code }) => code)).toEqual(["UNAUTHENTICATED"]);
  expect((await ask(VIEWER, {}, { linkToken: newToken() })).errors.map(({ code }) => code)).toEqual(["NOT_FOUND"]);
  expect((await ask(VIEWER, {}, STAFF)).errors).toEqual([]);
});

test("a mail's link is made when it is sent, each time anew, and answers go to a person", async () => {
  const [database, sink] = await Promise.all([testDatabase(), smtpSink()]);
  const transport = smtpTransport(sink.url, { name: "Test network", address: "network@test.example" });
  const payload = { paragraphs: ["Hello,", "How was it?"], action: "Rate the call", linkTo: { kind: "rating", subjectId: "s1" }, replyTo: { name: "Ada", address: "ada@hub.example" }, canStop: true };
  const id = await enqueueMail(database.db, "rate_call", "leader@north.example", payload);
  await workOff(database, transport);
  await database.sql`select resend_mail(${id})`;
  await workOff(database, transport);
  const sources = sink.received.map(({ source }) => source.replace(/=\r?\n/g, "").replace(/\r?\n[ \t]+/g, " "));
  expect(sources).toHaveLength(2);
  const tokens = sources.map((source) => /\/r\/([\w-]{43})/.exec(source)?.[1] ?? "");
  expect(new Set(tokens).size).toBe(2);
  for (const token of tokens) expect(await openLink(database.db, token)).toEqual({ kind: "rating", subjectId: "s1" });
  expect(sources[0]).toMatch(/^Reply-To: Ada <ada@hub\.example>$/im);
  expect(sources[0]).toMatch(/^List-Unsubscribe: <https:\/\/network\.example\/stop\/[\w-]{43}>$/im);
  expect(JSON.stringify(await database.sql`select payload from mails`)).not.toContain(tokens[0]);
});

test("an address that wants no mail of a kind gets none", async () => {
  const [database, sink] = await Promise.all([testDatabase(), smtpSink()]);
  await database.sql`insert into mail_refusals (kind, address) values ('rate_call', 'leader@north.example')`;
  await enqueueMail(database.db, "rate_call", "Leader@north.example", { paragraphs: ["Hello."], canStop: true });
  await workOff(database, smtpTransport(sink.url, { name: "Test network", address: "network@test.example" }));
  expect(sink.received).toEqual([]);
  expect(await database.sql`select state, last_error from mails`).toEqual([{ state: "failed", last_error: "The address wants no mail of this kind." }]);
});
