import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { arrive, ask, openBrowser, sentence, signIn, visit, type Reader } from "./browser";
import { handOn } from "./hand";
import { watch } from "./watch";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

const PHONE = { device: "phone" } as const;
const WORDS = "Attendance has fallen since we went remote, and teachers are worn out.";

const newAddress = () => `leader-${crypto.randomUUID().slice(0, 8)}@journey.example`;

/** What axe finds on the page as it stands. */
const violations = (page: Page) =>
  page.evaluate<string[]>(`${axe.source}; axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes.map(({ target }) => target.join(" ")).join(", ")))`);

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Fills the form in and stops before it is sent. */
async function fillIn(page: Page, email: string): Promise<void> {
  await page.getByRole("combobox", { name: "Your district or school" }).fill("pellercrest");
  await page.getByRole("option", { name: /^Pellercrest City Schools/ }).click();
  await page.getByLabel("What is on your mind?").fill(WORDS);
  await page.getByText("This week").click();
  await page.getByLabel("Your e-mail").fill(email);
}

const send = (page: Page) => page.getByRole("button", { name: "Ask for help" });

/** Asks for help, and comes to the leader's page. */
async function asked(reader: Reader = PHONE): Promise<{ readonly page: Page; readonly email: string }> {
  const email = newAddress();
  const page = await visit(browser, "/ask", reader);
  await fillIn(page, email);
  await send(page).click();
  await page.waitForURL("**/my/*");
  await page.getByRole("heading", { name: "We have your request" }).waitFor();
  return { page, email };
}

/** How many requests there are. */
async function requests(): Promise<number> {
  const page = await arrive(browser);
  await signIn(page, "staff");
  return (await ask<{ requests: { totalCount: number } }>(page, "{ requests(first: 1) { totalCount } }")).requests.totalCount;
}

/** The link in the latest mail to an address, once it is there. */
async function mailed(page: Page, email: string): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { outbox } = await ask<{ outbox: { nodes: { to: string; text: string | null }[] } }>(page, "{ outbox(first: 50) { nodes { to text } } }");
    const path = /\/my\/[\w-]+/.exec(outbox.nodes.find(({ to }) => to === email)?.text ?? "")?.[0];
    if (path !== undefined) return path;
  }
  throw new Error(`Nothing was mailed to ${email}.`);
}

describe("asking for help on a phone", () => {
  test("takes a district, a sentence and an address, in seven acts, and nothing goes wrong unseen", async () => {
    const page = await arrive(browser, PHONE);
    const faults = watch(page, inject("productUrl"));
    await page.goto("/ask");
    const hand = handOn(page);
    await hand.fill(page.getByRole("combobox", { name: "Your district or school" }), "pellercr");
    await hand.click(page.getByRole("option", { name: /^Pellercrest City Schools/ }));
    await hand.fill(page.getByLabel("What is on your mind?"), WORDS);
    await hand.click(page.getByText("This week"));
    await hand.fill(page.getByLabel("Your e-mail"), newAddress());
    await hand.click(send(page));
    await page.waitForURL("**/my/*");
    expect(await sentence(page)).toBe("We have your request");
    expect(hand.acts()).toBeLessThanOrEqual(7);
    expect(await page.getByText("within two working days").isVisible()).toBe(true);
    expect(faults).toEqual([]);
  });

  test.each(["light", "dark"] as const)("is accessible and no wider than the screen at every stage, %s", async (theme) => {
    const page = await visit(browser, "/ask", { theme, device: "phone" });
    const look = async (stage: string) => {
      expect(await violations(page), stage).toEqual([]);
      expect(await overflow(page), stage).toBe(0);
    };
    await page.getByRole("combobox").fill("peller");
    await page.getByRole("option").first().waitFor();
    await look("the list");
    await page.getByRole("option").first().click();
    await send(page).click();
    await page.getByText("A sentence is enough.", { exact: true }).waitFor();
    await look("what is missing");
    await page.getByLabel("What is on your mind?").fill(WORDS);
    await page.getByLabel("Your e-mail").fill(newAddress());
    await send(page).click();
    await page.waitForURL("**/my/*");
    await page.getByRole("button", { name: "Add a colleague" }).click();
    await page.getByText("Mornings").click();
    await page.getByText("Stop: I need no help any more").click();
    await look("the leader's page");
    await page.goto("/my/none");
    await page.getByRole("heading", { name: "This link does not work any more" }).waitFor();
    await look("a link that is gone");
    await page.goto("/ask/none");
    await page.getByRole("heading", { name: "There is no such page" }).waitFor();
    await look("no such page");
  });

  test("can be done with the keyboard alone", async () => {
    const page = await visit(browser, "/ask");
    await page.getByRole("combobox").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("pellercr");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    // The district chosen, the reader is where they go on.
    await page.locator("textarea:focus").waitFor();
    await page.keyboard.type(WORDS);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.type(newAddress());
    await page.keyboard.press("Enter");
    await page.waitForURL("**/my/*");
    expect(await sentence(page)).toBe("We have your request");
  });

  test("a draft outlives a reload, and is forgotten when it is sent", async () => {
    const page = await visit(browser, "/ask", PHONE);
    await fillIn(page, newAddress());
    await page.reload();
    expect(await page.getByLabel("What is on your mind?").inputValue()).toBe(WORDS);
    await send(page).click();
    await page.waitForURL("**/my/*");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.goto("/ask");
    await page.getByRole("combobox").waitFor();
    expect(await page.getByLabel("What is on your mind?").count()).toBe(0);
    expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain("ask-draft");
  });

  test("an answer that is lost on its way is asked for again, and stays one request", async () => {
    const before = await requests();
    const page = await visit(browser, "/ask", PHONE);
    await fillIn(page, newAddress());
    let isLost = false;
    await page.route("**/graphql", async (route) => {
      if (isLost || !route.request().postData()?.includes("idempotencyKey")) return route.continue();
      isLost = true;
      await route.fetch();
      await route.abort();
    });
    await send(page).click();
    await page.getByText("There is no connection just now. What you wrote is kept.").waitFor();
    await send(page).click();
    await page.waitForURL("**/my/*");
    expect(await requests()).toBe(before + 1);
  });

  test("whoever fills the unseen field is asked to send it again, and a person gets through", async () => {
    const page = await visit(browser, "/ask", PHONE);
    await fillIn(page, newAddress());
    // As a browser that fills in what it knows would.
    await page.locator("input[name=website]").fill("https://north.example", { force: true });
    await send(page).click();
    await page.getByText("Please send it again").waitFor();
    await send(page).click();
    await page.waitForURL("**/my/*");
    expect(await sentence(page)).toBe("We have your request");
  });

  test("a school that is not listed is asked for by name and state", async () => {
    const page = await visit(browser, "/ask", PHONE);
    await page.getByRole("combobox").fill("Hilltop Montessori");
    await page.getByRole("option", { name: /not listed/ }).click();
    expect(await page.getByLabel("Name of your district or school").inputValue()).toBe("Hilltop Montessori");
    await page.getByLabel("State").selectOption({ label: "Montana" });
    await page.getByLabel("What is on your mind?").fill(WORDS);
    await page.getByLabel("Your e-mail").fill(newAddress());
    await send(page).click();
    await page.waitForURL("**/my/*");
    await page.getByRole("heading", { name: "What you told us" }).waitFor();
    expect(await page.getByText("For Hilltop Montessori").isVisible()).toBe(true);
  });
});

describe("the leader's page", () => {
  test("opens by the link in the mail, takes what helps, a correction and a colleague, and stops the request", async () => {
    const { page, email } = await asked();
    const phone = await visit(browser, await mailed(page, email), PHONE);
    expect(await sentence(phone)).toBe("Your request is with Demo staff");
    await phone.getByLabel("Your name").fill("Dana Reyes");
    await phone.getByText("Mornings").click();
    await phone.getByRole("button", { name: "Save" }).click();
    await phone.getByText("Saved. Thank you.").waitFor();
    await phone.getByRole("button", { name: "It is about something else too" }).click();
    await phone.getByLabel("It is also about").selectOption({ index: 2 });
    await phone.getByRole("button", { name: "Add it" }).click();
    await phone.getByText("We look at it.").waitFor();
    await phone.getByRole("button", { name: "Add a colleague" }).click();
    const colleague = newAddress();
    await phone.getByLabel("Their name").fill("Lee Park");
    await phone.getByLabel("Their e-mail").fill(colleague);
    await phone.getByRole("button", { name: "Send them a link" }).click();
    await phone.getByText(`Lee Park <${colleague}>`).waitFor();
    const other = await visit(browser, await mailed(page, colleague), PHONE);
    await other.getByText(WORDS).waitFor();
    await phone.getByLabel("Write to Demo staff").fill("We can begin on Monday.");
    await phone.getByRole("button", { name: "Send", exact: true }).click();
    await phone.getByText("You wrote: We can begin on Monday.").waitFor();
    await phone.getByText("Stop: I need no help any more").click();
    await phone.getByRole("button", { name: "Yes, stop it" }).click();
    await phone.getByRole("link", { name: "Ask for help anew" }).waitFor();
    expect(await sentence(phone)).toBe("Your request is stopped");
  });
});
