import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { arrive, ask, openBrowser, sentence, signIn, visit, visitAs } from "./browser";
import { PASSWORD, signInByForm } from "./people";
import { expected, readFigures, told, type Done, type Figures } from "./wholeWay/figures";
import { followed } from "./wholeWay/mail";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  return () => browser.close();
});

const PHONE = { device: "phone" } as const;
/** Districts of the demo's directory that have not asked, one for each try. */
const DISTRICTS = ["Pellerreach Public Schools", "Pellerhollow Public Schools", "Pellerbrae Public Schools"] as const;
const WORDS = "We do not know how to plan the relief funds, and our grades say little of what students know.";

/** Who takes part beside the network's own people. */
interface Parties {
  readonly district: string;
  readonly leader: string;
  readonly destination: string;
}

function partiesOf(attempt: number): Parties {
  const address = (name: string) => `${name}-${crypto.randomUUID().slice(0, 8)}@journey.example`;
  return { district: DISTRICTS[attempt] ?? DISTRICTS[0], leader: address("leader"), destination: address("market") };
}

const MONTH = "2021-02-01";
const RATINGS = [4, 5, 5];

const read = new Set<string>();
const link = (page: Page, kind: string, to: string) => followed(page, kind, to, read);

interface Coach {
  readonly id: string;
  readonly name: string;
  readonly provider: { readonly id: string };
}

/** 1. A leader asks, on a phone. */
async function askForHelp({ district, leader }: Parties): Promise<void> {
  const phone = await visit(browser, "/ask", PHONE);
  await phone.getByRole("combobox", { name: "Your district or school" }).fill(district);
  await phone.getByRole("option", { name: new RegExp(`^${district}`) }).click();
  await phone.getByLabel("What is on your mind?").fill(WORDS);
  await phone.getByText("This week").click();
  await phone.getByLabel("Your e-mail").fill(leader);
  await phone.getByRole("button", { name: "Ask for help" }).click();
  await phone.waitForURL("**/my/*");
  expect(await sentence(phone)).toBe("We have your request");
}

/** 2. The concierge, who has the queue open, tags it by keys and asks a team of two organisations. @returns the request's id and topics. */
async function tagAndMatch(desk: Page, { district }: Parties): Promise<{ readonly id: string; readonly topics: readonly string[] }> {
  const row = desk.getByRole("list", { name: "Queue" }).getByRole("listitem").filter({ hasText: district });
  await row.waitFor();
  await row.getByRole("link").first().focus();
  await desk.keyboard.press("t");
  await desk.waitForURL(/\/desk\/[^/]+#tag$/);
  await desk.getByRole("group", { name: "Topics" }).getByRole("button").nth(1).waitFor();
  await desk.keyboard.press("1");
  await desk.keyboard.press("2");
  await desk.keyboard.press("c");
  await desk.getByText("These tags stand.").waitFor();
  const id = /\/desk\/([^/#]+)/.exec(desk.url())?.[1] ?? "";
  const { request } = await ask<{ request: { topics: { code: string }[] } }>(desk, "query ($id: ID!) { request(id: $id) { topics { code } } }", { id });
  const { requestMatching } = await ask<{ requestMatching: { proposals: { coaches: Coach[] }[] } }>(desk, "query ($id: ID!) { requestMatching(requestId: $id) { proposals { coaches { id name provider { id } } } } }", { id });
  const place = requestMatching.proposals.findIndex(({ coaches }) => new Set(coaches.map(({ provider }) => provider.id)).size === 2);
  await desk.getByRole("article").getByRole("button", { name: /^Ask this (team|coach): / }).nth(place).click();
  await desk.getByRole("button", { name: /^Ask this (team|coach): / }).first().waitFor({ state: "detached" });
  return { id, topics: request.topics.map(({ code }) => code) };
}

/** An account for a coach, taken up by invitation. @returns their page, signed in. */
async function coachAt(admin: Page, { id, name, provider }: Coach): Promise<Page> {
  const email = `coach-${crypto.randomUUID().slice(0, 8)}@journey.example`;
  await ask(admin, "mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { invitation { id } } }", { input: { email, name, role: "COACH", providerId: provider.id, coachId: id } });
  let token: string | undefined;
  for (let tries = 0; tries < 200 && token === undefined; tries += 1) {
    const { outbox } = await ask<{ outbox: { nodes: { to: string; text: string | null }[] } }>(admin, "{ outbox(first: 60) { nodes { to text } } }");
    token = /\/invitation\/([\w-]+)/.exec(outbox.nodes.find(({ to }) => to === email)?.text ?? "")?.[1];
    await admin.waitForTimeout(50);
  }
  const page = await arrive(browser, PHONE);
  await ask(page, "mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }", { input: { token, name, password: PASSWORD } });
  await signInByForm(page, email);
  await page.waitForURL("/");
  return page;
}

/** 3. The lead says yes on the caseload, where others may have asked them as well. @returns the engagement that has begun. */
async function accept(staff: Page, coach: Page, id: string): Promise<string> {
  for (let offers = 0; offers < 5; offers += 1) {
    await coach.goto("/caseload");
    await coach.getByRole("button", { name: "Yes, I can" }).first().click();
    await coach.getByText(/You are on the team|The others have yet to answer/).first().waitFor();
    const { request } = await ask<{ request: { engagements: { id: string }[] } }>(staff, "query ($id: ID!) { request(id: $id) { engagements { id } } }", { id });
    if (request.engagements[0]) return request.engagements[0].id;
  }
  throw new Error("No engagement has begun.");
}

/** 4. A call that was held, in a few taps; what it was about is there already. */
async function logCall(page: Page, nth: number): Promise<void> {
  await page.getByRole("button", { name: "Log a call" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("45 min").click();
  await dialog.getByLabel("Next step").fill(`Step ${nth}`);
  await dialog.getByRole("button", { name: "Log the call" }).click();
  await dialog.getByRole("heading", { name: "Logged" }).waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
}

async function rate(staff: Page, { leader }: Parties, rating: number): Promise<void> {
  const phone = await visit(browser, await link(staff, "rate_call", leader), PHONE);
  await phone.getByRole("button", { name: new RegExp(`^${rating} of 5`) }).click();
  await phone.getByLabel(`You gave ${rating} of 5`).waitFor();
}

/** 5. Somebody who knows more is asked in, and joins with the leader's consent. */
async function specialist(staff: Page, parties: Parties, coach: Page, engagementId: string): Promise<void> {
  // A coach comes back another day, to a page that is loaded anew.
  await coach.reload();
  await coach.getByRole("button", { name: "Ask a specialist in" }).click();
  const form = coach.getByRole("form", { name: "Ask a specialist in" });
  await form.getByRole("combobox").selectOption({ index: 1 });
  await form.getByRole("button", { name: /^Ask / }).first().click();
  await coach.getByText(/was asked\. They join when/).waitFor();
  const { engagement } = await ask<{ engagement: { specialistOffers: { coaches: { coach: Coach }[] }[] } }>(staff, "query ($id: ID!) { engagement(id: $id) { specialistOffers { coaches { coach { id name provider { id } } } } } }", { id: engagementId });
  const asked = engagement.specialistOffers[0]?.coaches[0]?.coach;
  const offer = await visit(browser, await link(staff, "offer_made", asked?.name ?? ""), PHONE);
  await offer.getByRole("button", { name: "Yes, I can" }).click();
  const leader = await visit(browser, await link(staff, "specialist_joins", parties.leader), PHONE);
  await leader.getByRole("button", { name: "Yes, that is fine" }).click();
  await leader.getByText(/has joined your team/).waitFor();
}

/** 6. What goes deeper is sent on, and closed by the leader. */
async function refer(staff: Page, parties: Parties): Promise<void> {
  await staff.getByRole("button", { name: "Draft a referral" }).click();
  await staff.getByLabel("To whom").fill("Consultant marketplace");
  await staff.getByLabel("Their address").fill(parties.destination);
  await staff.getByRole("button", { name: "Keep the draft" }).click();
  await staff.getByRole("button", { name: "Ask the leader" }).click();
  await staff.getByRole("dialog").getByRole("button", { name: "Ask the leader" }).click();
  const leader = await visit(browser, await link(staff, "referral_consent", parties.leader), PHONE);
  await leader.getByRole("button", { name: "Yes, pass it on" }).click();
  await leader.getByRole("heading", { name: /^We pass your request on/ }).waitFor();
  await staff.reload();
  await staff.getByRole("button", { name: "Send it to Consultant marketplace" }).click();
  await staff.getByRole("dialog").getByRole("button", { name: "Send it" }).click();
  const destination = await visit(browser, await link(staff, "referral_sent", parties.destination));
  await destination.getByRole("button", { name: "We take it on" }).click();
  await destination.getByRole("heading", { name: /^You take it on/ }).waitFor();
  await leader.reload();
  await leader.getByRole("button", { name: "Yes, we work together" }).click();
  await leader.getByRole("heading", { name: "Thank you for telling us" }).waitFor();
}

/** Impact and Gaps say what the API says; Needs and Trends, whose figures are shares, are there. */
async function pagesShow(staff: Page, { impact, demand }: Figures, topic: string): Promise<void> {
  const { topics } = await ask<{ topics: { nodes: { code: string; label: string }[] } }>(staff, "{ topics(first: 100) { nodes { code label } } }");
  const label = topics.nodes.find(({ code }) => code === topic)?.label ?? "";
  const main = staff.getByRole("main");
  await staff.goto("/impact");
  for (const field of ["systemsServed", "sessionsHeld"] as const) await expect.poll(() => main.innerText(), { timeout: 15_000 }).toContain((impact[field].value ?? 0).toLocaleString("en-US"));
  for (const path of ["/needs", "/trends"]) {
    await staff.goto(path);
    await staff.getByRole("heading", { level: 1 }).waitFor();
  }
  await staff.goto("/gaps");
  const row = staff.getByRole("row").filter({ has: staff.getByRole("rowheader", { name: label }) });
  expect(await row.getByRole("button", { name: /^Demand, / }).innerText()).toBe(String(demand.get(topic)));
}

test("the whole way: asked on a phone, matched, coached three times, rated, helped by a specialist, referred; and every figure moves by exactly that", async ({ task }) => {
  const parties = partiesOf(task.result?.retryCount ?? 0);
  const staff = await arrive(browser);
  await signIn(staff, "staff");
  const { districts } = await ask<{ districts: { nodes: { schools: number; enrollment: number }[] } }>(staff, "query ($search: String!) { districts(search: $search, first: 1) { nodes { schools enrollment } } }", { search: parties.district });
  const before = await readFigures(staff, MONTH);

  const desk = await visitAs(browser, "staff", "/desk");
  await desk.getByText("What others do shows at once.").waitFor();
  await askForHelp(parties);
  const { id, topics } = await tagAndMatch(desk, parties);
  const { request } = await ask<{ request: { offers: { coaches: { coach: Coach }[] }[] } }>(staff, "query ($id: ID!) { request(id: $id) { offers { coaches { coach { id name provider { id } } } } } }", { id });
  const [lead, ...others] = (request.offers[0]?.coaches ?? []).map(({ coach }) => coach);
  if (!lead) throw new Error("Nobody was asked.");
  for (const other of others) {
    const offer = await visit(browser, await link(staff, "offer_made", other.name), PHONE);
    await offer.getByRole("button", { name: "Yes, I can" }).click();
    await offer.getByRole("button", { name: "Yes, I can" }).waitFor({ state: "detached" });
  }
  const coach = await coachAt(staff, lead);
  const engagementId = await accept(staff, coach, id);
  await coach.goto(`/caseload/${engagementId}`);
  for (const [place, rating] of RATINGS.entries()) {
    await logCall(coach, place + 1);
    await rate(staff, parties, rating);
    if (place === 1) await specialist(staff, parties, coach, engagementId);
  }
  await desk.goto(`/desk/${id}`);
  await refer(desk, parties);

  const done: Done = { asked: topics, calls: RATINGS.map((rating) => ({ topics, rating })), schools: districts.nodes[0]?.schools ?? 0, students: districts.nodes[0]?.enrollment ?? 0 };
  const after = await readFigures(staff, MONTH);
  expect(told(after)).toEqual(told(expected(before, done)));
  await pagesShow(staff, after, topics[0] ?? "");
}, 240_000);
