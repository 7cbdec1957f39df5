import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { arrive, ask, openBrowser, sentence, visit, visitAs, type Account } from "./browser";
import { linkInMail, makePerson, PASSWORD, signInByForm, totp } from "./people";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

/** A new session of somebody, past the password. */
async function enter(email: string, password: string = PASSWORD): Promise<Page> {
  const page = await arrive(browser);
  await signInByForm(page, email, password);
  return page;
}

async function turnTwoFactorOn(page: Page): Promise<{ secret: string; backupCodes: string[] }> {
  await page.goto("/account");
  await page.getByRole("button", { name: "Set two-factor up" }).click();
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("img", { name: "QR code of the secret" }).waitFor();
  const secret = await page.getByRole("main").getByText("Secret:").locator("code").innerText();
  const backupCodes = await page.getByRole("list", { name: "Backup codes" }).getByRole("listitem").allInnerTexts();
  await page.getByLabel("Code from the app").fill("12345");
  await page.getByRole("button", { name: "Turn two-factor on" }).click();
  await page.getByText("The code is six digits.").waitFor();
  await page.getByLabel("Code from the app").fill(totp(secret));
  await page.getByRole("button", { name: "Turn two-factor on" }).click();
  await page.getByText("Two-factor is on.", { exact: false }).first().waitFor();
  return { secret, backupCodes };
}

test("staff set two-factor up, sign in with it, with a backup code once, and turn it off", async () => {
  const email = await makePerson(browser, "STAFF");
  const first = await enter(email);
  await first.waitForURL("/");
  const { secret, backupCodes } = await turnTwoFactorOn(first);
  expect(backupCodes.length).toBeGreaterThanOrEqual(8);
  const [backup = ""] = backupCodes;

  const byApp = await enter(email);
  await byApp.getByRole("heading", { name: "One more step" }).waitFor();
  await byApp.getByLabel("Code from the app").fill("000000");
  await byApp.getByRole("button", { name: "Sign in", exact: true }).click();
  await byApp.getByText(/That is not the code of this moment/).waitFor();
  await byApp.getByLabel("Code from the app").fill(totp(secret));
  await byApp.getByRole("button", { name: "Sign in", exact: true }).click();
  await byApp.waitForURL("/");

  const byCode = await enter(email);
  await byCode.getByRole("button", { name: "Use a backup code instead" }).click();
  await byCode.getByLabel("Backup code").fill(backup);
  await byCode.getByRole("button", { name: "Sign in", exact: true }).click();
  await byCode.waitForURL("/");
  const spent = await enter(email);
  await spent.getByRole("button", { name: "Use a backup code instead" }).click();
  await spent.getByLabel("Backup code").fill(backup);
  await spent.getByRole("button", { name: "Sign in", exact: true }).click();
  await spent.getByText("No unused backup code is like this.").waitFor();

  await byCode.goto("/account");
  await byCode.getByRole("button", { name: "Turn two-factor off" }).click();
  await byCode.getByLabel("Your password").fill(PASSWORD);
  await byCode.getByRole("button", { name: "Turn two-factor off" }).click();
  await byCode.getByText("Two-factor is off.").waitFor();
  const plain = await enter(email);
  await plain.waitForURL("/");
});

test("a forgotten password is replaced by the link in the mail, and the old one and old sessions end", async () => {
  const email = await makePerson(browser, "FUNDER");
  const old = await enter(email);
  await old.waitForURL("/impact");

  const page = await visit(browser, "/sign-in");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await page.getByLabel("E-mail").fill("nonsense");
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByText("An e-mail address looks like name@school.org.").waitFor();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByRole("heading", { name: "Look into your mail" }).waitFor();

  await page.goto(await linkInMail(browser, email));
  await page.getByLabel("New password").fill("a wholly other one");
  await page.getByRole("button", { name: "Save the password" }).click();
  await page.getByRole("heading", { name: "Your new password stands" }).waitFor();
  await signInByForm(page, email, PASSWORD);
  await page.getByText("That e-mail and password do not match.").waitFor();
  await signInByForm(page, email, "a wholly other one");
  await page.waitForURL("/impact");
  expect(await ask(old, "{ viewer { id } }")).toEqual({ viewer: null });
});

test("a link by mail signs in by its button, once, and not by being looked at", async () => {
  const email = await makePerson(browser, "FUNDER");
  const page = await visit(browser, "/sign-in");
  await page.getByRole("button", { name: "E-mail me a link" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "E-mail me a link" }).click();
  await page.getByRole("heading", { name: "Look into your mail" }).waitFor();
  const link = await linkInMail(browser, email);

  const scanner = await visit(browser, link);
  await scanner.getByRole("heading", { name: "Sign in with your link" }).waitFor();
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("/impact");
  await scanner.getByRole("button", { name: "Sign in", exact: true }).click();
  await scanner.getByText("This link was used already, or has run out. Ask for a new one.").waitFor();
  expect(await ask(scanner, "{ viewer { id } }")).toEqual({ viewer: null });
});

test("sessions elsewhere are listed and ended, one and all", async () => {
  const email = await makePerson(browser, "FUNDER");
  const sessions = [];
  for (let count = 0; count < 3; count += 1) {
    const page = await enter(email);
    await page.waitForURL("/impact");
    sessions.push(page);
  }
  const [here, ...others] = sessions;
  if (here === undefined) throw new Error("no session");
  await here.goto("/account");
  const list = here.getByRole("listitem").filter({ hasText: "last used" });
  const before = await list.first().waitFor().then(() => list.count());
  expect(before).toBeGreaterThanOrEqual(3);
  await list.first().getByText("this one").waitFor();
  await list.first().getByText("from the computer that the network runs on").waitFor();
  await here.getByRole("button", { name: /^Sign out Chrome/ }).first().click();
  await expect.poll(() => list.count(), { timeout: 10_000 }).toBe(before - 1);
  await here.getByRole("button", { name: "Sign out everywhere else" }).click();
  await here.getByRole("dialog").getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect.poll(() => list.count(), { timeout: 10_000 }).toBe(1);
  for (const page of others) expect(await ask(page, "{ viewer { id } }")).toEqual({ viewer: null });
  expect(await ask(here, "{ viewer { email } }")).toEqual({ viewer: { email } });
});

test("a password is changed only by who knows it", async () => {
  const email = await makePerson(browser, "FUNDER");
  const page = await enter(email);
  await page.waitForURL("/impact");
  await page.goto("/account");
  await page.getByRole("button", { name: "Change your password" }).click();
  await page.getByLabel("Password now").fill("not-the-password");
  await page.getByLabel("New password").fill("a wholly other one");
  await page.getByRole("button", { name: "Save the password" }).click();
  await page.getByText("That is not your password.").waitFor();
  expect(await page.getByLabel("New password").inputValue()).toBe("a wholly other one");
  await page.getByLabel("Password now").fill(PASSWORD);
  await page.getByRole("button", { name: "Save the password" }).click();
  await page.getByText(/Your new password stands/).waitFor();
  const anew = await enter(email, "a wholly other one");
  await anew.waitForURL("/impact");
});

const HOMES: readonly (readonly [Account, RegExp])[] = [
  ["staff", /:\d+\/$/],
  ["provider", /\/(impact|our-work)$/],
  ["coach", /\/caseload$/],
  ["funder", /\/impact$/],
];

test.each(HOMES)("%s begin at home", async (account, home) => {
  const page = await visitAs(browser, account, "/");
  await page.waitForURL(home);
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link").nth(2).waitFor();
  expect(page.url()).toMatch(home);
});

test("everybody but staff is told that the administration is not theirs, with a way on", async () => {
  const page = await visitAs(browser, "funder", "/admin/people");
  expect(await sentence(page)).toBe("This page is for network staff");
  await page.getByRole("link", { name: "Go to your own pages" }).click();
  await page.waitForURL("/impact");
});
