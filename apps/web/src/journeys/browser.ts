import chromium from "@sparticuz/chromium";
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { chromium as playwright, type Browser, type BrowserContext, type Locator, type Page } from "playwright-core";
import { inject, onTestFinished } from "vitest";

/** The package's own arguments turn off the web's security; these only fit a browser without screen or sandbox. */
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"];

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** Longer than any answer of the product on a busy machine, and short enough to say what did not appear. */
const PATIENCE_MS = 15_000;

/** A browser: the one that npm brings on Linux, else one that is installed. */
export async function openBrowser(): Promise<Browser> {
  const brought = process.platform === "linux" && process.arch === "x64" ? await unpacked() : undefined;
  const executablePath = brought ?? INSTALLED.find((path) => existsSync(path));
  if (!executablePath) throw new Error("No Chromium or Chrome was found.");
  return playwright.launch({ executablePath, args: ARGUMENTS });
}

/** Before any browser of ours moved it. */
const TEMPORARY = tmpdir();

/** The package unpacks the browser into the folder for temporary files: one for each user, as one's own is closed to others. */
function unpacked(): Promise<string> {
  const folder = join(TEMPORARY, `network-browser-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  process.env["TMPDIR"] = folder;
  return chromium.executablePath();
}

export interface Reader {
  readonly theme?: "light" | "dark";
  readonly device?: "desktop" | "phone";
}

export const SCREENS = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** A fresh browser session; whoever opens it closes it. */
export async function openSession(browser: Browser, { theme = "light", device = "desktop" }: Reader = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: inject("productUrl"),
    viewport: SCREENS[device],
    colorScheme: theme,
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/** A fresh browser session of somebody who has never been here; closed when the test ends. */
export async function arrive(browser: Browser, reader: Reader = {}): Promise<Page> {
  const context = await openSession(browser, reader);
  onTestFinished(() => context.close());
  return context.newPage();
}

/** The same, at a page. */
export async function visit(browser: Browser, path: string, reader: Reader = {}): Promise<Page> {
  const page = await arrive(browser, reader);
  await page.goto(path);
  return page;
}

export type Account = "staff" | "coach" | "provider" | "funder";

/** Signs a session in with a demo account, without its form. */
export async function signIn(page: Pick<Page, "request">, account: Account): Promise<void> {
  const answer = await page.request.post("/api/auth/sign-in/email", {
    data: { email: `${account}@demo.example`, password: "always-ready" },
    headers: { origin: inject("productUrl") },
  });
  if (!answer.ok()) throw new Error(`${account} could not sign in: ${answer.status()}`);
}

/** A fresh session, signed in, at a page. */
export async function visitAs(browser: Browser, account: Account, path: string, reader: Reader = {}): Promise<Page> {
  const page = await arrive(browser, reader);
  await signIn(page, account);
  await page.goto(path);
  return page;
}

/** The page's own sentence, once it is there. */
export async function sentence(page: Page): Promise<string> {
  return page.getByRole("heading", { level: 1 }).innerText();
}

/** What the API answers to the page's own session. */
export async function ask<Data>(page: Page, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const answer = await page.request.post("/graphql", { data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data?: Data; errors?: unknown };
  if (data === undefined || errors !== undefined) throw new Error(`The API refused: ${JSON.stringify(errors)}`);
  return data;
}

/** How many sheets of paper the page takes, printed with the margins of a common printer. */
export async function sheets(page: Page, format: "Letter" | "A4"): Promise<number> {
  const margin = { top: "0.4in", right: "0.4in", bottom: "0.4in", left: "0.4in" };
  const pdf = await page.pdf({ format, margin });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** What a figure's button, clicked, offers; the menu is shut again. */
export async function offered(page: Page, figure: Locator): Promise<string[]> {
  await figure.click();
  const items = page.getByRole("menuitem");
  await items.first().waitFor();
  const names = await items.allInnerTexts();
  await page.keyboard.press("Escape");
  await items.first().waitFor({ state: "detached" });
  return names;
}
