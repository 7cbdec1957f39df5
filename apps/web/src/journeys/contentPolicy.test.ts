import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { arrive, openBrowser, sentence, signIn, type Account } from "./browser";
import { watch } from "./watch";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

declare global {
  interface Window {
    refusedByPolicy?: string[];
  }
}

/** Keeps what the browser refused to load or run, from the page's first moment on. */
async function keepRefusals(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = (window.refusedByPolicy = []);
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
      refused.push(`${effectiveDirective} ${blockedURI} ${sourceFile} ${sample}`);
    });
  });
  return () => page.evaluate(() => window.refusedByPolicy ?? ["The page keeps no refusals."]);
}

/** The menu in which the theme is chosen: the account's own, once somebody is signed in. */
const menuOf = (page: Page) => page.getByRole("button", { name: "Theme" }).or(page.locator("button[title^='Signed in as']"));

/** Every page that the navigation of this account leads to, and those that need no account. */
async function pagesOf(page: Page): Promise<string[]> {
  await page.goto("/definitions");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await menuOf(page).click();
  const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href)));
  const own = links.filter(({ origin }) => origin === new URL(inject("productUrl")).origin).map(({ pathname }) => pathname);
  return [...new Set([...own, "/definitions", "/sign-in"])];
}

/** Menus, dialogs and the theme's switch write styles of their own. */
async function stir(page: Page): Promise<void> {
  for (const scheme of ["dark", "light"]) {
    await menuOf(page).click();
    await page.getByRole("menuitem", { name: scheme === "dark" ? "Dark" : "Light" }).click();
    await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor();
  }
}

const ACCOUNTS: readonly (Account | null)[] = [null, "staff", "coach", "provider", "funder"];

describe.each(ACCOUNTS)("as %s", (account) => {
  test("no page of the navigation refuses its reader, or does anything that its content security policy forbids", async () => {
    const page = await arrive(browser);
    if (account !== null) await signIn(page, account);
    const refused = await keepRefusals(page);
    const all: Record<string, string[]> = {};
    const paths = await pagesOf(page);
    for (const path of paths) {
      await page.goto(path);
      expect(await sentence(page), path).not.toMatch(/network staff|no such page/i);
      if (path === paths[0]) {
        // A menu closes when what it stands on is drawn anew.
        await page.waitForLoadState("networkidle");
        await stir(page);
      }
      all[path] = await refused();
    }
    expect(paths.length).toBeGreaterThan(1);
    expect(all).toEqual(Object.fromEntries(paths.map((path) => [path, []])));
  });
});

test("the records behind a figure, in their drawer over the page, need nothing more", async () => {
  const page = await arrive(browser);
  await signIn(page, "staff");
  const refused = await keepRefusals(page);
  await page.goto("/impact");
  await page.getByRole("button", { name: "Reach: systems coached: 165" }).click();
  await page.getByRole("menuitem", { name: "See records" }).click();
  await page.getByRole("dialog").getByText("1–25 of 165").waitFor();
  expect(await refused()).toEqual([]);
});

test("an inline script, a style without the nonce, markup written by text and a foreign address are refused", async () => {
  const page = await arrive(browser);
  const refused = await keepRefusals(page);
  await page.goto("/sign-in");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const outcome = await page.evaluate(async () => {
    const script = document.createElement("script");
    const wroteScript = (() => {
      try {
        script.textContent = "window.ran = true";
        return true;
      } catch {
        return false;
      }
    })();
    const style = document.createElement("style");
    style.textContent = "body { color: red }";
    document.head.append(script, style);
    const image = document.createElement("div");
    const wroteMarkup = (() => {
      try {
        image.innerHTML = "<img src=x onerror='window.ran = true'>";
        return true;
      } catch {
        return false;
      }
    })();
    const fetched = await fetch("http://127.0.0.1:9/").then(
      () => true,
      () => false,
    );
    return { wroteScript, wroteMarkup, fetched, ran: "ran" in window, rules: style.sheet === null };
  });
  expect(outcome).toEqual({ wroteScript: false, wroteMarkup: false, fetched: false, ran: false, rules: true });
  const directives = new Set((await refused()).map((each) => each.split(" ")[0]));
  expect(directives).toEqual(new Set(["require-trusted-types-for", "style-src-elem", "connect-src"]));
});

test("two answers of the page never share a nonce", async () => {
  const nonceOf = async () => /'nonce-([^']+)'/.exec((await fetch(inject("productUrl"))).headers.get("content-security-policy") ?? "")?.[1];
  const [first, second] = [await nonceOf(), await nonceOf()];
  expect(first).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(second).not.toBe(first);
});

test("the pages name their operations by id and send none as text", async () => {
  const page = await arrive(browser);
  await signIn(page, "staff");
  const faults = watch(page, inject("productUrl"));
  const sent: Record<string, unknown>[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/graphql")) sent.push(request.postDataJSON() as Record<string, unknown>);
  });
  for (const path of ["/needs", "/impact", "/definitions"]) {
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
  expect(sent.length).toBeGreaterThan(3);
  expect(sent.filter((body) => "query" in body || !/^sha256:[0-9a-f]{64}$/.test(String(body["documentId"])))).toEqual([]);
  expect(faults).toEqual([]);
});

test("a page of another build says so, having loaded itself anew once", async () => {
  const page = await arrive(browser);
  let loads = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) loads += 1;
  });
  await page.route("**/graphql", (route) => {
    const body = { ...(route.request().postDataJSON() as object), documentId: `sha256:${"0".repeat(64)}` };
    return route.continue({ postData: JSON.stringify(body) });
  });
  await page.goto("/definitions");
  await page.getByText("the page is older or newer than the server").waitFor();
  expect(loads).toBe(2);
});
