import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import axe from "axe-core";
import { arrive, ask, openBrowser, visitAs } from "./browser";
import { watch } from "./watch";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

/** The path of the private link in the latest mail of a kind to somebody. */
async function mailedLink(page: Page, kind: string, to: string): Promise<string> {
  const find = async () => {
    const { outbox } = await ask<{ outbox: { nodes: { kind: string; to: string; text: string | null }[] } }>(page, "{ outbox(first: 50) { nodes { kind to text } } }");
    const mail = outbox.nodes.find((each) => each.kind === kind && each.to.startsWith(to) && each.text !== null);
    return /\/offer\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? null;
  };
  await expect.poll(find, { timeout: 15_000 }).not.toBeNull();
  return (await find()) ?? "";
}

const isClean = async (page: Page): Promise<unknown[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
};

test("a team is asked by one key, once it is said to whom mail goes, answers by its mail on a phone, and the request has its coaches", async () => {
  const page = await visitAs(browser, "staff", "/matching");
  await page.getByRole("heading", { name: /^There are coaches for/ }).waitFor();
  const { matchPlan } = await ask<{ matchPlan: { matches: { id: string }[] } }>(page, "{ matchPlan { matches { id } } }");
  await page.goto(`/desk/${matchPlan.matches.at(-1)?.id ?? ""}`);
  const faults = watch(page, inject("productUrl"));
  const first = page.getByRole("article", { name: /^First choice/ });
  await first.waitFor();
  expect(await page.getByRole("article", { name: /choice: / }).count()).toBe(3);
  const label = (await first.getAttribute("aria-label"))?.replace("First choice: ", "") ?? "";
  const names = label.split(/, | and /);
  // Whom a leader does not want is proposed no more, until that is taken back.
  await page.getByText(/^Keep somebody from /).click();
  await page.getByRole("combobox", { name: /^Who is not to coach / }).fill(names[0] ?? "");
  await page.getByRole("option", { name: names[0] ?? "" }).click();
  await page.getByRole("button", { name: "Keep them apart" }).click();
  await page.getByRole("article", { name: new RegExp(`^First choice: (?!${names[0]})`) }).waitFor();
  await page.getByRole("button", { name: /^Take it back: / }).click();
  await page.getByRole("button", { name: "Let them" }).click();
  await page.getByRole("article", { name: `First choice: ${label}` }).waitFor();
  await page.keyboard.press("o");
  await page.getByRole("dialog").getByText(/^Mail goes to .+@/).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: /^Offer to / }).getByText("has not answered").first().waitFor();

  for (const [i, name] of names.entries()) {
    const phone = await arrive(browser, { device: "phone", theme: i === 0 ? "dark" : "light" });
    await phone.goto(await mailedLink(page, "offer_made", name.toLowerCase().replace(" ", ".")));
    await phone.getByRole("heading", { name: "Can you take this on?" }).waitFor();
    expect(await isClean(phone)).toEqual([]);
    await phone.getByRole("button", { name: "Yes, I can" }).click();
    await phone.getByRole("heading", { name: i < names.length - 1 ? "You said yes. We wait for the others" : "You are on the team" }).waitFor();
    // Opening it again answers nothing, and says what was said.
    await phone.reload();
    await phone.getByRole("heading", { name: /^You (said yes|are on the team)/ }).waitFor();
  }
  // The desk learns of it by itself.
  await page.getByRole("link", { name: new RegExp(`^${names[0]} \\(`) }).waitFor();
  expect(faults).toEqual([]);
});
