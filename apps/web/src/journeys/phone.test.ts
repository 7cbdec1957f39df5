import type { Browser } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openBrowser, SCREENS, visit, visitAs } from "./browser";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

test("signing in, the list of needs, and the records behind a line fit a phone", async () => {
  const page = await visit(browser, "/", { device: "phone" });
  await page.getByRole("button", { name: "Network staff" }).click();
  await page.waitForURL("/");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Needs" }).click();
  await page.waitForURL("/needs");
  const line = page.getByRole("listitem").filter({ hasText: "Multilingual learners" }).getByRole("button", { name: /^Requests on Multilingual learners: / });
  const said = await line.first().innerText();
  const drawer = page.getByRole("dialog");
  const see = async () => {
    await line.first().click();
    await page.getByRole("menuitem", { name: "See records" }).click();
    await drawer.getByText(`1–${said} of ${said}`).waitFor();
  };

  await see();
  expect(await drawer.boundingBox()).toEqual({ x: 0, y: 0, ...SCREENS.phone });
  await drawer.getByRole("button", { name: /^Detail of/ }).first().click();
  await drawer.getByText("Leader", { exact: true }).waitFor();
  await drawer.getByRole("button", { name: "Close records" }).click();
  await drawer.waitFor({ state: "detached" });

  await see();
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "detached" });
});

test("four pages are one tap away in the reach of a thumb, and all others two", async () => {
  const page = await visitAs(browser, "staff", "/needs", { device: "phone" });
  const bar = page.getByRole("navigation", { name: "Pages" });
  const more = bar.getByRole("button", { name: "More" });
  await more.waitFor();
  const boxes = await Promise.all([...(await bar.getByRole("link").all()), more].map((link) => link.boundingBox()));
  expect(boxes).toHaveLength(5);
  for (const box of boxes) {
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.y).toBeGreaterThan(SCREENS.phone.height - 80);
  }
  await more.click();
  const sheet = page.getByRole("dialog", { name: "All pages" });
  const links = sheet.getByRole("link");
  await links.first().waitFor();
  const heights = await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(12);
  for (const height of heights) expect(height).toBeGreaterThanOrEqual(44);
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  await expect.poll(() => more.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await sheet.getByRole("link", { name: "Impact" }).click();
  await sheet.waitFor({ state: "detached" });
  await page.getByRole("heading", { name: /^165 systems in 41 states/ }).waitFor();
});

test("a page's finding and the beginning of its first picture stand above the fold of a phone", async () => {
  for (const path of ["/gaps", "/emerging", "/reach", "/opportunities", "/needs"]) {
    const page = await visitAs(browser, "staff", path, { device: "phone" });
    const figure = page.getByRole("figure").first();
    await figure.waitFor();
    const top = (await figure.boundingBox())?.y ?? Infinity;
    expect([path, top < 640]).toEqual([path, true]);
    await page.close();
  }
});

test("a long list begins folded, opens for whoever lands below its cut, and is whole on paper", async () => {
  const page = await visitAs(browser, "staff", "/needs", { device: "phone" });
  const more = page.getByRole("button", { name: "Show all topics" });
  await more.waitFor();
  expect(await more.getAttribute("aria-expanded")).toBe("false");
  const box = page.locator(`[id="${await more.getAttribute("aria-controls")}"]`);
  const height = async () => (await box.boundingBox())?.height ?? 0;
  expect(await height()).toBeLessThan(1000);
  await page.emulateMedia({ media: "print" });
  expect(await height()).toBeGreaterThan(1000);
  await page.emulateMedia({ media: "screen" });

  await box.getByRole("button").last().focus();
  await page.getByRole("button", { name: "Show the beginning only" }).waitFor();
  expect(await height()).toBeGreaterThan(2000);
  await page.getByRole("button", { name: "Show the beginning only" }).click();
  await more.waitFor();
  await more.click();
  expect(await height()).toBeGreaterThan(2000);
});
