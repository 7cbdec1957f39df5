import type { Browser } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { ask, openBrowser, sentence, visitAs } from "./browser";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

/** What the demo network was made to show. */
const RISERS = [
  "Educator and leader wellbeing",
  "Family engagement and partnership",
  "Grading, reporting and credit",
  "Relief funds, grants and resource strategy",
];
const FALLERS = ["Devices and connectivity", "Norms and expectations", "Pedagogy in remote settings"];
const SCARCEST = "Relief funds, grants and resource strategy";

test("trends names the topics made to rise and to fall, and counts them", async () => {
  const page = await visitAs(browser, "staff", "/trends");
  expect(await sentence(page)).toBe("Of 59 topics, 4 are rising and 3 falling; the rest cannot be told from noise.");
  const panels = page.getByRole("figure").first().getByRole("listitem");
  const movers = (words: string) => panels.filter({ hasText: words }).getByRole("heading").allInnerTexts();
  expect((await movers("Rising")).toSorted()).toEqual(RISERS);
  expect((await movers("Falling")).toSorted()).toEqual(FALLERS);
});

test("gaps puts the scarcest topic first, and its numbers lead to the rows they count", async () => {
  const page = await visitAs(browser, "staff", "/gaps");
  const figure = page.getByRole("figure", { name: new RegExp(`^${SCARCEST} is shortest`) });
  const first = figure.getByRole("row").nth(1);
  await first.getByRole("rowheader", { name: SCARCEST }).waitFor();
  for (const part of ["Demand", "Specialists"]) {
    const number = first.getByRole("button", { name: `${part}, ${SCARCEST}: ` });
    const said = await number.innerText();
    expect(Number(said)).toBeGreaterThan(1);
    await number.click();
    await page.getByRole("menuitem", { name: "See records" }).click();
    const drawer = page.getByRole("dialog");
    await drawer.getByText(`1–${said} of ${said}`).waitFor();
    expect(await drawer.getByRole("button", { name: /^Detail of/ }).count()).toBe(Number(said));
    await drawer.getByRole("button", { name: "Close records" }).click();
    await drawer.waitFor({ state: "detached" });
  }
});

test("every gap of a narrowed scope counts the rows that its drawer would list", async () => {
  const page = await visitAs(browser, "staff", "/gaps");
  const scope = { states: ["CA"], from: "2020-09-01", to: "2020-12-05" };
  interface Gaps {
    readonly gaps: readonly { topic: { code: string }; demand: { value: number }; specialists: { value: number } }[];
  }
  const { gaps } = await ask<Gaps>(page, `query($scope: Scope) { gaps(scope: $scope) { topic { code } demand { value } specialists { value } } }`, { scope });
  const busiest = gaps.toSorted((a, b) => b.demand.value - a.demand.value).slice(0, 3);
  expect(busiest[0]?.demand.value).toBeGreaterThan(0);
  for (const { topic, demand, specialists } of busiest) {
    const rows = await ask<Record<"requests" | "specialists", { totalCount: number }>>(
      page,
      `query($scope: Scope) { requests(scope: $scope, standing: DEMAND, first: 1) { totalCount } specialists(scope: $scope, first: 1) { totalCount } }`,
      { scope: { ...scope, topics: [topic.code] } },
    );
    expect({ [topic.code]: [rows.requests.totalCount, rows.specialists.totalCount] }).toEqual({ [topic.code]: [demand.value, specialists.value] });
  }
});

test("impact shows the pilot's public figures, and those of early December by its last day", async () => {
  const page = await visitAs(browser, "staff", "/impact");
  const shows = (name: RegExp) => page.getByRole("button", { name }).waitFor();
  await shows(/^Reach: systems asked for help: 174$/);
  await shows(/^Reach: systems coached: 165$/);
  await shows(/^Meaningful: of 5, mean rating of calls: 4\.75, 95% interval /);
  await shows(/^Meaningful: came back, or asked for more: 95%, 95% interval /);
  await shows(/^Sustained: last four months or more: 50%, 95% interval /);
  expect(await sentence(page)).toMatch(/^165 systems in 41 states have been coached/);

  await page.getByRole("button", { name: "Dates" }).click();
  await page.getByLabel("Last day").fill("2020-12-04");
  await page.waitForURL("/impact?to=2020-12-05");
  await shows(/^Reach: schools in them: 1,515$/);
  await shows(/^Reach: students in them: 939,988$/);
  await shows(/^Reach: states: 38$/);
  await shows(/^Coaching: provider organisations active: 11$/);
  await page.getByText(/as of Dec 5, 2020\. Only: until Dec 4, 2020\. Counts are exact/).waitFor();
});
