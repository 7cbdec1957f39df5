import { expect, test } from "vitest";
import { makeLink } from "../../access/links/link.queries";
import { testDatabase } from "../../db/testing";
import { graphqlOver } from "../../testing";
import { ADA, BEN, CLEO, CONCIERGE, mailsOf, newId, NOW, putEngagement, putRequest, smallNetwork } from "./testing.network";
import { tendOffers } from "./tend";

const MAKE = "mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { offer { id state coaches { coach { id } answer } } } }";
const ANSWER = "mutation ($input: AnswerOfferInput!) { answerOffer(input: $input) { offer { state } } }";
const BY_LINK = "mutation ($input: AnswerByLinkInput!) { answerOfferByLink(input: $input) { offer { state } } }";
const WITHDRAW = "mutation ($input: WithdrawOfferInput!) { withdrawOffer(input: $input) { offer { state } } }";
const CARD = "{ offerToAnswer { state dueAt card { topics stateCode locale asksYou leads ownAnswer colleagues { name organisation } } } }";
const TEAM = ["ada", "cleo"];

async function network() {
  const database = await testDatabase();
  await smallNetwork(database);
  return { database, ask: await graphqlOver(database, NOW) };
}

const offerOf = (coachIds: readonly string[], more: object = {}) => ({ input: { id: newId(), requestId: "r1", coachIds, reason: "TOPICS", ...more } });
const codes = ({ errors }: { readonly errors: readonly { readonly code: unknown }[] }) => errors.map(({ code }) => code);

test("all of a team say yes, one by mail and one in the caseload, and the engagement begins with its lead", async () => {
  const { database, ask } = await network();
  const made = offerOf(TEAM);
  expect(await ask(MAKE, made, CONCIERGE)).toEqual({ data: { makeOffer: { offer: { id: made.input.id, state: "OPEN", coaches: [{ coach: { id: "ada" }, answer: null }, { coach: { id: "cleo" }, answer: null }] } } }, errors: [] });
  expect(await mailsOf(database)).toEqual(["offer_made ada@test.example", "offer_made cleo@test.example"]);

  const link = { linkToken: (await makeLink(database.db, "offer", `${made.input.id} cleo`)).split("/").at(-1) ?? "" };
  const card = await ask(CARD, {}, link);
  expect(card).toMatchObject({ data: { offerToAnswer: { state: "OPEN", card: { stateCode: "OH", locale: "TOWN", asksYou: true, leads: false, ownAnswer: null, colleagues: [{ name: "Ada", organisation: "North" }] } } }, errors: [] });
  // Neither the words nor the name of whoever asks, before they are on the team.
  expect(JSON.stringify(card)).not.toMatch(/secret|Elm|Lee/);
  expect(await database.sql`select answer from offer_coaches where answer is not null`).toEqual([]);

  expect((await ask(BY_LINK, { input: { answer: "ACCEPTED" } }, link)).data).toEqual({ answerOfferByLink: { offer: { state: "OPEN" } } });
  expect((await ask(ANSWER, { input: { offerId: made.input.id, answer: "ACCEPTED" } }, ADA)).data).toEqual({ answerOffer: { offer: { state: "ACCEPTED" } } });
  const engagements = await database.sql`select e.request_id, e.matched_at = ${NOW.toISOString()} as matched_now, ec.coach_id, ec.position from engagements e join engagement_coaches ec on ec.engagement_id = e.id order by ec.position`;
  expect(engagements).toEqual([{ request_id: "r1", matched_now: true, coach_id: "ada", position: 0 }, { request_id: "r1", matched_now: true, coach_id: "cleo", position: 1 }]);
  expect((await mailsOf(database)).slice(2).sort()).toEqual(["engagement_begun ada@test.example", "engagement_begun cleo@test.example", `offer_answered ${CONCIERGE.email}`, "request_matched lee@elm.example"].sort());
  const [told] = await database.sql`select payload from mails where kind = 'request_matched'`;
  expect(told?.["payload"]).toMatchObject({ requestId: "r1", linkTo: { kind: "request", subjectId: "r1" }, replyTo: { address: CONCIERGE.email } });
  expect(JSON.stringify(told)).toContain("Ada of North, who leads, and Cleo of South");
  const actors = await database.sql`select actor_name from audit_events where action = 'offer.answered' order by id`;
  expect(actors.map((row) => row["actor_name"])).toEqual(["Cleo", ADA.name]);
});

test("the same offer or answer twice is one, and another under its id is refused", async () => {
  const { database, ask } = await network();
  const made = offerOf(["ben"]);
  await ask(MAKE, made, CONCIERGE);
  expect((await ask(MAKE, made, CONCIERGE)).errors).toEqual([]);
  expect(codes(await ask(MAKE, { input: { ...made.input, coachIds: ["ada"] } }, CONCIERGE))).toEqual(["CONFLICT"]);
  const yes = { input: { offerId: made.input.id, answer: "ACCEPTED" } };
  await ask(ANSWER, yes, BEN);
  expect((await ask(ANSWER, yes, BEN)).errors).toEqual([]);
  expect(codes(await ask(ANSWER, { input: { ...yes.input, answer: "DECLINED", why: "NO_TIME" } }, BEN))).toEqual(["CONFLICT"]);
  expect(await database.sql`select count(*)::int as n from engagements`).toEqual([{ n: 1 }]);
  expect((await mailsOf(database)).filter((line) => line.startsWith("engagement_begun"))).toHaveLength(1);
});

test("of two who offer at once one is told what the other did", async () => {
  const { ask } = await network();
  const answers = await Promise.all([ask(MAKE, offerOf(["ben"]), CONCIERGE), ask(MAKE, offerOf(TEAM), CONCIERGE)]);
  expect(answers.flatMap(codes)).toEqual(["CONFLICT"]);
  expect(answers.flatMap(({ errors }) => errors)[0]?.message).toMatch(/^Staff has asked (Ben|Ada and Cleo) on Monday, February 1/);
});

test("of an offer and an end of its request at the same instant one comes first, and the other is told", async () => {
  const { database, ask } = await network();
  const END = "mutation ($input: WithdrawRequestInput!) { withdrawRequest(input: $input) { deskRequest { id } } }";
  const told: unknown[] = [];
  for (const id of ["a", "b", "c", "d", "e", "f"]) {
    await putRequest(database.sql, id, ["MBP-GRD"]);
    const answers = await Promise.all([
      ask(MAKE, { input: { id: newId(), requestId: id, coachIds: ["ben"] } }, CONCIERGE),
      ask(END, { input: { requestId: id, reason: "OTHER", tellLeader: false, idempotencyKey: newId() } }, CONCIERGE),
    ]);
    told.push(answers.flatMap(codes));
  }
  expect(told).toEqual(told.map(() => ["CONFLICT"]));
  expect(await database.sql`select r.id from offers o join requests r on r.id = o.request_id where o.state = 'open' and r.withdrawn_at is not null`).toEqual([]);
});

test("what was offered of a request that its leader has ended since is taken back, and its coaches are told", async () => {
  const { database, ask } = await network();
  await ask(MAKE, offerOf(["ben"]), CONCIERGE);
  await database.sql`update requests set withdrawn_at = ${NOW.toISOString()} where id = 'r1'`;
  expect([await tendOffers(database, NOW), await tendOffers(database, NOW)]).toEqual([1, 0]);
  expect(await database.sql`select state, ended_at = ${NOW.toISOString()} as now from offers`).toEqual([{ state: "withdrawn", now: true }]);
  expect((await mailsOf(database)).slice(1)).toEqual(["offer_withdrawn ben@test.example"]);
});

test("coaches who answer at once make one engagement, however the answers fall together", async () => {
  const { database, ask } = await network();
  const { input } = offerOf(TEAM);
  await ask(MAKE, { input }, CONCIERGE);
  const yes = { input: { offerId: input.id, answer: "ACCEPTED" } };
  const answers = await Promise.all([ADA, CLEO, ADA, CLEO].map((coach) => ask(ANSWER, yes, coach)));
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(await database.sql`select count(*)::int as n from engagements`).toEqual([{ n: 1 }]);
  expect((await mailsOf(database)).filter((line) => line.startsWith("request_matched"))).toHaveLength(1);
});

test("a no ends the offer, frees the others, and is not asked again; a conflict of interest keeps them from the system", async () => {
  const { database, ask } = await network();
  const { input } = offerOf(TEAM);
  await ask(MAKE, { input }, CONCIERGE);
  expect(codes(await ask(ANSWER, { input: { offerId: input.id, answer: "DECLINED" } }, CLEO))).toEqual(["BAD_USER_INPUT"]);
  const no = await ask(ANSWER, { input: { offerId: input.id, answer: "DECLINED", why: "CONFLICT_OF_INTEREST", note: "My sister works there." } }, CLEO);
  expect(no.data).toEqual({ answerOffer: { offer: { state: "DECLINED" } } });
  expect((await mailsOf(database)).slice(2).sort()).toEqual([`offer_answered ${CONCIERGE.email}`, "offer_withdrawn ada@test.example"].sort());
  const late = await ask(ANSWER, { input: { offerId: input.id, answer: "ACCEPTED" } }, ADA);
  expect(late.errors[0]).toMatchObject({ code: "CONFLICT", message: "Somebody else of the team could not, and a new team is being asked." });
  // The next team is ready at once, without who said no.
  const { data } = await ask<{ proposeTeams: { coaches: { id: string }[] }[] }>('{ proposeTeams(requestId: "r1") { coaches { id } } }', {}, CONCIERGE);
  expect(data?.proposeTeams.length).toBeGreaterThan(0);
  expect(JSON.stringify(data)).not.toContain("cleo");
  expect(codes(await ask(MAKE, offerOf(["ada", "cleo"]), CONCIERGE))).toEqual(["CONFLICT"]);
  await putRequest(database.sql, "r2", ["FAM-ENG"]);
  expect((await ask(MAKE, { input: { ...offerOf(["cleo"]).input, requestId: "r2" } }, CONCIERGE)).errors[0]?.message).toContain("conflict of interest");
});

test("an answer after the offer was taken back, or the request withdrawn, is told so", async () => {
  const { database, ask } = await network();
  const { input } = offerOf(["ben"]);
  await ask(MAKE, { input }, CONCIERGE);
  await ask(WITHDRAW, { input: { offerId: input.id } }, CONCIERGE);
  expect((await ask(ANSWER, { input: { offerId: input.id, answer: "ACCEPTED" } }, BEN)).errors[0]).toMatchObject({ code: "CONFLICT", message: "This was taken back in the meantime; you need do nothing more." });
  const again = offerOf(["ben"]);
  await ask(MAKE, again, CONCIERGE);
  await database.sql`update requests set withdrawn_at = ${NOW.toISOString()} where id = 'r1'`;
  expect(codes(await ask(ANSWER, { input: { offerId: again.input.id, answer: "ACCEPTED" } }, BEN))).toEqual(["CONFLICT"]);
  expect(codes(await ask(MAKE, offerOf(["ada"]), CONCIERGE))).toEqual(["CONFLICT"]);
  expect(await database.sql`select * from engagements`).toEqual([]);
});

test("nobody answers for another, and an offer that is not theirs is not there", async () => {
  const { ask } = await network();
  const { input } = offerOf(["ben"]);
  await ask(MAKE, { input }, CONCIERGE);
  const yes = { offerId: input.id, answer: "ACCEPTED" };
  expect(codes(await ask(ANSWER, { input: yes }, ADA))).toEqual(["NOT_FOUND"]);
  expect(codes(await ask(ANSWER, { input: { ...yes, coachId: "ben" } }, ADA))).toEqual(["FORBIDDEN"]);
  expect(codes(await ask(ANSWER, { input: yes }, null))).toEqual(["UNAUTHENTICATED"]);
  expect((await ask("{ openOffers { id } }", {}, ADA)).data).toEqual({ openOffers: [] });
  expect((await ask("{ openOffers { card { asksYou } request { id } } }", {}, BEN)).data).toEqual({ openOffers: [{ card: { asksYou: true }, request: null }] });
  expect((await ask(ANSWER, { input: { ...yes, coachId: "ben" } }, CONCIERGE)).data).toEqual({ answerOffer: { offer: { state: "ACCEPTED" } } });
});

test("half of the time over there is one reminder, all of it over the offer ends, and the next team is asked where the network wants it", async () => {
  const { database, ask } = await network();
  await ask("mutation { setMatching(input: { reoffers: true, offerHours: 24 }) { settings { reoffers } } }", {}, CONCIERGE);
  await ask(MAKE, offerOf(["ben"]), CONCIERGE);
  const after = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
  expect(await tendOffers(database, after(11))).toBe(0);
  expect([await tendOffers(database, after(13)), await tendOffers(database, after(14))]).toEqual([1, 0]);
  expect((await mailsOf(database)).filter((line) => line.startsWith("offer_reminder"))).toEqual(["offer_reminder ben@test.example"]);
  await Promise.all([tendOffers(database, after(25)), tendOffers(database, after(25))]);
  const states = await database.sql`select o.state, o.made_by_name, array_agg(a.coach_id order by a.position) as coaches from offers o join offer_coaches a on a.offer_id = o.id group by o.id order by o.made_at`;
  expect(states.map((row) => [row["state"], row["made_by_name"]])).toEqual([["expired", "Staff"], ["open", "The network"]]);
  expect(states[1]?.["coaches"]).not.toContain("ben");
  expect((await mailsOf(database)).filter((line) => line === "offer_withdrawn ben@test.example")).toHaveLength(1);
});

test("a batch is published whole or not at all", async () => {
  const { database, ask } = await network();
  await putRequest(database.sql, "r2", ["FAM-ENG"]);
  const PUBLISH = "mutation ($offers: [MakeOfferInput!]!) { publishMatches(input: { offers: $offers }) { offers { id state } } }";
  const first = offerOf(["ben"]).input;
  const second = { ...offerOf(["cleo"]).input, requestId: "r2" };
  await putEngagement(database.sql, "e2", "r2", ["ada"]);
  expect(codes(await ask(PUBLISH, { offers: [first, second] }, CONCIERGE))).toEqual(["CONFLICT"]);
  expect([await database.sql`select * from offers`, await mailsOf(database)]).toEqual([[], []]);
  await database.sql`delete from engagements`;
  expect((await ask(PUBLISH, { offers: [first, second] }, CONCIERGE)).data).toEqual({ publishMatches: { offers: [{ id: first.id, state: "OPEN" }, { id: second.id, state: "OPEN" }] } });
  // Neither waits for a plan any more.
  expect((await ask("{ matchPlan { matches { id } unmatched { why } } }", {}, CONCIERGE)).data).toEqual({ matchPlan: { matches: [], unmatched: [] } });
});
