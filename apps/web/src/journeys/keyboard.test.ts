import type { Browser, Locator, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { openBrowser, sentence, visitAs } from "./browser";
import { watch } from "./watch";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

/** What has the focus, as a screen reader would say it. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** More stops than any page has before its first figure. */
const STOPS = 120;

/** Goes on by Tab until something of that name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<string> {
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    const said = await focused(page);
    if (name.test(said)) return said;
  }
  throw new Error(`Tab leads to nothing called ${String(name)}.`);
}

/** Opens what a key opens, sees it, and leaves it by Escape: the focus is back where it was. */
async function openAndLeave(page: Page, key: string, opened: Locator): Promise<void> {
  const before = await focused(page);
  await page.keyboard.press(key);
  await opened.waitFor();
  await page.waitForFunction((said) => (document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "") !== said, before);
  await page.keyboard.press("Escape");
  await opened.waitFor({ state: "detached" });
  await page.waitForFunction((said) => (document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "") === said, before);
}

async function skipToThePage(page: Page): Promise<void> {
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Skip to the page");
  await page.keyboard.press("Enter");
  expect(await hasFocus(page.getByRole("main"))).toBe(true);
}

test("trends by keys alone: skip link, menus, dialogs, records and tables, and the focus never lost", async () => {
  const page = await visitAs(browser, "staff", "/trends");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const faults = watch(page, inject("productUrl"));
  await skipToThePage(page);

  await tabTo(page, /^Dates$/);
  await tabTo(page, /^Compare$/);
  await openAndLeave(page, "Enter", page.getByRole("menuitem", { name: "With another part…" }));
  await tabTo(page, /^Views$/);
  await openAndLeave(page, "Enter", page.getByRole("dialog", { name: "Saved views" }));
  await openAndLeave(page, "Control+k", page.getByRole("combobox", { name: "Find" }));
  await openAndLeave(page, "?", page.getByRole("dialog", { name: "Keys" }));

  const said = await tabTo(page, /95% interval/);
  await openAndLeave(page, "Enter", page.getByRole("menuitem", { name: "What is this?" }));
  await page.keyboard.press("Enter");
  await page.locator("[role=menuitem]:focus").waitFor();
  for (let item = 0; item < 3 && (await focused(page)) !== "See records"; item += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: /^Detail of/ }).first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await focused(page)).toBe(said);

  const figure = page.getByRole("figure").first();
  await page.keyboard.press("t");
  await figure.getByRole("table").waitFor();
  expect(await focused(page)).toBe("Chart");
  await page.keyboard.press("t");
  await figure.getByRole("table").waitFor({ state: "detached" });
  expect(faults).toEqual([]);
});

test("needs by keys alone: the cells of the heat map, and the dots of the map of pairs", async () => {
  const page = await visitAs(browser, "staff", "/needs");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const faults = watch(page, inject("productUrl"));
  await skipToThePage(page);
  const first = await tabTo(page, /^[^,]+, [A-Z][a-z]{2} 2020: \d+ requests?/);
  await page.keyboard.press("ArrowRight");
  expect(await focused(page)).not.toBe(first);
  await openAndLeave(page, "Enter", page.getByRole("menuitem", { name: "What is this?" }));

  const map = page.getByRole("group", { name: /^Topics that the same systems ask for/ });
  await map.getByRole("button").first().waitFor();
  await map.locator('[data-x][tabindex="0"]').focus();
  const dot = await focused(page);
  for (const key of ["ArrowLeft", "ArrowUp", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
  expect(await focused(page)).toMatch(/: \d+ systems?$/);
  expect(dot).toMatch(/: \d+ systems?$/);
  const menu = page.getByRole("menuitem", { name: "What is this?" });
  await openAndLeave(page, "Enter", menu);
  await openAndLeave(page, " ", menu);
  await page.keyboard.press("Tab");
  expect(await map.locator("[data-x]:focus").count()).toBe(0);
  expect(faults).toEqual([]);
});

test("reach by keys alone: the count, the groups, and the states as tiles and as a map", async () => {
  const page = await visitAs(browser, "staff", "/reach");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const faults = watch(page, inject("productUrl"));
  await skipToThePage(page);
  const before = await sentence(page);
  await page.keyboard.press("Tab");
  for (let stop = 0; stop < STOPS && !(await page.evaluate(() => document.activeElement?.matches("input[type=radio]") === true)); stop += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await page.waitForURL("/reach?count=students");
  await page.waitForFunction((said) => document.querySelector("h1")?.textContent !== said, before);
  expect(await sentence(page)).toContain("by students");

  const name = await tabTo(page, /^[A-Z]{2}\b.*, [A-Z][a-z]+.*: /);
  await page.keyboard.press("ArrowRight");
  expect(await focused(page)).not.toBe(name);
  const menu = page.getByRole("menuitem", { name: "What is this?" });
  await openAndLeave(page, "Enter", menu);
  await page.getByRole("radio", { name: "Tiles" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("group", { name: "Map of the states" }).waitFor();
  const state = await tabTo(page, /^[A-Z]{2}\b.*, [A-Z][a-z]+.*: /);
  await page.keyboard.press("ArrowDown");
  expect(await focused(page)).not.toBe(state);
  await openAndLeave(page, "Enter", menu);
  expect(faults).toEqual([]);
});
