import type { Browser } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openBrowser, sentence, visit, visitAs } from "./browser";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

test("a page asked for while signed out is where signing in leads, filters and all", async () => {
  const page = await visit(browser, "/gaps?states=CA");
  await page.getByRole("heading", { name: /^Sign in to/ }).waitFor();
  await page.getByLabel("E-mail").fill("staff@demo.example");
  await page.getByLabel("Password", { exact: true }).fill("not-the-password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByText("That e-mail and password do not match.").waitFor();

  await page.getByLabel("Password", { exact: true }).fill("always-ready");
  await page.keyboard.press("Enter");
  await page.waitForURL("/gaps?states=CA");
  await page.getByRole("button", { name: "Remove filter California" }).waitFor();
  expect(await sentence(page)).toMatch(/more demand than capacity/);
});

test("signing out leaves nothing behind", async () => {
  const page = await visitAs(browser, "staff", "/impact");
  await page.getByRole("button", { name: "Reach: systems coached: 165" }).waitFor();
  await page.getByRole("banner").getByRole("button", { name: "Demo staff" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("/sign-in");
  await page.goto("/impact");
  expect(await sentence(page)).toMatch(/^Sign in to/);
});

const NOT_THEIRS = [
  ["funder", "/admin/people", "This page is for network staff", "/impact"],
  ["coach", "/admin/audit", "This page is for network staff", "/caseload"],
  ["funder", "/our-work", "This page is for those who coach", "/impact"],
  ["staff", "/our-work", "This page is for those who coach", "/"],
] as const;

test.each(NOT_THEIRS)("a %s who opens %s is told whose page it is, and led to their own", async (account, path, words, home) => {
  const page = await visitAs(browser, account, path);
  expect(await sentence(page)).toBe(words);
  await page.getByRole("link", { name: "Go to your own pages" }).click();
  await page.waitForURL(home);
});

test("what the address says wrongly is named, and cleared by one button", async () => {
  const page = await visitAs(browser, "staff", "/needs?states=ZZ&from=yesterday");
  await page.getByText("which was left out: from=yesterday").waitFor();
  await page.getByText('"ZZ" is not a state\'s postal code.').waitFor();
  await page.getByRole("button", { name: "Clear all filters" }).click();
  await page.getByRole("heading", { name: /^Leaders ask most for/ }).waitFor();
  expect(new URL(page.url()).search).toBe("");
});

test("filters that nothing matches offer the whole network", async () => {
  const page = await visitAs(browser, "staff", "/impact?from=2019-01-01&to=2019-02-01");
  await page.getByRole("heading", { name: "Nothing matches these filters" }).waitFor();
  await page.getByRole("button", { name: "Clear all filters" }).click();
  await page.getByRole("button", { name: "Reach: systems coached: 165" }).waitFor();
  expect(new URL(page.url()).search).toBe("");
});

test("an address without a page says so and leads on", async () => {
  const page = await visitAs(browser, "staff", "/nowhere");
  await page.getByRole("heading", { name: "There is no such page" }).waitFor();
  expect(await page.title()).toBe("There is no such page · Coaching network");
  await page.getByRole("main").getByRole("link", { name: "Go to your own pages" }).click();
  await page.waitForURL("/");
});
