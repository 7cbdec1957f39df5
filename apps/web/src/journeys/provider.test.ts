import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { ask, offered, openBrowser, sentence, visit, visitAs } from "./browser";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

interface Own {
  readonly viewer: { readonly provider: { readonly id: string; readonly name: string } };
}

const organisation = async (page: Page) => (await ask<Own>(page, "{ viewer { provider { id name } } }")).viewer.provider;

test("a lead lands on the own organisation's work: exact beside the network's, which is protected", async () => {
  const page = await visit(browser, "/");
  await page.getByRole("button", { name: "Provider" }).click();
  await page.waitForURL("/our-work");
  const { id, name } = await organisation(page);
  expect(await sentence(page)).toMatch(new RegExp(`^Coaches of ${name} have served `));
  await page.getByRole("note").filter({ hasText: /^The network's figures are protected/ }).waitFor();

  const { impact } = await ask<{ impact: Record<"systemsServed" | "sessionsHeld", { value: number; low: null }> }>(
    page,
    "query ($own: Scope) { impact(scope: $own) { systemsServed { value low } sessionsHeld { value low } } }",
    { own: { providers: [id] } },
  );
  expect([impact.systemsServed.low, impact.sessionsHeld.low]).toEqual([null, null]);
  const figure = page.getByRole("figure").first();
  for (const [label, { value }] of [["Systems coached", impact.systemsServed], ["Calls held", impact.sessionsHeld]] as const) {
    await figure.getByRole("button", { name: `${label}, ours: ${value.toLocaleString("en-US")}`, exact: true }).waitFor();
    await figure.getByRole("button", { name: new RegExp(`^${label}, network: `) }).waitFor();
  }
});

test("one's own figures open the rows they count, and the network's open none", async () => {
  const page = await visitAs(browser, "provider", "/our-work");
  const figure = page.getByRole("figure").first();
  const own = figure.getByRole("button", { name: /^Relationships, ours: / });
  const said = await own.innerText();
  expect(await offered(page, figure.getByRole("button", { name: /^Relationships, network: / }))).toEqual(["What is this?"]);
  expect(await offered(page, own)).toEqual(["See records", "What is this?"]);
  await own.click();
  await page.getByRole("menuitem", { name: "See records" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByText(`of ${said}`).waitFor();
  await drawer.getByRole("button", { name: "Close records" }).click();
  await drawer.waitFor({ state: "detached" });

  const list = page.getByRole("table", { name: "Relationships" });
  await list.getByRole("button", { name: /^Detail of relationship/ }).first().click();
  await list.getByRole("list", { name: "Calls" }).getByRole("listitem").first().waitFor();
});

test("an address that narrows their work is brought back to all of it", async () => {
  const page = await visitAs(browser, "provider", "/our-work?states=CA");
  await page.waitForURL("/our-work");
  expect(await sentence(page)).toMatch(/have served/);
});

test("on needs a lead switches between the network's, protected, and their own, exact and with its records", async () => {
  const page = await visitAs(browser, "provider", "/needs");
  const { id } = await organisation(page);
  const note = page.getByRole("note").filter({ hasText: /^These figures are protected/ });
  const total = page.getByRole("figure").first().getByRole("button", { name: /^Requests on / }).first();
  await note.waitFor();
  expect(await offered(page, total)).not.toContain("See records");

  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByText("Our own", { exact: true }).click();
  await page.waitForURL(`/needs?providers=${id}`);
  await note.waitFor({ state: "detached" });
  expect(await offered(page, total)).toContain("See records");

  await page.getByText("The network", { exact: true }).click();
  await page.waitForURL("/needs");
  await note.waitFor();
});

test("a coach's own work holds their own relationships, all of them and no others", async () => {
  const page = await visitAs(browser, "coach", "/our-work");
  const { engagements } = await ask<{ engagements: { totalCount: number } }>(page, "{ engagements(first: 1) { totalCount } }");
  expect(await sentence(page)).toBe(`You are part of ${engagements.totalCount} relationships.`);
  const rows = page.getByRole("table", { name: "Relationships" }).getByRole("button", { name: /^Detail of relationship/ });
  expect(await rows.count()).toBe(Math.min(25, engagements.totalCount));
});
