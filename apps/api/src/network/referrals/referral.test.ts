import { randomUUID } from "node:crypto";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { makeLink } from "../../access/links/link.queries";
import { openServerConnection } from "../../db/serverLogin";
import { testDatabase, type TestDatabase } from "../../db/testing";
import { graphqlOver, type Ask } from "../../testing";
import { remindOfReferrals } from "./remind";

const NOW = new Date("2020-06-10T15:00:00Z");
const DRAFT = "mutation ($input: DraftReferralInput!) { draftReferral(input: $input) { referral { id state turn dueAt actions } } }";
const step = (name: string) => `mutation ($id: ID!) { ${name}(input: { id: $id }) { referral { state turn dueAt } } }`;
const CONSENT = "mutation ($id: ID!, $agree: Boolean!) { answerReferralConsent(input: { id: $id, agree: $agree }) { state turn } }";
const ANSWER = "mutation ($accept: Boolean!) { answerReferral(input: { accept: $accept }) { state summary } }";
const OUTCOME = "mutation ($id: ID!) { confirmReferralOutcome(input: { id: $id, outcome: STARTED }) { state outcome } }";

let database: TestDatabase;
let ask: Ask;
let id: string;
beforeEach(async () => {
  database = await testDatabase();
  ask = await graphqlOver(database, NOW);
  id = randomUUID();
  await database.sql.unsafe(`
    insert into systems (id, name, state_code) values ('s', 'System', 'OH');
    insert into leaders (id, system_id, name, email) values ('l', 's', 'Lee', 'lee@north.example');
    insert into requests (id, system_id, leader_id, submitted_at, stated_name) values ('r', 's', 'l', '2020-06-01', 'System'), ('other', 's', null, '2020-06-01', 'System');`);
});

const draft = (more: object = {}) => ask(DRAFT, { input: { id, requestId: "r", destination: "Consultants", destinationEmail: "desk@consultants.example", reason: "Too deep", summary: "A new schedule for six schools.", ...more } });
const token = async (kind: "request" | "referral", subject: string) => ({ linkToken: (await makeLink(database.db, kind, subject)).split("/").at(-1) ?? "" });
const mails = async () => (await database.sql<{ kind: string; to_address: string }[]>`select kind, to_address from mails order by created_at, kind`).map(({ kind, to_address }) => `${kind} to ${to_address}`);
/** Somebody of the staff, who looks after the request. */
async function owned(): Promise<void> {
  await database.sql`insert into auth.users (id, name, email, email_verified) values ('ada', 'Ada', 'ada@hub.example', true)`;
  await database.sql`insert into memberships (user_id, role, positions) values ('ada', 'staff', '{concierge}')`;
  await database.sql`update request_care set owner_id = 'ada' where request_id = 'r'`;
}
/** What the owner was told, in order. */
const toldOwner = async () => (await database.sql<{ said: string }[]>`select payload -> 'paragraphs' ->> 1 as said from mails where kind = 'referral_answered' and to_address = 'ada@hub.example' order by created_at`).map(({ said }) => said);
/** Brings a referral to where the leader has agreed. @returns their link. */
async function agreed() {
  await draft();
  await ask(step("askReferralConsent"), { id });
  const leader = await token("request", "r");
  await ask(CONSENT, { id, agree: true }, leader);
  return leader;
}
const referrals = () => database.sql`select id, request_id, outcome, outcome_at from referrals`;

test("a referral goes from draft to outcome, each with mail, and nothing is passed on before the leader agrees", async () => {
  await draft();
  expect((await ask(step("sendReferral"), { id })).errors).toMatchObject([{ code: "CONFLICT" }]);
  expect((await ask(step("askReferralConsent"), { id })).data).toMatchObject({ askReferralConsent: { referral: { state: "CONSENT_ASKED", turn: "LEADER", dueAt: "2020-06-15T15:00:00.000Z" } } });
  const leader = await token("request", "r");
  expect((await ask("{ leadersReferrals { id destination summary turn } }", {}, leader)).data).toMatchObject({ leadersReferrals: [{ id, summary: "A new schedule for six schools.", turn: "LEADER" }] });
  expect((await ask(CONSENT, { id, agree: true }, leader)).data).toEqual({ answerReferralConsent: { state: "CONSENTED", turn: "STAFF" } });
  expect(await referrals()).toEqual([]);
  await ask(step("sendReferral"), { id });
  const page = "{ leaderPage { referrals { destination state sentAt dueAt outcome outcomeAt } } }";
  expect((await ask(page, {}, leader)).data).toEqual({ leaderPage: { referrals: [{ destination: "Consultants", state: "SENT", sentAt: "2020-06-10T15:00:00.000Z", dueAt: "2020-06-15T15:00:00.000Z", outcome: null, outcomeAt: null }] } });
  expect((await ask<{ request: { status: string } }>('{ request(id: "r") { status } }')).data?.request.status).toBe("REFERRED");
  const destination = await token("referral", id);
  expect((await ask("{ receivedReferral { summary state } }", {}, destination)).data).toEqual({ receivedReferral: { summary: "A new schedule for six schools.", state: "SENT" } });
  expect((await ask(ANSWER, { accept: true }, destination)).data).toMatchObject({ answerReferral: { state: "ACKNOWLEDGED" } });
  expect((await ask(OUTCOME, { id }, leader)).data).toEqual({ confirmReferralOutcome: { state: "CLOSED", outcome: "STARTED" } });
  expect(await referrals()).toMatchObject([{ id, request_id: "r", outcome: "started" }]);
  expect((await ask(page, {}, leader)).data).toMatchObject({ leaderPage: { referrals: [{ state: "CLOSED", dueAt: null, outcome: "STARTED", outcomeAt: "2020-06-10T15:00:00.000Z" }] } });
  expect(await mails()).toEqual([
    "referral_consent to lee@north.example",
    "referral_on_its_way to lee@north.example",
    "referral_sent to desk@consultants.example",
    "referral_on_its_way to lee@north.example",
  ]);
});

test("the same step taken twice, or by many at once, is one step with one mail", async () => {
  await draft();
  await Promise.all(Array.from({ length: 8 }, () => ask(step("askReferralConsent"), { id })));
  expect(await mails()).toEqual(["referral_consent to lee@north.example"]);
  const leader = await token("request", "r");
  await ask(CONSENT, { id, agree: true }, leader);
  expect((await ask(CONSENT, { id, agree: true }, leader)).errors).toEqual([]);
  expect((await ask(CONSENT, { id, agree: false }, leader)).errors).toMatchObject([{ code: "CONFLICT" }]);
  const sent = await Promise.all(Array.from({ length: 8 }, () => ask(step("sendReferral"), { id })));
  expect(sent.flatMap(({ errors }) => errors).filter(({ code }) => code !== "CONFLICT")).toEqual([]);
  expect(await referrals()).toHaveLength(1);
});

test("a draft is changed until it leaves the desk, and a request has one referral at a time", async () => {
  await draft();
  expect((await draft({ summary: "Shorter." })).errors).toEqual([]);
  expect((await draft({ id: randomUUID() })).errors).toMatchObject([{ code: "CONFLICT" }]);
  await ask(step("askReferralConsent"), { id });
  expect((await draft({ summary: "Another." })).errors).toMatchObject([{ code: "CONFLICT" }]);
  await ask(step("cancelReferral"), { id });
  expect((await draft({ id: randomUUID() })).errors).toEqual([]);
});

test("a link opens the referrals of its own request alone, and drafts to nobody", async () => {
  await draft();
  expect((await ask("{ leadersReferrals { id } }", {}, await token("request", "r"))).data).toEqual({ leadersReferrals: [] });
  await ask(step("askReferralConsent"), { id });
  const stranger = await token("request", "other");
  expect((await ask("{ leadersReferrals { id } }", {}, stranger)).data).toEqual({ leadersReferrals: [] });
  expect((await ask(CONSENT, { id, agree: true }, stranger)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
  expect((await ask(ANSWER, { accept: true }, await token("referral", id))).errors).toMatchObject([{ code: "CONFLICT" }]);
  const forced = database.sql.begin(async (tx) => {
    await tx`select set_config('role', 'network_link', true), set_config('viewer.link_kind', 'request', true), set_config('viewer.link_subject', 'r', true)`;
    await tx`update referral_cases set state = 'sent'`;
  });
  await expect(forced).rejects.toThrow("row-level security");
});

test("those to whom it was sent read what was passed on and whom to ask, and nothing of who asks", async () => {
  await owned();
  await agreed();
  await ask(step("sendReferral"), { id });
  const destination = await token("referral", id);
  const asked = "{ receivedReferral { destination summary contactName contactEmail } }";
  expect((await ask(asked, {}, destination)).data).toEqual({ receivedReferral: { destination: "Consultants", summary: "A new schedule for six schools.", contactName: "Ada", contactEmail: "ada@hub.example" } });
  for (const other of ["{ leadersReferrals { id } }", '{ request(id: "r") { id } }', "{ leaderPage { id } }"]) expect((await ask(other, {}, destination)).errors).not.toEqual([]);
  const [{ payload } = { payload: {} }] = await database.sql<{ payload: object }[]>`select payload from mails where kind = 'referral_sent'`;
  expect(JSON.stringify(payload)).not.toMatch(/Lee|lee@north/);
  expect(payload).toMatchObject({ replyTo: { name: "Ada", address: "ada@hub.example" } });
});

test("a leader who agrees while staff drop it: one of the two happens", async () => {
  await draft();
  await ask(step("askReferralConsent"), { id });
  const leader = await token("request", "r");
  const [agreed, dropped] = await Promise.all([ask(CONSENT, { id, agree: true }, leader), ask(step("cancelReferral"), { id })]);
  const [{ state } = { state: "" }] = await database.sql<{ state: string }[]>`select state from referral_cases`;
  const steps = await database.sql<{ action: string }[]>`select action from referral_events order by id`;
  // Staff may drop what was agreed to; nobody agrees to what was dropped.
  expect(state).toBe(dropped.errors.length === 0 ? "cancelled" : "consented");
  expect(steps.map(({ action }) => action)).toEqual(["draft", "ask_consent", ...(agreed.errors.length === 0 ? ["agree"] : []), ...(dropped.errors.length === 0 ? ["cancel"] : [])]);
});

test("where requests were sent on to before is offered, with the address where one is known", async () => {
  await database.sql`insert into referrals (id, request_id, sent_at, destination) values ('old', 'other', '2020-06-02', 'Elders'), ('older', 'other', '2020-05-02', 'Consultants')`;
  await draft();
  expect((await ask("{ referralDestinations { destination email } }")).data).toEqual({
    referralDestinations: [
      { destination: "Consultants", email: "desk@consultants.example" },
      { destination: "Elders", email: null },
    ],
  });
});

test("a leader without an address cannot be asked, and the draft stays", async () => {
  await database.sql`update leaders set email = null`;
  await draft();
  expect((await ask(step("askReferralConsent"), { id })).errors).toMatchObject([{ code: "CONFLICT" }]);
  expect(await database.sql`select state from referral_cases`).toEqual([{ state: "drafted" }]);
});

test("whoever lets a referral lie is reminded once", async () => {
  await draft();
  await ask(step("askReferralConsent"), { id });
  await database.sql`update referral_cases set due_at = now() - interval '1 day'`;
  const server = await openServerConnection(database);
  onTestFinished(() => server.end());
  expect(await remindOfReferrals(server)).toBe(1);
  expect(await remindOfReferrals(server)).toBe(0);
  expect(await mails()).toEqual(["referral_consent to lee@north.example", "referral_consent to lee@north.example"]);
});

test("whoever looks after the request is told what the leader and the destination answer, once each", async () => {
  await owned();
  const leader = await agreed();
  await ask(CONSENT, { id, agree: true }, leader);
  await ask(step("sendReferral"), { id });
  const destination = await token("referral", id);
  for (const accept of [true, true, false]) await ask(ANSWER, { accept }, destination);
  expect(await toldOwner()).toEqual(["Lee of System agrees that their request is passed on to Consultants.", "Consultants takes on the request of System.", "Consultants cannot take on the request of System."]);
});

test("nobody is told by mail what they did themselves, nor somebody who has left, nor who holds no role any more", async () => {
  await owned();
  await database.sql`update leaders set email = 'ADA@hub.example'`;
  await agreed();
  await database.sql`update leaders set email = 'lee@north.example'`;
  await database.sql`update referral_cases set destination_email = 'Ada@hub.example'`;
  await ask(step("sendReferral"), { id });
  const destination = await token("referral", id);
  await ask(ANSWER, { accept: true }, destination);
  await database.sql`update auth.users set disabled_at = now()`;
  const leader = await token("request", "r");
  expect((await ask(OUTCOME, { id }, leader)).errors).toEqual([]);
  expect((await ask("{ receivedReferral { contactName } }", {}, destination)).data).toEqual({ receivedReferral: { contactName: null } });
  await database.sql`update auth.users set disabled_at = null`;
  await database.sql`delete from memberships`;
  expect((await ask("{ receivedReferral { contactName } }", {}, destination)).data).toEqual({ receivedReferral: { contactName: null } });
  expect(await toldOwner()).toEqual([]);
});

test("a leader who was asked learns that it was dropped, by mail and on their page; of a dropped draft they learn nothing", async () => {
  const leader = await agreed();
  await ask(step("cancelReferral"), { id });
  const other = randomUUID();
  await draft({ id: other });
  await ask(step("cancelReferral"), { id: other });
  expect((await ask("{ leadersReferrals { id state turn } }", {}, leader)).data).toEqual({ leadersReferrals: [{ id, state: "CANCELLED", turn: null }] });
  expect(await mails()).toEqual(["referral_consent to lee@north.example", "referral_on_its_way to lee@north.example"]);
});

test("a leader who stops takes back what was not sent: it goes to nobody, and no other is drafted", async () => {
  const leader = await agreed();
  const stop = "mutation ($key: ID!) { stopRequest(input: { idempotencyKey: $key }) { page { referrals { state } } } }";
  const [stopped, sent] = await Promise.all([ask(stop, { key: randomUUID() }, leader), ask(step("sendReferral"), { id })]);
  expect(stopped.errors).toEqual([]);
  // One of the two was first: what had gone out by then stays with them.
  expect(stopped.data).toEqual({ stopRequest: { page: { referrals: [{ state: sent.errors.length === 0 ? "SENT" : "CANCELLED" }] } } });
  expect(await referrals()).toHaveLength(sent.errors.length === 0 ? 1 : 0);
  await database.sql`update referral_cases set state = 'cancelled', due_at = null`;
  expect((await draft({ id: randomUUID() })).errors).toMatchObject([{ code: "CONFLICT" }]);
});

test("a referral of before there were cases is told on the leader's page as one that has ended", async () => {
  await database.sql`insert into referrals (id, request_id, sent_at, destination, outcome, outcome_at) values ('old', 'r', '2020-06-02', 'Elders', 'declined', '2020-06-05')`;
  const { data } = await ask("{ leaderPage { referrals { id destination state turn summary sentAt outcome } } }", {}, await token("request", "r"));
  expect(data).toEqual({ leaderPage: { referrals: [{ id: "old", destination: "Elders", state: "CLOSED", turn: null, summary: "", sentAt: "2020-06-02T00:00:00.000Z", outcome: "DECLINED" }] } });
});
