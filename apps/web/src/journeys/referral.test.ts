import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { arrive, ask, openBrowser, visitAs } from "./browser";
import { watch } from "./watch";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

const REQUEST = "req-0251";

/** The path of the private link in the latest mail of a kind. */
async function mailedLink(page: Page, kind: string, path: RegExp): Promise<string> {
  const find = async () => {
    const { outbox } = await ask<{ outbox: { nodes: { kind: string; text: string | null }[] } }>(page, "{ outbox(first: 50) { nodes { kind text } } }");
    const found = outbox.nodes.find((mail) => mail.kind === kind && path.test(mail.text ?? ""));
    return path.exec(found?.text ?? "")?.[0] ?? null;
  };
  await expect.poll(find, { timeout: 15_000 }).not.toBeNull();
  return (await find()) ?? "";
}

/** What axe finds on a page as it stands, and whether it is wider than the screen. */
async function looked(page: Page): Promise<unknown[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return [...violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), ...(wider > 0 ? [{ wider }] : [])];
}

test("what a leader agreed to is sent, taken on by its mail on a phone, and its outcome told in one tap", async () => {
  const page = await visitAs(browser, "staff", `/desk/${REQUEST}`);
  const panel = page.getByRole("region", { name: "Referral" });
  await panel.getByText("The leader agrees").waitFor();
  await panel.getByText("Yes please, and soon").first().waitFor();
  await panel.getByRole("button", { name: /^Send it to/ }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Send it" }).press("Enter");
  await panel.getByText("who has not answered yet").waitFor();

  const phone = await arrive(browser, { device: "phone" });
  const faults = watch(phone, inject("productUrl"));
  await phone.goto(await mailedLink(page, "referral_sent", /\/referral\/[\w-]+/));
  await phone.getByRole("heading", { level: 1, name: /take this on/ }).waitFor();
  expect(await phone.getByRole("main").innerText()).toContain("A county school system in Georgia");
  expect(await looked(phone)).toEqual([]);
  await phone.getByRole("button", { name: "We take it on" }).click();
  await phone.getByRole("heading", { level: 1, name: /You take it on/ }).waitFor();

  await phone.goto(await mailedLink(page, "referral_on_its_way", /\/my\/[\w-]+/));
  await phone.getByRole("heading", { name: /^How did it go/ }).waitFor();
  expect(await looked(phone)).toEqual([]);
  await phone.getByRole("button", { name: "Yes, we work together" }).click();
  await phone.getByText("work together.").waitFor();
  expect(faults).toEqual([]);

  await page.reload();
  await panel.getByText("They work together").waitFor();
  const { request } = await ask<{ request: { referrals: { destination: string; outcome: string }[] } }>(page, `{ request(id: "${REQUEST}") { referrals { destination outcome } } }`);
  expect(request.referrals).toEqual([{ destination: "Trellis Consultant Marketplace", outcome: "STARTED" }]);
});
