import axe from "axe-core";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { openBrowser, openSession, SCREENS, signIn, type Account } from "./browser";
import { paleFields } from "./paleFields";
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
  await page.locator("#return_rate").getByText("Formula").waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
}

async function focusFigure(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Title I systems", exact: true }).focus();
  await page.keyboard.press("Tab");
  await page.getByRole("tooltip").waitFor();
}

async function openDistricts(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "Your district or school" }).fill("pellercrest");
  await page.getByRole("option").first().waitFor();
}

async function openStating(page: Page): Promise<void> {
  await page.getByText("hours a month free").waitFor();
  await page.getByRole("button", { name: "State coaching days" }).click();
  await page.getByRole("button", { name: "State it" }).click();
  await page.getByText("Choose a system.").waitFor();
}

async function openReferral(page: Page): Promise<void> {
  const panel = page.getByRole("region", { name: "Referral" });
  await panel.getByText("What was done").click();
  await panel.getByText("asked the leader").waitFor();
}

async function openDrafting(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Draft a referral" }).click();
  await page.getByLabel("What is passed on").waitFor();
}

async function openStateMap(page: Page): Promise<void> {
  await page.getByText("Map", { exact: true }).click();
  await page.getByRole("group", { name: "Map of the states" }).getByRole("button", { name: /^CA\b.* California:/ }).click();
  await page.getByRole("menuitem", { name: "See records" }).waitFor();
}

async function openSentence(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Edit: / }).first().click();
  await page.getByRole("textbox", { name: "The sentence" }).waitFor();
}

async function openLeftOut(page: Page): Promise<void> {
  await page.getByRole("heading", { name: /left out$/ }).waitFor();
}

async function openWatching(page: Page): Promise<void> {
  await page.getByLabel("Write to me when").selectOption({ label: "A topic has too little capacity" });
  await page.getByLabel("Topic", { exact: true }).waitFor();
}

async function openEvent(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Detail of event/ }).first().click();
  await page.getByText("Done by").waitFor();
}

async function openLogging(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Log a call with Garnmere/ }).click();
  await page.getByText("Note, resources, when and who").click();
  await page.getByRole("textbox", { name: "Note" }).waitFor();
}

async function openPlanning(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Plan a call" }).click();
  await page.getByRole("dialog").getByLabel("The leader's time zone").waitFor();
}

const SURFACES: readonly Surface[] = [
  { name: "the caseload", path: "/caseload", account: "coach", heading: /Next call:/ },
  { name: "a call being logged", path: "/caseload", account: "coach", heading: /Next call:/, prepare: openLogging },
  { name: "the caseload to a lead", path: "/caseload", account: "provider", heading: /call/ },
  { name: "a relationship", path: "/caseload/eng-0198", account: "coach", heading: /^Kesterdell.* calls, the next on/ },
  { name: "a call being planned", path: "/caseload/eng-0198", account: "coach", heading: /^Kesterdell/, prepare: openPlanning },
  { name: "a relationship to a lead", path: "/caseload/eng-0198", account: "provider", heading: /^Kesterdell/ },
  { name: "this week", path: "/", account: "staff", heading: /came in|asked for help/ },
  { name: "learning calls", path: "/calls", account: "staff", heading: /open from/ },
  { name: "learning calls to a coach", path: "/calls", account: "coach", heading: /open from/ },
  { name: "a learning call", path: "/calls/2021-02-01", account: "staff", heading: /sentences for the call/, prepare: openSentence },
  { name: "a learning call as it would be sent", path: "/calls/2021-02-01?view=preview", account: "staff", heading: /sentences for the call/, prepare: openLeftOut },
  { name: "a published learning call to a lead", path: "/calls/2021-01-25", account: "provider", heading: /cannot be told from noise/ },
  { name: "needs", path: "/needs", account: "staff", heading: /^Leaders ask most/ },
  { name: "trends", path: "/trends", account: "staff", heading: /^Of 59 topics/ },
  { name: "the framework", path: "/framework", account: "staff", heading: /agree at/ },
  { name: "emerging", path: "/emerging", account: "staff", heading: /framework does not name/ },
  { name: "asking", path: "/asking", account: "staff", heading: /^Half of those who send the form/ },
  { name: "asking before anybody did", path: "/asking?from=2019-01-01&to=2019-02-01", account: "staff", heading: /cannot be told yet/ },
  { name: "gaps", path: "/gaps", account: "staff", heading: /demand than capacity/ },
  { name: "outlook", path: "/outlook", account: "staff", heading: /^At .* requests a month/ },
  { name: "outlook that is refused", path: "/outlook?topic=FIN-INF", account: "staff", heading: /cannot be told/ },
  { name: "capacity", path: "/capacity", account: "staff", heading: /coaching days offered/, prepare: openStating },
  { name: "capacity to a lead", path: "/capacity", account: "provider", heading: /coaching days that/ },
  { name: "capacity not allowed", path: "/capacity", account: "coach", heading: /lead an organisation/ },
  { name: "a referral at the desk", path: "/desk/req-0255", account: "staff", heading: /^Elderhollow/, prepare: openReferral },
  { name: "a referral being drafted", path: "/desk/req-0260", account: "staff", heading: /^Thessalmoor/, prepare: openDrafting },
  { name: "impact", path: "/impact", account: "staff", heading: /have been coached/ },
  { name: "impact to a funder, by students", path: "/impact?by=students", account: "funder", heading: /have been coached/ },
  { name: "the brief", path: "/brief", account: "funder", heading: /have been coached/ },
  { name: "needs to a funder", path: "/needs", account: "funder", heading: /^Leaders ask most/, prepare: openPublishedFilters },
  { name: "reach", path: "/reach", account: "staff", heading: /their share by districts/ },
  { name: "reach to a funder, by students", path: "/reach?count=students&by=poverty_band", account: "funder", heading: /by students/i },
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
  { name: "the keys, over a definition that was asked for", path: "/definitions#return_rate", account: null, heading: /each defined once/, prepare: openKeys },
  { name: "depth", path: "/depth", account: "staff", heading: /^The work gets harder/ },
  { name: "depth, with refusals", path: "/depth?by=title_i&load=hours", account: "staff", heading: /^The work gets harder/ },
  { name: "the desk", path: "/desk", account: "staff", heading: /overdue/ },
  { name: "a request at the desk", path: "/desk/req-0075", account: "staff", heading: /^Zephyrstrand/ },
  { name: "matching several at once", path: "/matching", account: "staff", heading: /^(There are coaches for|No request waits)/ },
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
  { name: "alerts", path: "/alerts", account: "staff", heading: /watched/, prepare: openWatching },
  { name: "topics to a lead", path: "/topics", account: "provider", heading: /^Of 59 topics/ },
  { name: "trends to a coach", path: "/trends", account: "coach", heading: /cannot be told from noise/ },
  { name: "a call without an edition", path: "/calls/2020-06-01", account: "coach", heading: /^Nothing has been published/ },
  { name: "calls not allowed", path: "/calls", account: "funder", heading: /for those who coach/ },
  { name: "alerts not allowed", path: "/alerts", account: "provider", heading: /for network staff/ },
  { name: "emerging, with refusals", path: "/emerging?states=VT", account: "staff", heading: /cannot be told/ },
  { name: "nothing matches", path: "/depth?states=VT", account: "staff", heading: /^Nothing matches/ },
  { name: "filters that are none", path: "/needs?states=ZZ", account: "staff", heading: /^There are no figures/ },
  { name: "no such page", path: "/no-such-page", account: null, heading: /no such page/ },
  { name: "asking for help", path: "/ask", account: null, heading: /need help with/, prepare: openDistricts },
  { name: "no such invitation", path: "/invitation/none", account: null, heading: /leads to no invitation/ },
  { name: "the records drawer", path: "/impact", account: "staff", heading: /have been coached/, prepare: openRecords },
];

interface Violation {
  readonly rule: string;
  readonly where: readonly string[];
}

/** The rules of WCAG 2.2 AA and axe's own advice; and that what is shown is part of what is said, which axe leaves out unless asked. */
const RUN = `axe.run(document, { resultTypes: ["violations"], rules: { "label-content-name-mismatch": { enabled: true } } }).then(({ violations }) =>
  violations.map(({ id, nodes }) => ({ rule: id, where: nodes.map(({ target }) => target.join(" ")) })))`;

/** What axe finds on the page as it stands. */
const violations = (page: Page) => page.evaluate<Violation[]>(RUN);

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Looked at one after the other on one loaded page: in light on a desktop, then in dark on a phone; the other two where there is time. */
const LOOKS = [
  { device: "desktop", theme: "light" },
  { device: "phone", theme: "dark" },
  ...(process.env["LONG_TESTS"] === "true" ? ([{ device: "desktop", theme: "dark" }, { device: "phone", theme: "light" }] as const) : []),
] as const;

/** Until what is drawn is drawn for the screen's new size. */
const settled = (page: Page) => page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

describe("every page is accessible, quiet, and no wider than the screen", () => {
  // One session an account, as a reader has it: pages after the first come with scripts at hand.
  const sessions = new Map<Account | null, Promise<BrowserContext>>();
  const enter = async (account: Account | null): Promise<BrowserContext> => {
    const session = await openSession(browser);
    if (account !== null) await signIn(session, account);
    // At hand in every page before its own scripts.
    await session.addInitScript({ content: axe.source });
    return session;
  };
  const sessionOf = (account: Account | null) => {
    const session = sessions.get(account) ?? enter(account);
    sessions.set(account, session);
    return session;
  };
  afterAll(async () => {
    for (const session of sessions.values()) await (await session).close();
  });

  test.each(SURFACES)("$name", async (surface) => {
    const page = await (await sessionOf(surface.account)).newPage();
    onTestFinished(() => page.close());
    const faults = watch(page, inject("productUrl"));
    await page.goto(surface.path, { waitUntil: "commit" });
    await page.getByRole("heading", { level: 1, name: surface.heading }).waitFor();
    await surface.prepare?.(page);
    const found: unknown[] = [];
    for (const { device, theme } of LOOKS) {
      await page.setViewportSize(SCREENS[device]);
      await page.emulateMedia({ colorScheme: theme });
      await page.locator(`html[data-mantine-color-scheme=${theme}]`).waitFor();
      await settled(page);
      const wider = await overflow(page);
      for (const violation of await violations(page)) found.push({ device, theme, ...violation });
      const pale = await paleFields(page);
      if (pale.length > 0) found.push({ device, theme, pale });
      if (wider > 0) found.push({ device, theme, wider });
    }
    expect({ found, faults }).toEqual({ found: [], faults: [] });
  });
});

/** The routes as the app declares them. */
const ROUTES = [...readFileSync(fileURLToPath(new URL("../routes.tsx", import.meta.url)), "utf8").matchAll(/ path: "([^"]+)"/g)].map(([, path = ""]) => path);

test("every page there is, is looked at", () => {
  const looked = SURFACES.map(({ path }) => path.replace(/\?.*/, ""));
  const shapes = ROUTES.map((route) => new RegExp(`^(/admin)?${route.replaceAll(/\$\w+/g, "[^/]+")}$`));
  expect(ROUTES.filter((_, index) => !looked.some((path) => shapes[index]?.test(path)))).toEqual(["/admin"]);
});
