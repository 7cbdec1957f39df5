import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { ask, openBrowser, visitAs } from "./browser";
import { watch } from "./watch";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

const NEW_ROW_MS = 2_000;

/** Somebody asks for help, as the public form does. @returns the name of their system. */
async function askForHelp(page: Page, { words = "We need a plan to bring families into remote learning.", name = `Desk ${crypto.randomUUID().slice(0, 8)}` } = {}): Promise<string> {
  const { intakeForm } = await ask<{ intakeForm: { token: string } }>(page, "{ intakeForm { token } }");
  const input = { formToken: intakeForm.token, idempotencyKey: crypto.randomUUID(), systemName: name, state: "OH", narrative: words, email: `${name.replaceAll(" ", ".").toLowerCase()}@desk.example`, secondsToSubmit: 30 };
  const send = (formToken: string) => page.request.post("/graphql", { data: { query: "mutation ($input: SubmitRequestInput!) { submitRequest(input: $input) { __typename } }", variables: { input: { ...input, formToken } } } });
  // Who is quicker than a hand is asked to send it once more.
  let answer = (await (await send(intakeForm.token)).json()) as { errors?: { extensions: { field?: string } }[] };
  for (let tries = 0; answer.errors?.[0]?.extensions.field === "input.formToken" && tries < 10; tries += 1) {
    await page.waitForTimeout(1_000);
    answer = (await (await send(intakeForm.token)).json()) as typeof answer;
  }
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return name;
}

const row = (page: Page, name: string) => page.getByRole("list", { name: "Queue" }).getByRole("listitem").filter({ hasText: name });

async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press("/");
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
}

test("a new request appears within two seconds, without a reload, and the row in hand stays in hand", async () => {
  const page = await visitAs(browser, "staff", "/desk");
  const faults = watch(page, inject("productUrl"));
  await page.getByText("What others do shows at once.").waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const held = await page.evaluate(() => document.activeElement?.textContent);
  await page.getByRole("searchbox").fill("Desk ");
  await page.getByText(/^(Nothing is like that\.|\d+ of \d+)$/).first().waitFor();
  await page.getByRole("searchbox").fill("");
  await page.getByRole("link", { name: held ?? "" }).focus();

  const name = `Desk ${crypto.randomUUID().slice(0, 8)}`;
  const appeared = page.waitForFunction((system) => document.body.innerText.includes(system), name, { polling: 50 }).then(() => performance.now());
  await askForHelp(page, { name });
  const began = performance.now();
  expect((await appeared) - began).toBeLessThan(NEW_ROW_MS);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(held);
  await page.getByRole("status").filter({ hasText: `New in the queue: ${name}.` }).waitFor();
  expect(faults).toEqual([]);
});

test("the queue is walked by keys: take, tag, note, and back", async () => {
  const page = await visitAs(browser, "staff", "/desk");
  const name = await askForHelp(page);
  await row(page, name).waitFor();
  await search(page, name);
  await expect.poll(() => page.getByRole("list", { name: "Queue" }).getByRole("listitem").count()).toBe(1);
  await page.keyboard.press("j");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(`${name}, OH`);
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys of the desk" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("t");
  await page.waitForURL(/\/desk\/[^/]+#tag$/);
  await page.getByRole("group", { name: "Topics" }).getByRole("button").first().waitFor();
  await page.keyboard.press("1");
  await page.keyboard.press("c");
  await page.getByText("These tags stand.").waitFor();
  await page.getByRole("list").getByText(/^Tagged: /).first().waitFor();
  await page.keyboard.press("n");
  await page.keyboard.type("Calls back on Monday.");
  await page.getByRole("button", { name: "Write it down" }).click();
  await page.getByRole("listitem").getByText("Calls back on Monday.").waitFor();
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("u");
  await page.waitForURL(/\/desk$/);
  // Whoever comes back stands where they left the queue.
  await page.waitForFunction((place) => document.activeElement?.textContent === place, `${name}, OH`);
  expect(await page.getByRole("searchbox").inputValue()).toBe(name);
  await row(page, name).getByText("Match it").waitFor();
});

test("two that are one are merged with a key, and parted again where they were merged and in their history", async () => {
  const page = await visitAs(browser, "staff", "/desk");
  const name = await askForHelp(page);
  await askForHelp(page, { name });
  await search(page, name);
  await expect.poll(() => row(page, name).count()).toBe(2);
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  const dialog = page.getByRole("dialog", { name: /told twice/ });
  await dialog.getByText("the same leader, much the same words").waitFor();
  await dialog.getByRole("button", { name: /^Merge with/ }).first().click();
  await expect.poll(() => row(page, name).count()).toBe(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => row(page, name).count()).toBe(2);

  await row(page, name).first().getByRole("link").focus();
  await page.keyboard.press("x");
  await dialog.getByRole("button", { name: /^Merge with/ }).first().click();
  await expect.poll(() => row(page, name).count()).toBe(1);
  await row(page, name).getByRole("link").click();
  await page.getByText(/merged into it/).waitFor();
  await page.getByRole("button", { name: "Take them apart" }).click();
  await page.getByText(/^Taken apart from request /).waitFor();
});
