import { expect, test } from "vitest";
import { makeLink } from "../../access/links/link.queries";
import { testDatabase } from "../../db/testing";
import { graphqlOver } from "../../testing";
import { ADA, BEN, CLEO, CONCIERGE, mailsOf, newId, NOW, putEngagement, putRequest, smallNetwork } from "../matching/testing.network";

const CHANGE = "mutation ($input: ChangeTeamInput!) { changeTeam(input: $input) { engagement { coaches { id } lead { id } teamEvents { kind byName why coach { id } } } } }";
const CLOSE = "mutation ($input: CloseEngagementInput!) { closeEngagement(input: $input) { engagement { closedAt closeReason } } }";
const ASK_IN = "mutation ($input: AskSpecialistInput!) { askSpecialist(input: $input) { offer { id kind state } } }";
const ANSWER = "mutation ($input: AnswerOfferInput!) { answerOffer(input: $input) { offer { state } } }";
const CONSENTS = "{ consentsAsked { id what scope who topics } }";
const AGREE = "mutation ($input: AnswerSpecialistConsentInput!) { answerConsentByLink(input: $input) { consent { answer } } }";
const SEEN = '{ engagement(id: "e1") { request { narrative } } }';

async function network(coaches: readonly string[] = ["ada"]) {
  const database = await testDatabase();
  await smallNetwork(database);
  await putEngagement(database.sql, "e1", "r1", coaches);
  const ask = await graphqlOver(database, NOW);
  const linkToken = (await makeLink(database.db, "request", "r1")).split("/").at(-1) ?? "";
  return { database, ask, leader: { linkToken } };
}

const codes = ({ errors }: { readonly errors: readonly { readonly code: unknown }[] }) => errors.map(({ code }) => code);
const change = (coachId: string, what: string, why: string | null = null) => ({ input: { engagementId: "e1", coachId, change: what, why } });

test("a specialist who is asked in joins when the leader agrees, and sees the leader's words from then on", async () => {
  const { database, ask, leader } = await network();
  const input = { id: newId(), engagementId: "e1", coachId: "cleo", message: "Could you help with the family nights?" };
  expect((await ask(ASK_IN, { input }, ADA)).data).toEqual({ askSpecialist: { offer: { id: input.id, kind: "SPECIALIST", state: "OPEN" } } });
  expect((await ask(ASK_IN, { input }, ADA)).errors).toEqual([]);
  expect(await mailsOf(database)).toEqual(["offer_made cleo@test.example"]);
  await ask(ANSWER, { input: { offerId: input.id, answer: "ACCEPTED" } }, CLEO);
  expect(codes(await ask(SEEN, {}, CLEO))).toEqual(["NOT_FOUND"]);
  expect((await mailsOf(database)).slice(1).sort()).toEqual([`offer_answered ${CONCIERGE.email}`, "specialist_joins lee@elm.example"].sort());

  const { data } = await ask<{ consentsAsked: { id: string; who: string[]; topics: string[] }[] }>(CONSENTS, {}, leader);
  expect(data?.consentsAsked).toMatchObject([{ what: "SPECIALIST", who: ["Cleo of South"], scope: "what you wrote to us, and what you and your coaches have worked on so far" }]);
  const id = data?.consentsAsked[0]?.id;
  const yes = { input: { id, answer: "YES" } };
  expect((await ask(AGREE, yes, leader)).data).toEqual({ answerConsentByLink: { consent: { answer: "YES" } } });
  expect((await ask(AGREE, yes, leader)).errors).toEqual([]);
  expect(codes(await ask(AGREE, { input: { id, answer: "NO" } }, leader))).toEqual(["CONFLICT"]);
  expect((await ask(SEEN, {}, CLEO)).data).toMatchObject({ engagement: { request: { narrative: expect.stringContaining("secret") } } });
  expect((await ask<{ engagement: object }>('{ engagement(id: "e1") { coaches { id } teamEvents { kind byName } } }', {}, ADA)).data).toEqual({ engagement: { coaches: [{ id: "ada" }, { id: "cleo" }], teamEvents: [{ kind: "JOINED", byName: "Lee Leader" }] } });
  expect((await ask(CONSENTS, {}, leader)).data).toEqual({ consentsAsked: [] });
  expect(await database.sql`select actor_name from audit_events where action = 'consent.answered'`).toEqual([{ actor_name: "Lee Leader" }]);
  expect((await mailsOf(database)).filter((line) => line.startsWith("engagement_begun")).sort()).toEqual(["engagement_begun ada@test.example", "engagement_begun cleo@test.example"]);
});

test("a leader's no keeps the specialist out, and no other leader answers for them", async () => {
  const { database, ask, leader } = await network();
  const input = { id: newId(), engagementId: "e1", coachId: "cleo" };
  await ask(ASK_IN, { input }, CONCIERGE);
  await ask(ANSWER, { input: { offerId: input.id, answer: "ACCEPTED" } }, CLEO);
  const [consent] = await database.sql<{ id: string }[]>`select id from consents`;
  await database.sql`insert into requests (id, system_id, submitted_at, stated_name) values ('r2', 's1', '2021-01-30', 'Elm Valley')`;
  const other = { linkToken: (await makeLink(database.db, "request", "r2")).split("/").at(-1) ?? "" };
  expect(codes(await ask(AGREE, { input: { id: consent?.id, answer: "YES" } }, other))).toEqual(["NOT_FOUND"]);
  expect((await ask(CONSENTS, {}, other)).data).toEqual({ consentsAsked: [] });
  await ask(AGREE, { input: { id: consent?.id, answer: "NO" } }, leader);
  expect(await database.sql`select coach_id from engagement_coaches`).toEqual([{ coach_id: "ada" }]);
  expect(codes(await ask(SEEN, {}, CLEO))).toEqual(["NOT_FOUND"]);
  expect(await mailsOf(database)).toContain("offer_withdrawn cleo@test.example");
});

test("only the engagement's coaches and staff ask somebody in, and nobody who is barred", async () => {
  const { database, ask } = await network();
  expect(codes(await ask(ASK_IN, { input: { id: newId(), engagementId: "e1", coachId: "cleo" } }, BEN))).toEqual(["NOT_FOUND"]);
  expect((await ask(ASK_IN, { input: { id: newId(), engagementId: "e1", coachId: "ada" } }, ADA)).errors[0]?.message).toBe("Ada is on the team already.");
  await database.sql`insert into match_exclusions (id, provider_id, system_id, why, made_by_name, made_at) values (gen_random_uuid(), 'south', 's1', 'leader_said_no', 'Staff', now())`;
  expect((await ask(ASK_IN, { input: { id: newId(), engagementId: "e1", coachId: "cleo" } }, ADA)).errors[0]).toMatchObject({ code: "CONFLICT", message: "Cleo is not to coach this system: the leader said so." });
  // Whatever a resolver forgets, the database keeps it.
  const id = newId();
  await database.sql`insert into offers (id, kind, request_id, engagement_id, made_by_name, made_at, due_at) values (${id}, 'specialist', 'r1', 'e1', 'X', '2021-02-01', '2021-02-02')`;
  await expect(database.sql`insert into offer_coaches (offer_id, coach_id, position) values (${id}, 'cleo', 0)`).rejects.toThrow("LEADER_SAID_NO");
});

test("who leaves a team reads its rows no more, and what they held stays theirs", async () => {
  const { database, ask } = await network(["ada", "ben"]);
  await database.sql`insert into sessions (id, engagement_id, held_at) values ('x1', 'e1', '2021-01-31T18:00:00Z')`;
  expect((await ask(SEEN, {}, ADA)).errors).toEqual([]);
  const left = await ask(CHANGE, change("ada", "REMOVE", "Moves on."), CONCIERGE);
  expect(left.data).toEqual({ changeTeam: { engagement: { coaches: [{ id: "ben" }], lead: { id: "ben" }, teamEvents: [{ kind: "LEFT", byName: "Staff", why: "Moves on.", coach: { id: "ada" } }, { kind: "LEAD", byName: "Staff", why: null, coach: { id: "ben" } }] } } });
  expect(codes(await ask(SEEN, {}, ADA))).toEqual(["NOT_FOUND"]);
  expect((await ask('{ engagement(id: "e1") { sessions { coaches { id } } } }', {}, BEN)).data).toEqual({ engagement: { sessions: [{ coaches: [{ id: "ada" }, { id: "ben" }] }] } });
  // As a guest of a later call they are there again.
  await database.sql`insert into sessions (id, engagement_id, held_at) values ('x2', 'e1', '2021-02-02T18:00:00Z')`;
  await database.sql`insert into session_coaches (session_id, coach_id) values ('x2', 'ada')`;
  expect((await ask(SEEN, {}, ADA)).errors).toEqual([]);
});

test("staff change a team, a coach takes themselves off, and nobody takes the last one", async () => {
  const { ask } = await network(["ada"]);
  expect(codes(await ask(CHANGE, change("ben", "ADD"), ADA))).toEqual(["FORBIDDEN"]);
  expect(codes(await ask(CHANGE, change("ada", "REMOVE"), ADA))).toEqual(["CONFLICT"]);
  expect((await ask(CHANGE, change("ben", "ADD"), CONCIERGE)).errors).toEqual([]);
  expect((await ask(CHANGE, change("ben", "LEAD"), CONCIERGE)).data).toMatchObject({ changeTeam: { engagement: { lead: { id: "ben" }, coaches: [{ id: "ben" }, { id: "ada" }] } } });
  expect((await ask<{ changeTeam: { engagement: { teamEvents: unknown[] } } }>(CHANGE, change("ben", "LEAD"), CONCIERGE)).data?.changeTeam.engagement.teamEvents).toHaveLength(2);
  const both = await Promise.all([ask(CHANGE, change("ada", "REMOVE"), CONCIERGE), ask(CHANGE, change("ben", "REMOVE"), CONCIERGE)]);
  expect(both.flatMap(codes)).toEqual(["CONFLICT"]);
});

test("closing takes a reason and tells the leader once", async () => {
  const { database, ask } = await network();
  const close = (reason: string) => ({ input: { engagementId: "e1", reason, message: "It was a joy." } });
  expect(codes(await ask(CLOSE, close("GOALS_MET"), BEN))).toEqual(["NOT_FOUND"]);
  expect((await ask(CLOSE, close("GOALS_MET"), ADA)).data).toEqual({ closeEngagement: { engagement: { closedAt: NOW.toISOString(), closeReason: "GOALS_MET" } } });
  expect((await ask(CLOSE, close("GOALS_MET"), ADA)).errors).toEqual([]);
  expect(codes(await ask(CLOSE, close("PAUSED"), CONCIERGE))).toEqual(["CONFLICT"]);
  expect(await mailsOf(database)).toEqual(["request_closed lee@elm.example"]);
  const [mail] = await database.sql`select payload from mails`;
  expect(mail?.["payload"]).toMatchObject({ replyTo: { address: CONCIERGE.email }, linkTo: { kind: "request", subjectId: "r1" } });
  expect(codes(await ask(ASK_IN, { input: { id: newId(), engagementId: "e1", coachId: "cleo" } }, ADA))).toEqual(["CONFLICT"]);
});

test("nobody is left asked into an engagement that is closed at the same instant", async () => {
  const { database, ask } = await network();
  for (const id of ["a", "b", "c", "d", "e"]) {
    await putRequest(database.sql, id, ["MBP-GRD"]);
    await putEngagement(database.sql, `e-${id}`, id, ["ada"]);
    await Promise.all([
      ask(ASK_IN, { input: { id: newId(), engagementId: `e-${id}`, coachId: "cleo" } }, ADA),
      ask(CLOSE, { input: { engagementId: `e-${id}`, reason: "GOALS_MET" } }, CONCIERGE),
    ]);
  }
  expect(await database.sql`select count(*) filter (where closed_at is null)::int as open from engagements where id <> 'e1'`).toEqual([{ open: 0 }]);
  expect(await database.sql`select * from offers where state = 'open'`).toEqual([]);
});
