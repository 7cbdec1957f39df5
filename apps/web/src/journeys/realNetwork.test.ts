import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { arrive, openBrowser, signIn } from "./browser";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("a network that is no demo has no banner, and its pages begin at the top", async () => {
  const page = await arrive(browser);
  await page.route("**/graphql", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('"demo":true', '"demo":false') });
  });
  await signIn(page, "staff");
  await page.goto("/impact");
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await page.getByRole("complementary", { name: "Demo network" }).count()).toBe(0);
  const main = await page.getByRole("main").boundingBox();
  expect(main?.y).toBeLessThan(20);
});
