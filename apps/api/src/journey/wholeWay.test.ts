import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Account } from "../access/viewer";
import { workOff } from "../jobs/testing.work";
import type { Message } from "../jobs/transport";
import { formToken } from "../network/intake/intake.queries";
import { graphqlOver, STAFF, type Ask } from "../testing";
import { createDemoDatabase } from "../testing.demo";
import { expectedGaps, expectedImpact, expectedNeeds, expectedTrends, ONE_MORE, type Done } from "./expected";
import { readFigures, type Figures, type ImpactField } from "./figures";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

const LEADER = "dana.reyes@whole-way.example";
const DESTINATION = "hello@marketplace.example";
const TOPICS = ["FIN-REL", "MBP-GRD"] as const;

/** Moments of the network's time. */
const at = (day: number, hour: number) => new Date(Date.UTC(2021, 1, day, hour));
const END = at(26, 18);

/** Everybody's mail, as it was sent, oldest first. */
const inbox: Message[] = [];

async function deliver(): Promise<void> {
  await workOff(database, { send: (message) => Promise.resolve(void inbox.push(message)), close: () => undefined });
}

/** The token in the newest mail of a kind to an address. */
function linkFrom(kind: string, to: string): { readonly linkToken: string } {
  const mail = inbox.findLast((each) => each.kind === kind && each.to === to);
  const token = /network\.example\/(?:my|r|offer|referral)\/([\w-]{43})/.exec(mail?.text ?? "")?.[1];
  if (token === undefined) throw new Error(`No ${kind} with a link was mailed to ${to}.`);
  return { linkToken: token };
}

type Asker = Parameters<Ask>[2];

/** Somebody who acts at a moment. */
async function act<Data>(when: Date, who: Asker, query: string, input: object): Promise<Data> {
  const ask = await graphqlOver(database, when);
  const { data, errors } = await ask<Data>(query, { input }, who);
  if (!data || errors.length > 0) throw new Error(JSON.stringify(errors));
  await deliver();
  return data;
}

interface CoachRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly providerId: string;
}

/** The account of a coach, made if there is none. */
async function coachAccount({ id, name, email, providerId }: CoachRow): Promise<Account> {
  const accountId = `account-${id}`;
  await database.sql`insert into auth.users (id, name, email) values (${accountId}, ${name}, ${`account-${email}`}) on conflict do nothing`;
  return { id: accountId, name, email, roles: ["coach"], positions: [], providerId, coachId: id, key: null };
}

const coachesOf = (ids: readonly string[]) =>
  database.sql<CoachRow[]>`select id, name, email, provider_id as "providerId" from coaches where id = any(${[...ids]}) order by array_position(${[...ids]}, id)`;

/** A district that nobody has asked for yet, in the directory. */
async function freshDistrict() {
  const [district] = await database.sql<{ leaid: string; state: string; schools: number; students: number; served: boolean }[]>`
    select d.leaid, d.state_code as state, d.schools, d.enrollment as students, exists (
      select from systems s join requests r on r.system_id = s.id join engagements e on e.request_id = r.id join sessions c on c.engagement_id = e.id where s.state_code = d.state_code) as served
    from districts d where not exists (select from systems s where s.leaid = d.leaid) and d.schools > 3 and d.enrollment > 0 order by d.leaid limit 1`;
  if (!district) throw new Error("The demo's directory has districts that have not asked.");
  return district;
}

/** 1. A leader asks. */
async function ask(leaid: string): Promise<string> {
  const { submitRequest } = await act<{ submitRequest: { requestId: string } }>(at(2, 15), null, "mutation ($input: SubmitRequestInput!) { submitRequest(input: $input) { requestId } }", {
    idempotencyKey: randomUUID(),
    leaid,
    narrative: "We do not know how to plan the relief funds, and our grades say little of what students know.",
    urgency: "HIGH",
    email: LEADER,
    secondsToSubmit: 48,
    formToken: await formToken(database.db, new Date(at(2, 15).getTime() - 48_000)),
  });
  return submitRequest.requestId;
}

/** 2. The concierge tags it, and asks a team of two organisations; one says yes by the mail's link, one from the caseload. */
async function match(requestId: string): Promise<{ team: readonly CoachRow[]; engagementId: string }> {
  await act(at(2, 16), STAFF, "mutation ($input: TagRequestInput!) { tagRequest(input: $input) { request { id } } }", { requestId, topics: TOPICS, idempotencyKey: randomUUID() });
  const desk = await graphqlOver(database, at(2, 16));
  const { data } = await desk<{ requestMatching: { proposals: { coaches: { id: string; provider: { id: string } }[] }[] } }>("query ($id: ID!) { requestMatching(requestId: $id) { proposals { coaches { id provider { id } } } } }", { id: requestId });
  const team = data?.requestMatching.proposals.find(({ coaches }) => new Set(coaches.map(({ provider }) => provider.id)).size === 2)?.coaches;
  if (!team) throw new Error("No team of two organisations was proposed.");
  const offerId = randomUUID();
  await act(at(2, 16), STAFF, "mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { offer { id } } }", { id: offerId, requestId, coachIds: team.map(({ id }) => id) });
  const rows = await coachesOf(team.map(({ id }) => id));
  const [lead, ...others] = rows;
  if (!lead) throw new Error("A team has a lead.");
  for (const other of others) await act(at(3, 14), linkFrom("offer_made", other.email), "mutation ($input: AnswerByLinkInput!) { answerOfferByLink(input: $input) { offer { state } } }", { answer: "ACCEPTED" });
  await act(at(3, 15), await coachAccount(lead), "mutation ($input: AnswerOfferInput!) { answerOffer(input: $input) { offer { state } } }", { offerId, answer: "ACCEPTED" });
  const [engagement] = await database.sql<{ id: string }[]>`select id from engagements where request_id = ${requestId}`;
  return { team: rows, engagementId: engagement?.id ?? "" };
}

const CALLS = [
  { day: 5, topics: [TOPICS[0]], rating: 4 },
  { day: 12, topics: [TOPICS[0], TOPICS[1]], rating: 5 },
  { day: 19, topics: [TOPICS[1]], rating: 5 },
] as const;

/** 3. A call is planned, held and logged; its leader rates it by the mail's link. */
async function call(lead: Account, engagementId: string, { day, topics, rating }: (typeof CALLS)[number]): Promise<void> {
  const plan = randomUUID();
  await act(at(day - 1, 15), lead, "mutation ($input: PlanCallInput!) { planCall(input: $input) { call { id } } }", { id: plan, engagementId, startsAt: at(day, 15).toISOString(), minutes: 45, mode: "VIDEO", place: "https://meet.example/abc" });
  await act(at(day, 16), lead, "mutation ($input: LogSessionInput!) { logSession(input: $input) { session { id } } }", {
    id: randomUUID(), engagementId, plannedCallId: plan, heldAt: at(day, 15).toISOString(), minutes: 45, challengeLevel: 2, topics, steps: [{ text: "List what the funds may pay for." }],
  });
  await act(at(day, 17), linkFrom("rate_call", LEADER), "mutation ($input: RateCallInput!) { rateCall(input: $input) { rating } }", { rating });
}

/** 4. Somebody who knows more is asked in, and joins once the leader says yes. */
async function specialist(lead: Account, engagementId: string, requestId: string): Promise<CoachRow> {
  const [joining] = await database.sql<CoachRow[]>`
    select c.id, c.name, c.email, c.provider_id as "providerId" from coaches c join coach_topics t on t.coach_id = c.id
    where t.topic_code = ${TOPICS[1]} and c.role = 'specialist' and c.active_to is null and c.id not in (select coach_id from engagement_coaches where engagement_id = ${engagementId})
      and not exists (select from match_bars(${requestId}, array[c.id], ${at(13, 15).toISOString()}::timestamptz)) order by c.id limit 1`;
  if (!joining) throw new Error("The demo has another specialist.");
  await act(at(13, 15), lead, "mutation ($input: AskSpecialistInput!) { askSpecialist(input: $input) { offer { id } } }", { id: randomUUID(), engagementId, coachId: joining.id, message: "Could you help with the grading?" });
  await act(at(13, 16), linkFrom("offer_made", joining.email), "mutation ($input: AnswerByLinkInput!) { answerOfferByLink(input: $input) { offer { state } } }", { answer: "ACCEPTED" });
  const leader = linkFrom("specialist_joins", LEADER);
  const asked = await (await graphqlOver(database, at(14, 15)))<{ consentsAsked: { id: string }[] }>("{ consentsAsked { id } }", {}, leader);
  await act(at(14, 15), leader, "mutation ($input: AnswerSpecialistConsentInput!) { answerConsentByLink(input: $input) { consent { answer } } }", { id: asked.data?.consentsAsked[0]?.id, answer: "YES" });
  return joining;
}

/** 5. What goes deeper is referred: drafted, agreed to, sent, taken on, and closed by the leader. */
async function refer(requestId: string): Promise<void> {
  const id = randomUUID();
  const step = (when: Date, who: Asker, name: string, input: string, given: object = {}, says = "{ referral { state } }") => act(when, who, `mutation ($input: ${input}!) { ${name}(input: $input) ${says} }`, { id, ...given });
  await step(at(20, 15), STAFF, "draftReferral", "DraftReferralInput", { requestId, destination: "Consultant marketplace", destinationEmail: DESTINATION, summary: "A district wants its grading audited.", reason: "An audit takes weeks." });
  await step(at(20, 15), STAFF, "askReferralConsent", "ReferralInput");
  await step(at(20, 17), linkFrom("referral_consent", LEADER), "answerReferralConsent", "AnswerConsentInput", { agree: true }, "{ state }");
  await step(at(20, 18), STAFF, "sendReferral", "ReferralInput");
  await act(at(22, 15), linkFrom("referral_sent", DESTINATION), "mutation ($input: AnswerReferralInput!) { answerReferral(input: $input) { state } }", { accept: true });
  await step(at(26, 15), linkFrom("request_matched", LEADER), "confirmReferralOutcome", "SettleReferralInput", { outcome: "STARTED" }, "{ state }");
}

test("from a leader's first sentence to the third call and a closed referral, every figure moves by exactly what was done", async () => {
  await database.sql`insert into auth.users (id, name, email) values (${STAFF?.id ?? ""}, 'Staff', 'staff@test.example')`;
  const district = await freshDistrict();
  const served = (await database.sql<{ id: string }[]>`select distinct c.provider_id as id from sessions s join engagement_coaches ec on ec.engagement_id = s.engagement_id join coaches c on c.id = ec.coach_id`).map(({ id }) => id);
  const hub = (await database.sql<{ id: string }[]>`select id from providers where kind = 'hub'`).map(({ id }) => id);
  const before = await readFigures(await graphqlOver(database, END));

  const requestId = await ask(district.leaid);
  const { team, engagementId } = await match(requestId);
  const [first] = team;
  if (!first) throw new Error("A team has a lead.");
  const lead = await coachAccount(first);
  await call(lead, engagementId, CALLS[0]);
  await call(lead, engagementId, CALLS[1]);
  const joined = await specialist(lead, engagementId, requestId);
  await call(lead, engagementId, CALLS[2]);
  await refer(requestId);

  const providers = new Set([...team, joined].map(({ providerId }) => providerId).filter((id) => !served.includes(id) && !hub.includes(id)));
  const done: Done = { asked: TOPICS, calls: CALLS, schools: district.schools, students: district.students, newStates: district.served ? 0 : 1, newProviders: providers.size, month: "2021-02-01" };
  compare(before, await readFigures(await graphqlOver(database, END)), done);
  const letters = inbox.map(({ kind, to }) => `${kind} to ${to === LEADER ? "the leader" : to === DESTINATION ? "the destination" : "others"}`);
  expect(Object.fromEntries([...new Set(letters)].toSorted().map((letter) => [letter, letters.filter((each) => each === letter).length]))).toMatchInlineSnapshot(`
    {
      "call_planned to others": 7,
      "call_planned to the leader": 3,
      "engagement_begun to others": 5,
      "offer_answered to others": 3,
      "offer_made to others": 3,
      "rate_call to the leader": 3,
      "referral_answered to others": 3,
      "referral_consent to the leader": 1,
      "referral_on_its_way to the leader": 2,
      "referral_sent to the destination": 1,
      "request_matched to the leader": 1,
      "request_new to others": 1,
      "request_received to the leader": 1,
      "specialist_joins to the leader": 1,
    }
  `);
  // A leader's answer reaches a person.
  for (const { kind, to, replyTo } of inbox.filter((each) => each.to === LEADER)) expect([kind, to, replyTo === null]).toEqual([kind, to, false]);
}, 120_000);

const digits = (value: number | null | undefined): string | null => value?.toFixed(9) ?? null;

function compare(before: Figures, after: Figures, done: Done): void {
  for (const [field, value] of Object.entries(expectedImpact(before, done))) expect([field, after.impact[field as ImpactField].value]).toEqual([field, expect.closeTo(value, 9) as unknown]);
  for (const field of ONE_MORE) expect([field, after.impact[field].n]).toEqual([field, (before.impact[field].n ?? 0) + 1]);
  for (const { rating, count } of after.impact.ratings) {
    const was = before.impact.ratings.find((each) => each.rating === rating)?.count ?? 0;
    expect([rating, count]).toEqual([rating, was + done.calls.filter((each) => each.rating === rating).length]);
  }
  for (const evidence of ["asked", "coached"] as const) {
    const needs = expectedNeeds(before, done, evidence);
    expect(after[evidence].cells.map(({ row }) => row.key).sort()).toEqual([...needs.keys()].sort());
    for (const { row, count, share } of after[evidence].cells) {
      expect([evidence, row.key, count.value, share.value]).toEqual([evidence, row.key, needs.get(row.key)?.count, expect.closeTo(needs.get(row.key)?.share ?? 0, 12)]);
    }
    const trends = expectedTrends(before, done, evidence);
    for (const { topic, points, ratioPerMonth } of after[`${evidence}Trends`]) {
      const expected = trends.get(topic.code);
      expect([evidence, topic.code, points.map(({ count }) => count.value)]).toEqual([evidence, topic.code, expected?.counts]);
      // Of topics that are tested: of the others no ratio is told.
      const ratio = ratioPerMonth.value === null ? null : expected?.ratio;
      expect([topic.code, digits(ratioPerMonth.value)]).toEqual([topic.code, digits(ratio)]);
    }
  }
  const gaps = expectedGaps(before, done);
  for (const gap of after.gaps) {
    const was = before.gaps.find(({ topic }) => topic.code === gap.topic.code);
    const { demand, coverage } = gaps.get(gap.topic.code) ?? { demand: 0, coverage: null };
    expect([gap.topic.code, gap.demand.value, gap.waiting.value, gap.specialists.value, gap.capacityHours.value]).toEqual([gap.topic.code, demand, was?.waiting.value, was?.specialists.value, was?.capacityHours.value]);
    expect([gap.topic.code, digits(gap.coverage.value)]).toEqual([gap.topic.code, gap.coverage.value === null ? null : digits(coverage)]);
  }
}
