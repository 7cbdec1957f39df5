import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { arrive, openBrowser, sentence, visit, visitAs } from "./browser";
import { linkInMail, makePerson, PASSWORD, runCurl, signInByForm } from "./people";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

const shownLine = (page: Page) => page.getByLabel("A first question, for a terminal", { exact: true }).inputValue();

async function invite(page: Page, email: string): Promise<void> {
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Name", { exact: true }).fill("Grace Lindqvist");
  await page.getByLabel("Role").selectOption({ label: "Provider lead" });
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByText("Choose their organisation.").waitFor();
  expect(await page.getByLabel("E-mail").inputValue()).toBe(email);
  await page.getByLabel("Organisation").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByText(`A mail to ${email} is on its way.`).waitFor();
  await page.getByRole("row").filter({ hasText: email }).getByText("Waiting for an answer").waitFor();
}

async function join(page: Page): Promise<void> {
  expect(await sentence(page)).toMatch(/^Join .* as provider lead of /);
  expect(await page.getByLabel("Your name").inputValue()).toBe("Grace Lindqvist");
  await page.getByLabel("Choose a password").fill("short");
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByText("Use 10 characters or more; this has 5.").waitFor();
  await page.getByLabel("Choose a password").fill(PASSWORD);
  await page.getByRole("button", { name: "Join" }).click();
}

async function makeKey(page: Page): Promise<string> {
  await page.goto("/account");
  await page.getByRole("button", { name: "Make your first key" }).click();
  await page.getByRole("button", { name: "Make the key" }).click();
  await page.getByText("Say what the key is for, to know it again.").waitFor();
  await page.getByLabel("What is it for?").fill("Weekly sheet");
  await page.getByRole("button", { name: "Make the key" }).click();
  await page.getByRole("heading", { name: /“Weekly sheet” is made/ }).waitFor();
  return shownLine(page);
}

async function answers(line: string): Promise<void> {
  const { status, body } = await runCurl(line);
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
  expect(body.data).toMatchObject({ viewer: { name: "Grace Lindqvist" } });
}

test("an invited lead joins by the mail, makes a key that answers, rotates it and revokes it", async () => {
  const email = `grace-${crypto.randomUUID().slice(0, 8)}@journey.example`;
  await invite(await visitAs(browser, "staff", "/admin/invitations"), email);

  const link = await linkInMail(browser, email);
  const page = await visit(browser, link);
  await join(page);
  await page.waitForURL(/\/(impact|our-work)$/);

  const first = await makeKey(page);
  await answers(first);
  await page.getByRole("button", { name: "I have kept it" }).click();
  expect(await page.getByLabel("The key", { exact: true }).count()).toBe(0);

  await page.getByRole("button", { name: "Rotate Weekly sheet" }).click();
  await page.getByRole("button", { name: "Make the new key" }).click();
  await page.getByText(/The old key goes on for 24 hours/).waitFor();
  const second = await shownLine(page);
  expect(second).not.toBe(first);
  await answers(second);
  await answers(first);

  await page.getByRole("row").filter({ hasText: "Works until" }).filter({ hasNotText: "Replaced" }).getByRole("button", { name: "Revoke Weekly sheet" }).click();
  await page.getByRole("button", { name: "Revoke the key" }).click();
  await page.getByText(/^Revoked on/).waitFor();
  expect((await runCurl(second)).status).toBe(401);
  await answers(first);

  const again = await visit(browser, link);
  await again.getByRole("heading", { name: "This invitation was accepted already" }).waitFor();
});

test("whoever has an account gives its password, and keeps their name", async () => {
  const email = await makePerson(browser, "FUNDER");
  const admin = await visitAs(browser, "staff", "/admin/invitations");
  await invite(admin, email);
  const page = await visit(browser, await linkInMail(browser, email));
  await page.getByLabel(`Password of ${email}`).fill("not-the-password");
  await page.getByRole("button", { name: "Sign in and accept" }).click();
  await page.getByText("This address has an account, and this is not its password.").waitFor();
  await page.getByLabel(`Password of ${email}`).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in and accept" }).click();
  await page.waitForURL(/\/(impact|our-work)$/);
  await page.goto("/account");
  expect(await sentence(page)).toBe("Robin Vale");
  await page.getByText("Provider lead, ").waitFor();
});

test("an invitation for another address than the one signed in says so", async () => {
  const email = `other-${crypto.randomUUID().slice(0, 8)}@journey.example`;
  await invite(await visitAs(browser, "staff", "/admin/invitations"), email);
  const link = await linkInMail(browser, email);
  const page = await visitAs(browser, "funder", link);
  await page.getByRole("heading", { name: "This invitation is for another address" }).waitFor();
  await page.getByRole("main").getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: /^Join / }).waitFor();
  expect(new URL(page.url()).pathname).toBe(link);
});

test("a link that nobody was sent leads on honestly", async () => {
  const page = await visit(browser, "/invitation/nobody-was-sent-this");
  expect(await sentence(page)).toBe("This link leads to no invitation");
});

test("the link of an invitation that was taken back is of no use", async () => {
  const email = `back-${crypto.randomUUID().slice(0, 8)}@journey.example`;
  const admin = await visitAs(browser, "staff", "/admin/invitations");
  await invite(admin, email);
  const link = await linkInMail(browser, email);
  await admin.getByRole("button", { name: `Take back: ${email}` }).click();
  await admin.getByRole("button", { name: "Take it back" }).click();
  await admin.getByRole("row").filter({ hasText: email }).getByText("Taken back").waitFor();
  const page = await visit(browser, link);
  expect(await sentence(page)).toBe("This invitation was taken back");
});

test("pressing twice sends once", async () => {
  const page = await arrive(browser);
  let sent = 0;
  await page.route("**/api/auth/sign-in/email", async (route) => {
    sent += 1;
    await route.continue();
  });
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("nobody@demo.example");
  await page.getByLabel("Password", { exact: true }).fill("not-the-password");
  await page.getByRole("button", { name: "Sign in", exact: true }).dblclick();
  await page.getByText("That e-mail and password do not match.").waitFor();
  expect(sent).toBe(1);
  await signInByForm(page, "staff@demo.example", "always-ready");
  await page.waitForURL("/");
});
