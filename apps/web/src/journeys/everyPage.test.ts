import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { openBrowser, openSession, signIn, type Account, type Reader } from "./browser";
import { watch } from "./watch";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

interface Surface {
  readonly name: string;
  readonly path: string;
  readonly account: Account | null;
  readonly heading: RegExp;
  /** Brings the page to the state that is looked at. */
  readonly prepare?: (page: Page) => Promise<void>;
}

async function openRecords(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Reach: systems coached: 165" }).click();
  await page.getByRole("menuitem", { name: "See records" }).click();
  await page.getByRole("dialog").getByText("1–25 of 165").waitFor();
  await page.getByRole("button", { name: /^Detail of/ }).first().click();
  await page.getByRole("dialog").getByText("NCES id").waitFor();
}

async function openPublishedFilters(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByText("Protected figures take one value of each filter").waitFor();
}

async function openRelationship(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Detail of relationship/ }).first().click();
  await page.getByRole("list", { name: "Calls" }).first().waitFor();
}

async function openAccount(page: Page): Promise<void> {
  await page.getByText("last used").first().waitFor();
  await page.getByRole("button", { name: "Change your password" }).click();
  await page.getByRole("button", { name: "Save the password" }).click();
  await page.getByText("Choose a password.").waitFor();
}

async function openPerson(page: Page): Promise<void> {
  await page.getByRole("table").getByRole("button", { name: "Demo coach" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Give the role" }).waitFor();
}

async function openInviting(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByText("Give an e-mail address.").waitFor();
}

async function openSearch(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Find" }).fill("learn");
  await page.getByRole("group", { name: "Topics" }).getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
}

async function openKeys(page: Page): Promise<void> {
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
}

async function focusFigure(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Title I systems", exact: true }).focus();
  await page.keyboard.press("Tab");
  await page.getByRole("tooltip").waitFor();
}

async function openStateMap(page: Page): Promise<void> {
  await page.getByText("Map", { exact: true }).click();
  await page.getByRole("group", { name: "Map of the states" }).getByRole("button", { name: /^California:/ }).click();
  await page.getByRole("menuitem", { name: "See records" }).waitFor();
}

async function openSentence(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Edit: / }).first().click();
  await page.getByRole("textbox", { name: "The sentence" }).waitFor();
}

async function openLeftOut(page: Page): Promise<void> {
  await page.getByRole("heading", { name: /left out$/ }).waitFor();
}

async function openEvent(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Detail of event/ }).first().click();
  await page.getByText("Done by").waitFor();
}

const SURFACES: readonly Surface[] = [
  { name: "this week", path: "/", account: "staff", heading: /came in|asked for help/ },
  { name: "learning calls", path: "/calls", account: "staff", heading: /open from/ },
  { name: "learning calls to a coach", path: "/calls", account: "coach", heading: /open from/ },
  { name: "a learning call", path: "/calls/2021-02-01", account: "staff", heading: /sentences for the call/, prepare: openSentence },
  { name: "a learning call as it would be sent", path: "/calls/2021-02-01?view=preview", account: "staff", heading: /sentences for the call/, prepare: openLeftOut },
  { name: "a published learning call to a lead", path: "/calls/2021-01-25", account: "provider", heading: /cannot be told from noise/ },
  { name: "needs", path: "/needs", account: "staff", heading: /^Leaders ask most/ },
  { name: "trends", path: "/trends", account: "staff", heading: /^Of 59 topics/ },
  { name: "emerging", path: "/emerging", account: "staff", heading: /framework does not name/ },
  { name: "gaps", path: "/gaps", account: "staff", heading: /demand than capacity/ },
  { name: "outlook", path: "/outlook", account: "staff", heading: /^At .* requests a month/ },
  { name: "outlook that is refused", path: "/outlook?topic=FIN-INF", account: "staff", heading: /cannot be told/ },
  { name: "impact", path: "/impact", account: "staff", heading: /have been coached/ },
  { name: "impact to a funder, by students", path: "/impact?by=students", account: "funder", heading: /have been coached/ },
  { name: "the brief", path: "/brief", account: "funder", heading: /have been coached/ },
  { name: "needs to a funder", path: "/needs", account: "funder", heading: /^Leaders ask most/, prepare: openPublishedFilters },
  { name: "reach", path: "/reach", account: "staff", heading: /their share by districts/ },
  { name: "reach to a funder, by students", path: "/reach?count=students&by=poverty_band", account: "funder", heading: /by students/ },
  { name: "gaps on the map", path: "/gaps", account: "staff", heading: /demand than capacity/, prepare: openStateMap },
  { name: "opportunities", path: "/opportunities", account: "staff", heading: /neighbours/ },
  { name: "opportunities to a funder", path: "/opportunities", account: "funder", heading: /of a region/ },
  { name: "topics", path: "/topics", account: "staff", heading: /^Of 59 topics in 12 domains/ },
  { name: "a topic", path: "/topics/FIN-REL", account: "staff", heading: /requests/ },
  { name: "a topic to a funder", path: "/topics/VHL-PED", account: "funder", heading: /requests/ },
  { name: "no such topic", path: "/topics/XXX", account: "staff", heading: /has no topic/ },
  { name: "gaps to a funder", path: "/gaps", account: "funder", heading: /./ },
  { name: "too few to show", path: "/trends?states=VT", account: "funder", heading: /^Too few to show/ },
  { name: "our work to a lead", path: "/our-work", account: "provider", heading: /have served/, prepare: openRelationship },
  { name: "our work to a coach", path: "/our-work", account: "coach", heading: /^You are part of/ },
  { name: "compare", path: "/compare?from=2020-08-01&to=2020-11-01&vs=previous", account: "staff", heading: /cannot be told apart/, prepare: focusFigure },
  { name: "compare with another part", path: "/compare?locales=RURAL&vs=all", account: "staff", heading: /^These two parts cannot be compared/ },
  { name: "the search", path: "/impact", account: "staff", heading: /have been coached/, prepare: openSearch },
  { name: "the keys", path: "/definitions", account: null, heading: /each defined once/, prepare: openKeys },
  { name: "depth", path: "/depth", account: "staff", heading: /^The work gets harder/ },
  { name: "depth, with refusals", path: "/depth?by=title_i&load=hours", account: "staff", heading: /^The work gets harder/ },
  { name: "definitions", path: "/definitions", account: null, heading: /each defined once/ },
  { name: "sign-in", path: "/sign-in", account: null, heading: /^Sign in to/ },
  { name: "not allowed", path: "/admin/people", account: "funder", heading: /for network staff/ },
  { name: "sign-in by a link", path: "/sign-in/link?token=none", account: null, heading: /with your link/ },
  { name: "forgotten password", path: "/forgot-password", account: null, heading: /new password/ },
  { name: "new password", path: "/reset-password?token=none", account: null, heading: /new password/ },
  { name: "account", path: "/account", account: "staff", heading: /./, prepare: openAccount },
  { name: "people", path: "/admin/people", account: "staff", heading: /an account/, prepare: openPerson },
  { name: "invitations", path: "/admin/invitations", account: "staff", heading: /waiting for an answer/, prepare: openInviting },
  { name: "organisations", path: "/admin/organisations", account: "staff", heading: /organisations bring/ },
  { name: "keys", path: "/admin/keys", account: "staff", heading: /API key/ },
  { name: "audit trail", path: "/admin/audit", account: "staff", heading: /none was changed/, prepare: openEvent },
  { name: "mail", path: "/admin/mail", account: "staff", heading: /mail|written to anybody/ },
  { name: "outbox", path: "/outbox", account: null, heading: /would have mailed/ },
  { name: "the records drawer", path: "/impact", account: "staff", heading: /have been coached/, prepare: openRecords },
];

interface Violation {
  readonly rule: string;
  readonly where: readonly string[];
}

/** What axe finds on the page as it stands. */
async function violations(page: Page): Promise<Violation[]> {
  const run = `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => ({ rule: id, where: nodes.map(({ target }) => target.join(" ")) })))`;
  return page.evaluate<Violation[]>(run);
}

async function enter(account: Account | null, device: NonNullable<Reader["device"]>): Promise<BrowserContext> {
  const session = await openSession(browser, { device });
  if (account !== null) await signIn(session, account);
  return session;
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(["desktop", "phone"] as const)("on a %s", (device) => {
  // One session an account, as a reader has it: pages after the first come with scripts at hand.
  const sessions = new Map<Account | null, Promise<BrowserContext>>();
  const sessionOf = (account: Account | null) => {
    const session = sessions.get(account) ?? enter(account, device);
    sessions.set(account, session);
    return session;
  };
  afterAll(async () => {
    for (const session of sessions.values()) await (await session).close();
  });

  test.each(SURFACES)("$name is accessible in light and dark, quiet, and no wider than the screen", async (surface) => {
    const page = await (await sessionOf(surface.account)).newPage();
    onTestFinished(() => page.close());
    const faults = watch(page, inject("productUrl"));
    await page.goto(surface.path);
    await page.getByRole("heading", { level: 1, name: surface.heading }).waitFor();
    await surface.prepare?.(page);
    await page.evaluate(axe.source);
    const light = await violations(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.locator("html[data-mantine-color-scheme=dark]").waitFor();
    const dark = await violations(page);
    expect({ light, dark, faults, overflow: await overflow(page) }).toEqual({ light: [], dark: [], faults: [], overflow: 0 });
  });
});
