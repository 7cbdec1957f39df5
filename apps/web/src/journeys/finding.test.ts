import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { ask, openBrowser, visitAs } from "./browser";
import { pdfText } from "./pdfText";
import { watch } from "./watch";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

const box = (page: Page) => page.getByRole("combobox", { name: "Find" });

test("any topic is found and opened by keyboard alone, and is there again the next time", async () => {
  const page = await visitAs(browser, "staff", "/gaps?locales=RURAL");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const faults = watch(page, inject("productUrl"));
  await page.keyboard.press("/");
  await box(page).waitFor();
  await page.keyboard.type("multi lear");
  const first = page.getByRole("option").first();
  await first.getByText("Multilingual learners").waitFor();
  await page.locator("[role=option][aria-selected=true]").waitFor();
  expect(await box(page).getAttribute("aria-activedescendant")).toBe(await first.getAttribute("id"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/topics\/[A-Z-]+\?locales=RURAL$/);
  await box(page).waitFor({ state: "detached" });

  await page.keyboard.press("Control+k");
  await page.getByRole("group", { name: "Recent" }).getByRole("option", { name: /^Multilingual learners/ }).waitFor();
  await page.keyboard.press("Escape");
  await box(page).waitFor({ state: "detached" });
  expect(faults).toEqual([]);
});

test("a system opens beside whatever page is open; a funder finds none", async () => {
  const page = await visitAs(browser, "staff", "/trends");
  const { systems } = await ask<{ systems: { nodes: { name: string; leaid: string | null }[] } }>(page, "{ systems(first: 20) { nodes { name leaid } } }");
  const system = systems.nodes.find(({ leaid }) => leaid !== null);
  await page.getByRole("button", { name: /^Find/ }).click();
  await box(page).fill(system?.leaid ?? "");
  await page.getByRole("option", { name: system?.name ?? "", selected: true }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: system?.name ?? "" }).getByText(system?.leaid ?? "").waitFor();

  const funder = await visitAs(browser, "funder", "/impact");
  await funder.getByRole("heading", { level: 1 }).waitFor();
  await funder.keyboard.press("Control+k");
  await box(funder).fill(system?.name ?? "");
  await funder.getByText("Nothing of that name").waitFor();
  expect(await funder.getByRole("option").count()).toBe(0);
});

test("from any page a scope is set beside the rest, and its numbers are the API's", async () => {
  const page = await visitAs(browser, "staff", "/needs?locales=RURAL");
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("menuitem", { name: "With the rest" }).click();
  await page.waitForURL("/compare?locales=RURAL&vs=rest");
  await page.getByText(/Rural, as of .*, beside: All the rest\./).waitFor();
  interface Compared {
    readonly compare: { readonly one: { readonly requests: number }; readonly other: { readonly requests: number } };
  }
  const { compare } = await ask<Compared>(page, "{ compare(scope: { locales: [RURAL] }, to: {}, leaveOut: true) { one { requests } other { requests } } }");
  await page.getByText(new RegExp(`^${compare.one.requests} requests, `)).waitFor();
  await page.getByText(new RegExp(`^${compare.other.requests} requests, `)).waitFor();
  await page.getByText("Another part", { exact: true }).click();
  await page.waitForURL("/compare?locales=RURAL&vs=all");
  await page.getByRole("heading", { level: 1, name: "These two parts cannot be compared." }).waitFor();
  expect(await page.getByText("intervals and tests are for samples apart").count()).toBe(1);
});

test("a figure says what it is on focus, and Escape sends that away", async () => {
  const page = await visitAs(browser, "staff", "/impact");
  const figure = page.getByRole("button", { name: "Reach: systems coached: 165" });
  await figure.waitFor();
  await page.getByRole("button", { name: /^Reach: systems asked for help/ }).focus();
  await page.keyboard.press("Tab");
  const tip = page.getByRole("tooltip");
  await tip.getByText("Systems served").waitFor();
  expect(await figure.getAttribute("aria-describedby")).toBe(await tip.getAttribute("id"));
  await page.keyboard.press("Escape");
  await tip.waitFor({ state: "detached" });
  await figure.hover();
  await tip.waitFor();
});

const ROOM = { top: "0.4in", right: "0.4in", bottom: "0.4in", left: "0.4in" };
const unspaced = (text: string) => text.replaceAll(/\s/g, "");

test("on paper a page says its filters, and has the last row of its table, but no control", async () => {
  const page = await visitAs(browser, "staff", "/compare?from=2020-08-01&to=2020-11-01&locales=CITY,RURAL&vs=previous");
  await page.getByText(/data to .*oldest source/).waitFor();
  const topics = page.getByRole("figure").last();
  const last = unspaced(await topics.getByRole("listitem").last().evaluate((row) => row.textContent ?? ""));
  const drawn = pdfText(await page.pdf({ format: "Letter", margin: ROOM }));
  expect(drawn).toContain(unspaced("Filters: Aug 2020 – Oct 2020; City; Rural."));
  expect(drawn).toMatch(/AsofNov1,2020·datatoJan\d+,2021,/);
  expect(drawn).toContain(last);
  for (const control of ["Clear all", "Print or save as PDF", "Another part", "CSV", "Show all"]) expect([control, drawn.includes(unspaced(control))]).toEqual([control, false]);

  await topics.getByRole("button", { name: "Table", exact: true }).click();
  const cells = unspaced(await topics.getByRole("table").locator("tbody tr").last().evaluate((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent).join("")));
  expect(pdfText(await page.pdf({ format: "Letter", margin: ROOM }))).toContain(cells);
});

test("the CSV of a comparison says both parts, as of when, and how far its records go", async () => {
  const page = await visitAs(browser, "staff", "/compare?from=2020-08-01&to=2020-11-01&vs=previous");
  await page.getByText(/data to .*oldest source/).waitFor();
  const saving = page.waitForEvent("download");
  await page.getByRole("figure").first().getByRole("button", { name: "CSV" }).click();
  const text = await readFile(await (await saving).path(), "utf8");
  expect(text).toMatch(/# Filters: Aug 2020 – Oct 2020; compared with May 2020 – Jul 2020/);
  expect(text).toMatch(/# As of: Nov 1, 2020/);
  expect(text).toMatch(/# Records: data to Jan \d+, 2021, [^\n]*oldest source: /);
});
