import { expect, onTestFinished, test } from "vitest";
import { testDatabase } from "../../db/testing";
import { serve } from "../../testing.http";
import { Browser } from "./testing.browser";
import { lastToken, listen, PASSWORD, person } from "./testing.people";
import { totp } from "./testing.totp";

const ADA = "ada@north.example";

/** Somebody who has switched their second factor on. */
async function setUp() {
  const database = await testDatabase();
  const server = await serve(database, { rateLimit: 1000 });
  onTestFinished(() => server.app.close());
  const id = await person(database, ADA);
  const heard = await listen(database);
  const mine = new Browser(server);
  await mine.signIn(ADA, PASSWORD);
  const { totpURI, backupCodes } = (await (await mine.post("two-factor/enable", { password: PASSWORD })).json()) as { totpURI: string; backupCodes: string[] };
  const on = await mine.post("two-factor/verify-totp", { code: totp(totpURI) });
  expect(on.status).toBe(200);
  return { database, server, id, heard, mine, totpURI, backupCodes, browser: () => new Browser(server) };
}

const actionsOf = (heard: readonly { action: string }[]) => heard.map(({ action }) => action);

test("after a password the code of the authenticator is asked for, and nobody is in before it was given", async () => {
  const { browser, totpURI, heard } = await setUp();
  const again = browser();
  const answer = await again.signIn(ADA, PASSWORD);
  expect([answer.status, await answer.json()]).toMatchObject([200, { twoFactorRedirect: true, twoFactorMethods: ["totp"] }]);
  expect(await again.email()).toBeNull();
  expect((await again.post("two-factor/verify-totp", { code: "000000" })).status).toBe(401);
  expect(await again.email()).toBeNull();
  expect((await again.post("two-factor/verify-totp", { code: totp(totpURI) })).status).toBe(200);
  expect(await again.email()).toBe(ADA);
  expect(actionsOf(await heard())).toEqual(["sign_in.succeeded", "two_factor.on", "sign_in.failed", "sign_in.succeeded"]);
});

test("a link to sign in asks for the code too", async () => {
  const { database, browser, totpURI } = await setUp();
  await browser().post("sign-in/magic-link", { email: ADA });
  const again = browser();
  const answer = await again.post("magic-link/verify", { token: await lastToken(database) });
  expect([answer.status, await answer.json()]).toEqual([200, { twoFactorRedirect: true, twoFactorMethods: ["totp"] }]);
  expect(await again.email()).toBeNull();
  expect(await database.sql`select from auth.sessions`).toHaveLength(1);
  expect((await again.post("two-factor/verify-totp", { code: totp(totpURI) })).status).toBe(200);
  expect(await again.email()).toBe(ADA);
});

test("a backup code stands in for the authenticator, once", async () => {
  const { browser, backupCodes } = await setUp();
  expect(backupCodes.length).toBeGreaterThanOrEqual(8);
  const [code] = backupCodes;
  for (const [attempt, status] of [[1, 200], [2, 401]] as const) {
    const again = browser();
    await again.signIn(ADA, PASSWORD);
    expect([attempt, (await again.post("two-factor/verify-backup-code", { code })).status]).toEqual([attempt, status]);
    expect(await again.email()).toBe(attempt === 1 ? ADA : null);
  }
});

test("secret and backup codes are kept encrypted", async () => {
  const { database, totpURI, backupCodes } = await setUp();
  const kept = JSON.stringify(await database.sql`select secret, backup_codes from auth.two_factors`);
  expect(kept).not.toContain(new URL(totpURI).searchParams.get("secret"));
  for (const code of backupCodes) expect(kept).not.toContain(code);
});

test("codes cannot be guessed: five wrong ones end the challenge, ten in a row shut the second factor for a while", async () => {
  const { browser, totpURI } = await setUp();
  for (const challenge of [1, 2]) {
    const guessing = browser();
    await guessing.signIn(ADA, PASSWORD);
    for (let guess = 0; guess < 5; guess += 1) expect((await guessing.post("two-factor/verify-totp", { code: "000000" })).status).toBe(401);
    const late = await guessing.post("two-factor/verify-totp", { code: totp(totpURI) });
    expect([challenge, late.status]).toEqual([challenge, challenge === 1 ? 400 : 429]);
  }
  const again = browser();
  await again.signIn(ADA, PASSWORD);
  expect((await again.post("two-factor/verify-totp", { code: totp(totpURI) })).status).toBe(429);
  expect(await again.email()).toBeNull();
});

test("it is switched off with the password alone in hand, and that is told", async () => {
  const { mine, browser, heard, id } = await setUp();
  expect((await mine.post("two-factor/disable", { password: "not-the-password" })).status).toBe(400);
  expect((await mine.post("two-factor/disable", { password: PASSWORD })).status).toBe(200);
  expect(await heard()).toContainEqual(expect.objectContaining({ action: "two_factor.off", actor: id, subjectId: id }));
  const again = browser();
  await again.signIn(ADA, PASSWORD);
  expect(await again.email()).toBe(ADA);
});

test("a session that ends while its second factor is being asked for was never one", async () => {
  const { database, browser, id } = await setUp();
  const again = browser();
  await again.signIn(ADA, PASSWORD);
  expect(await database.sql`select from auth.sessions where user_id = ${id}`).toHaveLength(1);
});

test("somebody who is shut out between password and code stays out", async () => {
  const { database, browser, totpURI, id } = await setUp();
  const again = browser();
  await again.signIn(ADA, PASSWORD);
  await database.sql`update auth.users set disabled_at = now() where id = ${id}`;
  expect((await again.post("two-factor/verify-totp", { code: totp(totpURI) })).status).toBe(401);
  expect(await again.email()).toBeNull();
});
