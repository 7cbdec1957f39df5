import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { arrive, ask, openBrowser, sentence, visitAs } from "./browser";
import { makePerson, signInByForm } from "./people";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

async function openPerson(page: Page, email: string) {
  await page.goto("/admin/people");
  await page.getByLabel("Name or address").fill(email);
  await page.waitForURL((url) => url.searchParams.get("search") === email);
  await page.getByRole("row").filter({ hasText: email }).getByRole("button").click();
  return page.getByRole("dialog");
}

test("an administrator gives and takes a role, and shuts an account, at once for whoever it is", async () => {
  const email = await makePerson(browser, "FUNDER");
  const person = await arrive(browser);
  await signInByForm(person, email);
  await person.waitForURL("/impact");

  const page = await visitAs(browser, "staff", "/admin/people");
  const drawer = await openPerson(page, email);
  await drawer.getByLabel("Role").selectOption({ label: "Network staff" });
  await drawer.getByRole("button", { name: "Give the role" }).click();
  await drawer.getByText("Choose one at least.").waitFor();
  await drawer.getByLabel("analyst").check();
  await drawer.getByRole("button", { name: "Give the role" }).click();
  await drawer.getByText("Network staff (analyst)").waitFor();
  await person.goto("/admin/people");
  expect(await sentence(person)).toMatch(/people have an account/);
  expect(await person.getByRole("button", { name: "Invite somebody" }).count()).toBe(0);

  await drawer.getByRole("button", { name: "Take: Network staff" }).click();
  await page.getByRole("button", { name: "Take the role" }).click();
  await drawer.getByText("Network staff (analyst)").waitFor({ state: "detached" });
  await person.reload();
  await person.getByRole("heading", { name: "This page is for network staff" }).waitFor();

  await drawer.getByRole("button", { name: "Disable the account" }).click();
  await page.getByRole("dialog", { name: /^Disable the account of/ }).getByRole("button", { name: "Disable the account" }).click();
  await drawer.getByText(/This account is disabled/).waitFor();
  expect(await ask(person, "{ viewer { id } }")).toEqual({ viewer: null });
  await signInByForm(person, email);
  await person.getByText("That e-mail and password do not match.").waitFor();
});

test("staff without the position look at everything and change nothing", async () => {
  const email = await makePerson(browser, "FUNDER");
  const admin = await visitAs(browser, "staff", "/admin/people");
  const { people } = await ask<{ people: { nodes: { id: string }[] } }>(admin, "query ($s: String) { people(search: $s) { nodes { id } } }", { s: email });
  await ask(admin, "mutation ($input: GiveRoleInput!) { giveRole(input: $input) { person { id } } }", {
    input: { personId: people.nodes[0]?.id, role: "STAFF", positions: ["ANALYST"] },
  });
  const page = await arrive(browser);
  await signInByForm(page, email);
  await page.waitForURL("/");
  for (const [path, absent] of [
    ["/admin/invitations", "Invite somebody"],
    ["/admin/organisations", "Add an organisation"],
  ] as const) {
    await page.goto(path);
    await sentence(page);
    expect(await page.getByRole("button", { name: absent }).count()).toBe(0);
  }
  const drawer = await openPerson(page, email);
  await drawer.getByText("Only administrators of the network change roles and accounts.").waitFor();
  expect(await drawer.getByRole("button", { name: /^(Give|Take|Disable)/ }).count()).toBe(0);
});

test("an organisation is added and changed, and the audit trail tells of both in words", async () => {
  const name = `Journey ${crypto.randomUUID().slice(0, 8)}`;
  const page = await visitAs(browser, "staff", "/admin/organisations");
  await page.getByRole("button", { name: "Add an organisation" }).click();
  await page.getByLabel("Name", { exact: true }).first().fill(name);
  await page.getByLabel("Website").fill("journey");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByText("A website looks like https://organisation.org.").waitFor();
  await page.getByLabel("Website").fill("https://journey.example");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByRole("row").filter({ hasText: name }).waitFor();
  await page.getByRole("button", { name: `Change ${name}` }).click();
  await page.getByRole("dialog").getByLabel("Name").fill(`${name} Lab`);
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("row").filter({ hasText: `${name} Lab` }).waitFor();

  await page.goto("/admin/audit");
  expect(await sentence(page)).toMatch(/^[\d,]+ events, and none was changed since\.$/);
  await page.getByLabel("What happened").selectOption({ label: "Organisation: added" });
  await page.waitForURL(/action=organisation\.added/);
  const events = page.getByRole("list", { name: "Events" }).getByRole("listitem");
  const onlyAdded = async () => (await events.allInnerTexts()).every((text) => /added (the|\d+) organisation/.test(text));
  await expect.poll(onlyAdded, { timeout: 10_000 }).toBe(true);
  const event = events.filter({ hasText: `added the organisation “${name}”` });
  await event.getByRole("button", { name: /^Detail of event/ }).click();
  await event.getByText("organisation.added").waitFor();
  await page.reload();
  await page.getByRole("list", { name: "Events" }).getByText(`added the organisation “${name}”`).waitFor();
});

test("mails are listed with how they stand, and sent once more on request", async () => {
  const email = await makePerson(browser, "FUNDER");
  const page = await visitAs(browser, "staff", `/admin/mail?search=${email}`);
  const row = page.getByRole("row").filter({ hasText: email }).first();
  await row.getByText("Sent", { exact: true }).waitFor();
  await row.getByRole("button", { name: `Send again: ${email}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send it" }).click();
  await page.getByRole("dialog").getByRole("alert").or(row.getByText(/^(Waiting|Sent)$/)).first().waitFor();
  expect(await sentence(page)).toMatch(/^(All [\d,]+ mails were sent|[\d,]+ mails? )/);
});

test("typing a search never loses the field, and the list follows", async () => {
  const page = await visitAs(browser, "staff", "/admin/audit");
  const field = page.getByLabel("Person, address or thing");
  await field.click();
  await page.keyboard.type("nobody did", { delay: 60 });
  await page.waitForURL(/search=nobody/);
  await page.keyboard.type(" this", { delay: 60 });
  await page.getByText("Nothing in the trail passes these filters.").waitFor();
  expect(await field.inputValue()).toBe("nobody did this");
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.getByRole("button", { name: "Clear all filters" }).click();
  await page.getByRole("list", { name: "Events" }).waitFor();
  expect(await field.inputValue()).toBe("");
});

test("a list that cannot be fetched says so, and trying again recovers", async () => {
  const page = await visitAs(browser, "staff", "/admin/people");
  await page.getByRole("heading", { name: /people have an account/ }).waitFor();
  await page.route("**/graphql", (route) => route.abort("internetdisconnected"));
  await page.getByRole("link", { name: "Mail", exact: true }).click();
  await page.getByRole("heading", { name: "This page could not be loaded" }).waitFor();
  await page.unroute("**/graphql");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("table", { name: "Mails" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/admin/mail");
});
