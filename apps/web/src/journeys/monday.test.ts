import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { arrive, ask, openBrowser, sentence, visit, visitAs } from "./browser";
import { handOn, type Hand } from "./hand";
import { makePerson, signInByForm } from "./people";
import { watch } from "./watch";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A figure as the API has it, to as many digits as a page writes of it. */
const written = ({ value, low, high }: Interval): string[] => [value, low, high].map((number) => number.toFixed(2));

/** What a figure's button says: its value and the ends of its interval. */
function read(name: string | null): string[] {
  const [, value = "", low = "", high = ""] = /: ([\d.]+)[^,]*, 95% interval ([\d.]+)[^\d]+([\d.]+)/.exec(name ?? "") ?? [];
  return [value, low, high].map((text) => Number(text).toFixed(2));
}

const to = (page: Page, name: string) => page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name, exact: true });

/** 1. What rises, and how sure that is. */
async function readWhatRises(page: Page, hand: Hand): Promise<void> {
  await hand.click(to(page, "Trends"));
  await page.getByRole("heading", { level: 1, name: /rising/ }).waitFor();
  const panel = page.getByRole("figure").first().getByRole("listitem").filter({ hasText: "Rising" }).filter({ hasText: "Relief funds" });
  interface Trends {
    readonly topicTrends: readonly { readonly topic: { readonly code: string }; readonly qValue: number | null; readonly ratioPerMonth: Interval }[];
  }
  const { topicTrends } = await ask<Trends>(page, "{ topicTrends(interval: MONTH, evidence: SESSIONS) { topic { code } qValue ratioPerMonth { value low high } } }");
  const relief = topicTrends.find(({ topic }) => topic.code === "FIN-REL");
  if (relief === undefined) throw new Error("The network has no trend of relief funds.");
  expect(read(await panel.getByRole("button").getAttribute("aria-label"))).toEqual(written(relief.ratioPerMonth));
  expect(relief.qValue).toBeLessThan(0.001);
  expect(await panel.innerText()).toContain("q < 0.001");
}

/** What happened, on the time axis: its number stands on every curve and in the key. */
async function noteOnTheAxis(page: Page, hand: Hand): Promise<void> {
  await hand.click(page.getByRole("button", { name: "Note something on the time axis" }));
  const dialog = page.getByRole("dialog", { name: "On the time axis" });
  await hand.fill(dialog.getByLabel("What happened"), "Schools close again");
  await hand.fill(dialog.getByLabel("On", { exact: true }), "2020-11-16");
  await hand.click(dialog.getByRole("button", { name: "Add the note" }));
  await dialog.getByRole("list", { name: "What is noted" }).getByText("Schools close again").waitFor();
  await hand.press("Escape");
  await dialog.waitFor({ state: "detached" });
  const figure = page.getByRole("figure").first();
  const noted = figure.getByRole("list", { name: "On the time axis" }).getByRole("listitem").filter({ hasText: "Schools close again" });
  const number = await noted.evaluate((item) => String((item as unknown as { value: number }).value));
  const panels = figure.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) });
  expect(await panels.count()).toBe(7);
  for (const panel of await panels.all()) expect(await panel.locator("svg text").allTextContents()).toContain(number);
}

async function saveTheView(page: Page, hand: Hand): Promise<void> {
  await hand.click(page.getByRole("button", { name: "Views", exact: true }));
  const dialog = page.getByRole("dialog", { name: "Saved views" });
  await hand.fill(dialog.getByLabel("Name of this view"), "What rises");
  await hand.click(dialog.getByRole("button", { name: "Save this view" }));
  const saved = dialog.getByRole("list", { name: "Saved views" }).getByRole("link", { name: "What rises" });
  expect(await saved.getAttribute("href")).toBe("/trends");
  await hand.press("Escape");
  await dialog.waitFor({ state: "detached" });
}

/** 2. Where specialists lack: by the page, as by the API. */
async function readWhoLacks(page: Page, hand: Hand): Promise<void> {
  await hand.click(to(page, "Gaps"));
  await page.getByRole("heading", { level: 1, name: /single organisation/ }).waitFor();
  interface Gaps {
    readonly gaps: readonly { readonly topic: { readonly code: string; readonly label: string }; readonly providers: { readonly value: number }; readonly specialists: { readonly value: number }; readonly coverage: { readonly value: number } }[];
  }
  const { gaps } = await ask<Gaps>(page, "{ gaps { topic { code label } providers { value } specialists { value } coverage { value } } }");
  const single = gaps.filter(({ topic, providers }) => topic.code !== "NONE" && providers.value === 1).length;
  expect(await sentence(page)).toContain(`${single} rest on a single organisation`);
  const relief = gaps.find(({ topic }) => topic.code === "FIN-REL");
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: relief?.topic.label ?? "" }) });
  expect(await row.getByRole("button", { name: /^Specialists, / }).innerText()).toBe(String(relief?.specialists.value));
  expect(Number((await row.getByRole("button", { name: /^Coverage, / }).innerText()).replace("×", ""))).toBeCloseTo(relief?.coverage.value ?? 0, 2);
}

async function watchTheShortage(page: Page, hand: Hand): Promise<void> {
  await hand.click(page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Your alerts" }));
  await hand.choose(page.getByLabel("Write to me when"), "A topic has too little capacity");
  await hand.choose(page.getByLabel("Topic", { exact: true }), "Relief funds, grants and resource strategy");
  await hand.click(page.getByRole("button", { name: "Watch it" }));
  await page.getByRole("heading", { level: 1, name: /^One figure is watched for you/ }).waitFor();
  await page.getByRole("status").filter({ hasText: "It is watched." }).waitFor();
}

/** 3. Whom the network does not reach, by districts and by students: two denominators, two ratios, both said. */
async function readWhomWeMiss(page: Page, hand: Hand): Promise<void> {
  await hand.click(to(page, "Reach"));
  await page.getByRole("heading", { level: 1, name: /by districts/ }).waitFor();
  interface Reach {
    readonly representation: { readonly groups: readonly { readonly key: { readonly key: string }; readonly byDistricts: { readonly ratio: Interval }; readonly byStudents: { readonly ratio: Interval } }[] };
  }
  const { representation } = await ask<Reach>(page, "{ representation(by: LOCALE) { groups { key { key } byDistricts { ratio { value low high } } byStudents { ratio { value low high } } } } }");
  const rural = representation.groups.find(({ key }) => key.key === "RURAL");
  if (rural === undefined) throw new Error("Reach has no rural group.");
  const ratio = (count: string) => page.getByRole("button", { name: `Rural, share over share by ${count}: ` });
  expect(read(await ratio("districts").getAttribute("aria-label"))).toEqual(written(rural.byDistricts.ratio));
  await hand.click(page.getByText("by students", { exact: true }));
  await ratio("students").waitFor();
  expect(read(await ratio("students").getAttribute("aria-label"))).toEqual(written(rural.byStudents.ratio));
  expect(rural.byDistricts.ratio.high).toBeLessThan(1);
  expect(rural.byStudents.ratio.high).toBeLessThan(1);
}

async function compareTwoPeriods(page: Page, hand: Hand): Promise<void> {
  await hand.click(to(page, "Compare"));
  await page.getByRole("heading", { level: 1, name: /cannot be told apart/ }).waitFor();
  await page.getByText(/^\d+ requests, \d+ calls, \d+ relationships, in [\d.]+ weeks$/).nth(1).waitFor();
  await page.getByRole("button", { name: /^Requests a week.*95% interval/ }).first().waitFor();
}

/** A sentence without its number: what may be said to organisations in any form. */
const OWN_WORDS = "Most topics cannot be told from noise: raise relief funds first, and ask who else could coach them.";
const NOTE = "Bring one district each that ought to be in the network.";

/** 4. What to raise: the pack, in one's own words, seen as others will see it, and sent. */
async function publishThePack(page: Page, hand: Hand): Promise<void> {
  await hand.click(to(page, "This week"));
  await hand.click(page.getByRole("link", { name: "Prepare the learning call" }));
  await page.getByRole("heading", { level: 1, name: /sentences for the call/ }).waitFor();
  await hand.click(page.getByRole("button", { name: /^Edit: Of \d+ topics tested/ }));
  await hand.fill(page.getByRole("textbox", { name: "The sentence" }), OWN_WORDS);
  await hand.press("Enter");
  await page.getByText("In Robin Vale's words").waitFor();
  await hand.click(page.getByRole("button", { name: /^Hide: 27 sessions were held/ }));
  await page.getByText("Hidden by Robin Vale").waitFor();
  await hand.fill(page.getByRole("textbox", { name: "Add a note" }), NOTE);
  await hand.click(page.getByRole("button", { name: "Add the note" }));
  await page.getByRole("button", { name: `Remove the note: ${NOTE}` }).waitFor();

  await hand.click(page.getByText("As organisations get it", { exact: true }));
  await page.getByRole("heading", { name: /left out$/ }).waitFor();
  await page.getByText(OWN_WORDS).waitFor();
  expect(await page.getByRole("region", { name: "To be mended first" }).count()).toBe(0);
  await hand.click(page.getByRole("button", { name: "Publish", exact: true }));
  await hand.click(page.getByRole("dialog", { name: "Publish this call?" }).getByRole("button", { name: "Publish and mail it" }));
  await page.getByText(/^Edition 1 is published, and on its way to \d+ pe/).waitFor();
}

const WEEK = "2021-02-01";

test("Monday in one sitting: what rises, who lacks, whom we miss, what to raise; published, read and mailed", async () => {
  const email = await makePerson(browser, "STAFF");
  const page = await arrive(browser);
  await signInByForm(page, email);
  await page.waitForURL("/");
  const faults = watch(page, inject("productUrl"));
  expect(await sentence(page)).toMatch(/requests? came in; \d+ waits? longer than 2 days/);
  const hand = handOn(page);
  await readWhatRises(page, hand);
  await noteOnTheAxis(page, hand);
  await saveTheView(page, hand);
  await readWhoLacks(page, hand);
  await watchTheShortage(page, hand);
  await readWhomWeMiss(page, hand);
  await compareTwoPeriods(page, hand);
  await publishThePack(page, hand);
  expect(hand.acts()).toBeLessThanOrEqual(30);
  expect(faults).toEqual([]);

  const shown = await page.getByRole("main").innerText();
  const lead = await visitAs(browser, "provider", "/calls");
  await lead.getByRole("link", { name: "Week of Feb 1, 2021" }).click();
  await lead.getByRole("heading", { level: 2, name: "From the network's staff" }).waitFor();
  const published = await lead.getByRole("main").getByRole("listitem").allInnerTexts();
  expect(published).toContain(OWN_WORDS);
  expect(published).toContain(NOTE);
  expect(published.join("\n")).not.toContain("27 sessions were held");
  // Word for word what the preview showed.
  const told = lead.getByRole("main").locator("section li").filter({ hasNot: lead.getByRole("button") });
  for (const line of (await told.allInnerTexts()).slice(0, 5)) expect(shown).toContain(line);

  const outbox = await visit(browser, "/outbox");
  const letter = outbox.getByRole("list", { name: "Mails" }).getByRole("button").filter({ hasText: "provider@demo.example" }).first();
  // A mail is written in the background: until it is there, the outbox is looked into again.
  for (let tries = 0; tries < 40 && (await letter.count()) === 0; tries += 1) await outbox.reload({ waitUntil: "networkidle" });
  await letter.click();
  await outbox.getByRole("region").getByText(`To provider@demo.example`).waitFor();
  expect(await outbox.getByRole("region").innerText()).toContain(OWN_WORDS);
  expect(new URL((await outbox.getByRole("region").getByRole("link").first().getAttribute("href")) ?? "").pathname).toBe(`/calls/${WEEK}`);
});
