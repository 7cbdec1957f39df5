import chromium from "@sparticuz/chromium";
import { existsSync } from "node:fs";
import { chromium as playwright, type Browser, type BrowserContext, type Page } from "playwright-core";
import { inject, onTestFinished } from "vitest";

/** The package's own arguments turn off the web's security; these only fit a browser without screen or sandbox. */
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"];

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** A browser: the one that npm brings on Linux, else one that is installed. */
export async function openBrowser(): Promise<Browser> {
  const brought = process.platform === "linux" && process.arch === "x64" ? await chromium.executablePath() : undefined;
  const executablePath = brought ?? INSTALLED.find((path) => existsSync(path));
  if (!executablePath) throw new Error("No Chromium or Chrome was found.");
  return playwright.launch({ executablePath, args: ARGUMENTS });
}

export interface Reader {
  readonly theme?: "light" | "dark";
  readonly device?: "desktop" | "phone";
}

const SCREENS = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** A fresh browser session of somebody who has never been here; closed when the test ends. */
export async function visit(browser: Browser, path: string, { theme = "light", device = "desktop" }: Reader = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    baseURL: inject("productUrl"),
    viewport: SCREENS[device],
    colorScheme: theme,
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/** The same, signed in with a demo account. */
export async function visitAs(browser: Browser, account: "staff" | "coach" | "funder", path: string, reader: Reader = {}): Promise<Page> {
  const page = await visit(browser, "/sign-in", reader);
  const answer = await page.request.post("/api/auth/sign-in/email", {
    data: { email: `${account}@demo.example`, password: "always-ready" },
    headers: { origin: inject("productUrl") },
  });
  if (!answer.ok()) throw new Error(`${account} could not sign in: ${answer.status()}`);
  await page.goto(path);
  return page;
}
