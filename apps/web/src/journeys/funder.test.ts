import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { offered, openBrowser, sentence, sheets, visit, visitAs } from "./browser";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

const PROTECTED = /^These figures are protected: each may be off by a little/;
const note = (page: Page) => page.getByRole("note").filter({ hasText: PROTECTED });

const linksOf = (page: Page) =>
  page.locator("a[href]").evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));

test("a funder signs in, lands on impact and reads its figures, each with its interval or the reason why there is none", async () => {
  const page = await visit(browser, "/");
  await page.getByRole("button", { name: "Funder" }).click();
  await page.waitForURL("/impact");
  expect(await sentence(page)).toMatch(/systems in \d+ states have been coached/);
  await note(page).waitFor();
  const names = await page.getByRole("region", { name: /^(Reach|Coaching|Sustained)$/ }).getByRole("button").evaluateAll((all) => all.map((button) => button.getAttribute("aria-label") ?? ""));
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect(name).toMatch(/: ([\d,.]+( months)?%?(, 95% interval .+)?|too few to show)$/);
});

test("nothing in their navigation, menus or account leads to records, to the administration, or to somebody's own work", async () => {
  const page = await visitAs(browser, "funder", "/impact");
  await page.getByRole("button", { name: /^Reach: systems coached: / }).waitFor();
  await page.locator("button[title^='Signed in as']").click();
  const links = await linksOf(page);
  expect(links).toContain("/needs");
  expect(links.filter((path) => path.startsWith("/admin") || path === "/our-work")).toEqual([]);
  await page.keyboard.press("Escape");

  expect(await offered(page, page.getByRole("button", { name: /^Reach: systems coached: / }))).toEqual(["What is this?"]);
  const locale = page.getByRole("figure").getByRole("button", { name: /^City, share of the systems served: / });
  expect(await offered(page, locale)).toEqual(["Filter by this", "What is this?"]);
  await page.goto("/needs");
  expect(await offered(page, page.locator("button[data-at]").first())).not.toContain("See records");
});

test("reach is counted by students as well as by systems, and the address says which", async () => {
  const page = await visitAs(browser, "funder", "/impact");
  const figure = page.getByRole("figure").filter({ hasText: "beside the share of the nation's" });
  const title = () => figure.getByRole("heading", { level: 2 }).innerText();
  await figure.getByText("of the nation's regular districts").waitFor();
  expect(await title()).toMatch(/^(\w+ districts are [\d.]+% of the nation's but [\d.]+% of those served|No locale's share of the systems|Too few systems)/);
  await figure.getByText("by students", { exact: true }).click();
  await page.waitForURL("/impact?by=students");
  await figure.getByText("of the nation's students of regular districts").waitFor();
  expect(await title()).toMatch(/^(\w+ districts have [\d.]+% of the nation's students but [\d.]+% of those reached|No locale's share of the students|Too few systems)/);

  await page.reload();
  await figure.getByRole("button", { name: /^Rural, share of the students of the systems served: / }).click();
  await page.getByRole("menuitem", { name: "What is this?" }).click();
  await page.getByRole("dialog", { name: "Locale mix by students" }).waitFor();
  await page.keyboard.press("Escape");
  await figure.getByText("by systems", { exact: true }).click();
  await page.waitForURL("/impact");
});

test("filters offer the published set alone: one value each, two at most", async () => {
  const page = await visitAs(browser, "funder", "/needs");
  await page.getByRole("button", { name: "Filters" }).click();
  const choose = async (filter: string, value: string) => {
    await page.getByRole("combobox", { name: filter }).click();
    await page.getByRole("option", { name: value, exact: true }).click();
  };
  await choose("Place", "South");
  await page.waitForURL("/needs?regions=SOUTH");
  await page.getByRole("button", { name: "Remove filter South" }).waitFor();
  await choose("Place", "West");
  await page.waitForURL("/needs?regions=WEST");
  await choose("Locale", "City");
  await page.waitForURL("/needs?regions=WEST&locales=CITY");
  await page.getByText("Clear one to choose another.").waitFor();
  expect(await page.getByRole("combobox", { name: "Size" }).isDisabled()).toBe(true);
  expect(await page.getByRole("combobox", { name: "Topic" }).isDisabled()).toBe(false);

  await page.getByRole("button", { name: "Dates" }).click();
  await page.getByRole("button", { name: "Oct–Dec 2020" }).click();
  await page.waitForURL(/from=2020-10-01&to=2021-01-01/);
  expect(await page.getByLabel("First day").count()).toBe(0);
});

test.each([
  ["a part of the network that holds too few", "/needs?states=VT", "Too few to show", /at least ten systems and three provider organisations/],
  ["a combination that is not published", "/needs?states=CA,TX", "There are no figures for these filters", /one value of a filter at a time/],
])("%s says why, and is left by one button", async (_, path, title, reason) => {
  const page = await visitAs(browser, "funder", path);
  expect(await sentence(page)).toBe(title);
  await page.getByText(reason).waitFor();
  await page.getByRole("main").getByRole("button", { name: "Clear all filters" }).click();
  await page.getByRole("heading", { name: /^Leaders ask most for/ }).waitFor();
  expect(new URL(page.url()).search).toBe("");
});

test("the CSV says that its figures are protected, and writes out what is withheld", async () => {
  const page = await visitAs(browser, "funder", "/needs");
  const saving = page.waitForEvent("download");
  await page.getByRole("figure").first().getByRole("button", { name: "CSV" }).click();
  const lines = (await readFile(await (await saving).path(), "utf8")).trimEnd().split("\r\n");
  expect(lines.filter((line) => line.includes("# Protected: figures may be off by a little"))).toHaveLength(1);
  expect(lines.some((line) => line.includes("# As of: Feb 1, 2021"))).toBe(true);
  const cells = lines.slice(lines.findIndex((line) => line.startsWith("Domain"))).slice(1).flatMap((line) => line.match(/(?<=,)[^,"]*(?=,|$)/g) ?? []);
  expect(cells).toContain("too few to show");
  for (const cell of cells) expect(cell).toMatch(/^(\d+|too few to show)$/);
});

test("a chart as a table says in words what its hatching hides", async () => {
  const page = await visitAs(browser, "funder", "/needs");
  const figure = page.getByRole("figure").first();
  await figure.getByRole("button", { name: /: too few to show$/ }).first().waitFor();
  await figure.getByRole("button", { name: "Table", exact: true }).click();
  expect(await figure.getByRole("cell", { name: "too few to show" }).count()).toBeGreaterThan(0);
});

test("impact leads to the brief, filters and all, and each prints on one sheet", async () => {
  const page = await visitAs(browser, "funder", "/impact?regions=SOUTH");
  await page.getByText("Only: South.", { exact: false }).waitFor();
  await page.getByRole("link", { name: "One-page brief" }).click();
  await page.waitForURL("/brief?regions=SOUTH");
  await page.getByText("Only: South.", { exact: false }).waitFor();
  for (const path of ["/brief?regions=SOUTH", "/brief", "/impact"]) {
    await page.goto(path);
    await page.getByRole("heading", { level: 1, name: /have been coached/ }).waitFor();
    expect([path, await sheets(page, "Letter"), await sheets(page, "A4")]).toEqual([path, 1, 1]);
  }
  await page.goto("/brief");
  await page.getByText("Figures are protected: they may be off by a little", { exact: false }).waitFor();
});
