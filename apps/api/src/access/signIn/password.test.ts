import { expect, onTestFinished, test } from "vitest";
import { testDatabase } from "../../db/testing";
import { serve } from "../../testing.http";
import { Browser } from "./testing.browser";
import { lastToken, letters, listen, PASSWORD, person } from "./testing.people";

const ADA = "ada@north.example";
const NEW = "another-long-password";

async function setUp() {
  const database = await testDatabase();
  const server = await serve(database);
  onTestFinished(() => server.app.close());
  const id = await person(database, ADA);
  return { database, server, id, heard: await listen(database), browser: () => new Browser(server) };
}

test("who forgot a password sets a new one by mail; the old one and every session are done for, and a mail tells of it", async () => {
  const { database, browser, id, heard } = await setUp();
  const elsewhere = browser();
  await elsewhere.signIn(ADA, PASSWORD);
  await browser().post("request-password-reset", { email: ADA });
  const token = await lastToken(database);
  expect(await letters(database)).toMatchObject([{ kind: "password_reset", to: ADA, link: `/reset-password?token=${token}` }]);
  expect(JSON.stringify(await database.sql`select identifier from auth.verifications`)).not.toContain(token);

  expect((await browser().post("reset-password", { token, newPassword: NEW })).status).toBe(200);
  expect(await elsewhere.email()).toBeNull();
  expect((await browser().signIn(ADA, PASSWORD)).status).toBe(401);
  expect((await browser().signIn(ADA, NEW)).status).toBe(200);
  expect((await browser().post("reset-password", { token, newPassword: "a-third-long-password" })).status).toBe(400);
  expect((await letters(database)).map(({ kind }) => kind)).toEqual(["password_reset", "password_changed"]);
  expect(await heard()).toContainEqual(expect.objectContaining({ action: "password.changed", actor: id, subjectId: id, detail: { by: "reset" } }));
});

test("a short password is refused, and the link still works", async () => {
  const { database, browser } = await setUp();
  await browser().post("request-password-reset", { email: ADA });
  const token = await lastToken(database);
  expect((await browser().post("reset-password", { token, newPassword: "short" })).status).toBe(400);
  expect((await browser().post("reset-password", { token, newPassword: NEW })).status).toBe(200);
});

test("who changes a password stays in and signs out everybody else, and a mail tells of it", async () => {
  const { database, browser, id, heard } = await setUp();
  const [mine, other] = [browser(), browser()];
  await mine.signIn(ADA, PASSWORD);
  await other.signIn(ADA, PASSWORD);
  expect((await mine.post("change-password", { currentPassword: "not-the-password", newPassword: NEW })).status).toBe(400);
  expect(await letters(database)).toEqual([]);
  expect((await mine.post("change-password", { currentPassword: PASSWORD, newPassword: NEW, revokeOtherSessions: false })).status).toBe(200);
  expect([await mine.email(), await other.email()]).toEqual([ADA, null]);
  expect(await letters(database)).toMatchObject([{ kind: "password_changed", to: ADA }]);
  expect(await heard()).toContainEqual(expect.objectContaining({ action: "password.changed", actor: id, detail: { by: "change" } }));
});

test("people see their sessions and end them, one or all the others", async () => {
  const { browser, id, heard } = await setUp();
  const [mine, lost, other] = [browser(), browser(), browser()];
  for (const each of [mine, lost, other]) await each.signIn(ADA, PASSWORD);
  const listed = (await (await mine.get("list-sessions")).json()) as { token: string; userAgent: string }[];
  expect(listed).toHaveLength(3);
  const lostToken = decodeURIComponent(lost.cookie()).split("=")[1]?.split(".")[0];
  expect((await mine.post("revoke-session", { token: lostToken })).status).toBe(200);
  expect([await lost.email(), await other.email()]).toEqual([null, ADA]);
  expect((await mine.post("revoke-other-sessions")).status).toBe(200);
  expect([await mine.email(), await other.email()]).toEqual([ADA, null]);
  const revocations = (await heard()).filter(({ action }) => action === "sessions.revoked");
  expect(revocations.map(({ actor, detail }) => [actor, detail])).toEqual([[id, { which: "one" }], [id, { which: "others" }]]);
});

test("nobody ends another person's session", async () => {
  const { database, browser } = await setUp();
  await person(database, "eve@south.example");
  const [mine, eves] = [browser(), browser()];
  await mine.signIn(ADA, PASSWORD);
  await eves.signIn("eve@south.example", PASSWORD);
  const token = decodeURIComponent(mine.cookie()).split("=")[1]?.split(".")[0];
  await eves.post("revoke-session", { token });
  expect(await mine.email()).toBe(ADA);
});

test("every way in is in the audit trail, taken or refused", async () => {
  const { browser, id, heard } = await setUp();
  await browser().signIn(ADA, PASSWORD);
  await browser().signIn(ADA, "not-the-password");
  await browser().signIn("Nobody@North.example", "not-the-password");
  await browser().post("magic-link/verify", { token: "made-up" });
  expect((await heard()).map(({ action, actor, subjectType, subjectId, detail }) => [action, actor, subjectType, subjectId, detail["by"]])).toEqual([
    ["sign_in.succeeded", id, "person", id, "password"],
    ["sign_in.failed", "", "person", id, "password"],
    ["sign_in.failed", "", "address", "nobody@north.example", "password"],
    ["sign_in.failed", "", "address", "unknown", "link"],
  ]);
});

test("without an audit trail nobody comes in", async () => {
  const { database, browser } = await setUp();
  await database.sql`drop table heard`;
  const mine = browser();
  expect((await mine.signIn(ADA, PASSWORD)).status).toBe(500);
  expect(await mine.email()).toBeNull();
});

test("somebody who was shut out loses every session, and is told by no way in that they were", async () => {
  const { database, browser, id } = await setUp();
  const mine = browser();
  await mine.signIn(ADA, PASSWORD);
  await browser().post("sign-in/magic-link", { email: ADA });
  const token = await lastToken(database);
  await database.sql`update auth.users set disabled_at = now() where id = ${id}`;
  expect(await database.sql`select from auth.sessions`).toHaveLength(0);
  expect(await mine.email()).toBeNull();

  const [right, wrong] = [await browser().signIn(ADA, PASSWORD), await browser().signIn(ADA, "not-the-password")];
  expect([right.status, await right.text()]).toEqual([wrong.status, await wrong.text()]);
  expect((await browser().post("magic-link/verify", { token })).status).toBe(401);
  await browser().post("sign-in/magic-link", { email: ADA });
  await browser().post("request-password-reset", { email: ADA });
  expect(await letters(database)).toHaveLength(1);
  expect(await database.sql`select from auth.sessions`).toHaveLength(0);
});

test("a session ends thirty days after it was last used", async () => {
  const { database, browser } = await setUp();
  const mine = browser();
  await mine.signIn(ADA, PASSWORD);
  const [row] = await database.sql<{ days: number }[]>`select extract(epoch from expires_at - now())::float / 86400 as days from auth.sessions`;
  expect(row?.days).toBeGreaterThan(29.9);
  expect(row?.days).toBeLessThanOrEqual(30);
  await database.sql`update auth.sessions set expires_at = now() - interval '1 second'`;
  expect(await mine.email()).toBeNull();
});

test("over https cookies are sent over https alone", async () => {
  const database = await testDatabase();
  const server = await serve(database, { publicUrl: "https://network.example" });
  onTestFinished(() => server.app.close());
  await person(database, ADA);
  const answer = await new Browser(server).signIn(ADA, PASSWORD);
  const cookies = answer.headers.getSetCookie();
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) expect(cookie).toMatch(/^__Secure-.*httponly.*secure.*samesite=lax|^__Secure-.*secure.*httponly.*samesite=lax/i);
});

test("what people would have no use for is not offered", async () => {
  const { browser } = await setUp();
  const mine = browser();
  await mine.signIn(ADA, PASSWORD);
  for (const path of ["update-user", "change-email", "delete-user", "link-social", "unlink-account", "two-factor/send-otp", "sign-up/email", "verify-email"]) {
    expect([path, (await mine.post(path, { email: ADA, name: "Eve", password: PASSWORD })).status]).toEqual([path, 404]);
  }
});
