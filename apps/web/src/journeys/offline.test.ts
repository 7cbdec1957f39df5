import type { Browser, Page, Route } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openBrowser, sentence, visitAs } from "./browser";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

const FAULT = JSON.stringify({
  data: null,
  errors: [{ message: "Something went wrong on our side.", extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "req-4711" } }],
});

/** Lets one operation fail as `fail` has it, until it is let through again. */
async function breakOperation(page: Page, operation: string, fail: (route: Route) => Promise<void>): Promise<() => Promise<void>> {
  const matches = (route: Route) => (route.request().postDataJSON() as { operationName?: string }).operationName === operation;
  const handler = (route: Route) => (matches(route) ? fail(route) : route.continue());
  await page.route("**/graphql", handler);
  return () => page.unroute("**/graphql", handler);
}

const FAULTS = [
  ["answers 500 in GraphQL's own type", { contentType: "application/graphql-response+json", status: 500 }],
  ["answers 500 in plain JSON", { contentType: "application/json", status: 500 }],
  ["answers 200 with an error", { contentType: "application/json", status: 200 }],
] as const;

test.each(FAULTS)("a server that %s leads to the number to report, and trying again recovers", async (_, answer) => {
  const page = await visitAs(browser, "staff", "/definitions");
  const mend = await breakOperation(page, "GapsPage", (route) => route.fulfill({ ...answer, body: FAULT }));
  await page.getByRole("link", { name: "Gaps" }).click();
  await page.getByRole("heading", { name: "This page could not be loaded" }).waitFor();
  await page.getByText("req-4711").waitFor();
  await mend();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("figure").first().waitFor();
  expect(await sentence(page)).toMatch(/topics have more demand than capacity/);
});

test("a lost connection says so, keeps the navigation, and trying again recovers", async () => {
  const page = await visitAs(browser, "staff", "/needs");
  await page.getByRole("heading", { name: /^Leaders ask most for/ }).waitFor();
  const mend = await breakOperation(page, "TrendsPage", (route) => route.abort("internetdisconnected"));
  await page.getByRole("link", { name: "Trends" }).click();
  await page.getByText("The network's server could not be reached.").waitFor();
  await page.getByRole("link", { name: "Needs" }).click();
  expect(await sentence(page)).toMatch(/^Leaders ask most for/);
  await page.getByRole("link", { name: "Trends" }).click();
  await page.getByText("The network's server could not be reached.").waitFor();
  await mend();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { name: /^Of 59 topics/ }).waitFor();
});

test("records that cannot be fetched leave the page standing", async () => {
  const page = await visitAs(browser, "staff", "/impact");
  const mend = await breakOperation(page, "SystemRecords", (route) => route.abort("internetdisconnected"));
  await page.getByRole("button", { name: "Reach: systems coached: 165" }).click();
  await page.getByRole("menuitem", { name: "See records" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByText("The network's server could not be reached.").waitFor();
  await mend();
  await drawer.getByRole("button", { name: "Try again" }).click();
  await drawer.getByText("1–25 of 165").waitFor();
  expect(await drawer.getByRole("button", { name: /^Detail of/ }).count()).toBe(25);
});
