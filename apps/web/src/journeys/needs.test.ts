import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { ask, openBrowser, sentence, visit, visitAs } from "./browser";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

interface Patterns {
  readonly needPatterns: {
    readonly rows: readonly { readonly key: string; readonly label: string }[];
    readonly columns: readonly { readonly key: string }[];
    readonly cells: readonly {
      readonly row: { readonly key: string };
      readonly column: { readonly key: string };
      readonly count: { readonly value: number };
    }[];
  };
}

const PATTERNS = `query Patterns($scope: Scope) {
  needPatterns(scope: $scope, rows: TOPIC, columns: MONTH) {
    rows { key label }
    columns { key }
    cells { row { key } column { key } count { value } }
  }
}`;

/** What the API counts, as the lines of a table: a topic's label and its count in each month, topics without any left out. */
async function counted(page: Page, scope: object): Promise<string[][]> {
  const { needPatterns: patterns } = await ask<Patterns>(page, PATTERNS, { scope });
  const countAt = new Map(patterns.cells.map(({ row, column, count }) => [`${row.key}|${column.key}`, count.value]));
  return patterns.rows
    .map(({ key, label }) => [label, ...patterns.columns.map((column) => String(countAt.get(`${key}|${column.key}`) ?? 0))])
    .filter(([, ...counts]) => counts.some((count) => count !== "0"))
    .toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1));
}

/** The lines of a table on the page without their last column, the total. */
async function lines(table: Locator): Promise<string[][]> {
  const rows = await table
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
  return rows.map((cells) => cells.slice(0, -1)).toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1));
}

const heatMap = (page: Page) => page.getByRole("figure").first();

test("somebody signed out comes to needs, signs in as demo staff, and is back on needs", async () => {
  const page = await visit(browser, "/needs");
  await page.getByRole("heading", { name: /^Sign in to/ }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  await page.getByRole("button", { name: "Network staff" }).click();
  await page.waitForURL("/needs");
  expect(await sentence(page)).toMatch(/^Leaders ask most for pedagogy in remote settings \(\d+% of requests\)/);
});

test("a cell leads by keyboard to as many requests as it says, and back to itself", async () => {
  const page = await visitAs(browser, "staff", "/needs");
  await heatMap(page).getByRole("button", { name: "PNG" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  const cell = page.locator("button[data-at]:focus");
  const name = (await cell.getAttribute("aria-label")) ?? "";
  const said = Number(/: (\d+) requests?/.exec(name)?.[1]);
  expect(name).toMatch(/^Pedagogy in remote settings, Jun 2020: /);
  expect(said).toBeGreaterThan(1);

  await page.keyboard.press("Enter");
  await page.locator("[role=menuitem]:focus").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog");
  await drawer.getByText(`1–${said} of ${said}`).waitFor();
  expect(await drawer.getByRole("button", { name: /^Detail of/ }).count()).toBe(said);
  expect((await drawer.locator("tbody").allInnerTexts()).every((text) => text.includes("Jun") && text.includes("Pedagogy"))).toBe(true);

  await drawer.getByRole("button", { name: /^Detail of/ }).first().click();
  await drawer.getByRole("list", { name: "What happened" }).waitFor();
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "detached" });
  expect(await page.locator("button[data-at]:focus").getAttribute("aria-label")).toBe(name);
});

test("filtering by a cell is readable in the address, shows its chips, and Back undoes it", async () => {
  const page = await visitAs(browser, "staff", "/needs");
  await page.getByRole("button", { name: /^Pedagogy in remote settings, Jun 2020: / }).click();
  await page.getByRole("menuitem", { name: "Filter by this" }).click();
  await page.waitForURL("/needs?from=2020-06-01&to=2020-07-01&topics=VHL-PED");
  await page.getByRole("button", { name: "Remove filter Pedagogy in remote settings" }).waitFor();
  await page.getByRole("button", { name: "Remove filter Jun 2020" }).waitFor();
  await page.goBack();
  await page.getByText("Whole network, all dates").waitFor();
  expect(new URL(page.url()).search).toBe("");
});

test("T turns the heat map into a table of the API's own numbers, and back", async () => {
  const page = await visitAs(browser, "staff", "/needs");
  await heatMap(page).getByRole("button", { name: "Table", exact: true }).focus();
  await page.keyboard.press("t");
  const table = heatMap(page).getByRole("region").getByRole("table");
  await table.waitFor();
  expect(await lines(table)).toEqual(await counted(page, {}));
  await page.keyboard.press("t");
  await table.waitFor({ state: "detached" });
});

test("the CSV says its filters, as-of date and source, and has the API's rows", async () => {
  const page = await visitAs(browser, "staff", "/needs?states=CA,TX&to=2020-12-05");
  const saving = page.waitForEvent("download");
  await heatMap(page).getByRole("button", { name: "CSV" }).click();
  const file = await saving;
  const text = await readFile(await file.path(), "utf8");
  const all = text.trimEnd().split("\r\n");
  const notes = all.filter((line) => line.replace(/^\uFEFF?"?/, "").startsWith("#"));
  expect(file.suggestedFilename()).toMatch(/^[a-z0-9-]+\.csv$/);
  expect(notes.join("\n")).toMatch(/Filters: [^\n]*Dec 4, 2020; California; Texas/);
  expect(notes.join("\n")).toMatch(/As of: Dec 5, 2020/);
  expect(notes.join("\n")).toMatch(/Source: Demo coaching network, invented records/);

  const rows = all.slice(notes.length + 1).map((line) => {
    const cells = /^(?:"([^"]*)"|([^",]*)),(.*)$/.exec(line);
    return [cells?.[1] ?? cells?.[2] ?? "", ...(cells?.[3]?.split(",").slice(0, -1) ?? [])];
  });
  const expected = await counted(page, { states: ["CA", "TX"], to: "2020-12-05" });
  expect(rows.toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1))).toEqual(expected);
});

test("what is this? gives the figure's definition and what it rests on", async () => {
  const page = await visitAs(browser, "staff", "/needs");
  await page.getByRole("button", { name: /^Requests on Pedagogy in remote settings: / }).first().click();
  await page.getByRole("menuitem", { name: "What is this?" }).click();
  const dialog = page.getByRole("dialog", { name: "Need volume" });
  await dialog.getByText(/^Requests on Pedagogy in remote settings\. .*As of Feb \d+, 2021\.$/).waitFor();
  expect(await dialog.getByRole("definition").first().innerText()).toBe("tags");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
});
