import { expect, test } from "vitest";
import { DEFAULT_WEIGHTS, WEIGHT_BOUNDS } from "@arl/analysis/matching/weights";
import { testDatabase } from "../../db/testing";
import { graphqlOver } from "../../testing";
import { ADA, BEN, CLEO, CONCIERGE, newId, NOW, putEngagement, putRequest, smallNetwork } from "./testing.network";

const PROPOSE = '{ proposeTeams(requestId: "r1") { coaches { id } addresses lead { id } score reasons load { value n } terms { term value weight points } runnerUp { id } whatWouldChange } }';
const MAKE = "mutation ($input: MakeOfferInput!) { makeOffer(input: $input) { offer { id } } }";

interface Proposed {
  readonly proposeTeams: readonly { readonly coaches: readonly { readonly id: string }[]; readonly addresses: readonly (string | null)[]; readonly lead: { readonly id: string }; readonly score: number; readonly reasons: readonly string[]; readonly load: readonly { readonly value: number | null }[]; readonly terms: readonly { readonly points: number }[] }[];
}

async function network() {
  const database = await testDatabase();
  await smallNetwork(database);
  const ask = await graphqlOver(database, NOW);
  const teams = async () => {
    const { data, errors } = await ask<Proposed>(PROPOSE, {}, CONCIERGE);
    expect(errors).toEqual([]);
    return data?.proposeTeams ?? [];
  };
  const proposed = async () => [...new Set((await teams()).flatMap(({ coaches }) => coaches.map(({ id }) => id)))].sort();
  return { database, sql: database.sql, ask, teams, proposed };
}

const codes = ({ errors }: { readonly errors: readonly { readonly code: unknown }[] }) => errors.map(({ code }) => code);

test("proposals are explained, the score is the sum of its terms, and each has a load for each coach", async () => {
  const { teams } = await network();
  const proposals = await teams();
  expect(proposals.length).toBeGreaterThan(1);
  for (const { coaches, addresses, lead, score, reasons, load, terms } of proposals) {
    expect(coaches[0]?.id).toBe(lead.id);
    expect(addresses).toEqual(coaches.map(({ id }) => `${id}@test.example`));
    expect(terms.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 8);
    expect(reasons.length).toBeGreaterThan(0);
    expect(load.map(({ value }) => value)).toEqual(coaches.map(() => expect.any(Number)));
  }
  expect([...proposals].sort((a, b) => b.score - a.score)).toEqual(proposals);
});

test("each hard constraint keeps a coach out, as the rows say it", async () => {
  const { sql, proposed } = await network();
  const all = ["ada", "ben", "cleo"];
  expect(await proposed()).toEqual(all);
  const out = async (coach: string, put: () => Promise<unknown>, back: () => Promise<unknown>) => {
    await put();
    expect([coach, await proposed()]).toEqual([coach, all.filter((id) => id !== coach)]);
    await back();
    expect(await proposed()).toEqual(all);
  };
  await out("ben", () => sql`update coaches set active_to = '2021-01-15' where id = 'ben'`, () => sql`update coaches set active_to = null`);
  await out("ben", () => sql`update coaches set active_from = '2021-03-01' where id = 'ben'`, () => sql`update coaches set active_from = null`);
  await out("cleo", () => sql`insert into coach_states values ('cleo', 'CA')`, () => sql`delete from coach_states`);
  await out("cleo", () => sql`insert into coach_profiles (coach_id, paused_until, updated_by_name, updated_at) values ('cleo', '2021-03-01', 'C', now())`, () => sql`delete from coach_profiles`);
  await out("ben", () => sql`insert into match_exclusions (id, coach_id, system_id, why, made_by_name, made_at) values (gen_random_uuid(), 'ben', 's1', 'conflict_of_interest', 'S', now())`, () => sql`update match_exclusions set ended_at = now(), ended_by_name = 'S'`);
  await out("ada", () => sql`insert into match_exclusions (id, provider_id, system_id, why, made_by_name, made_at) values (gen_random_uuid(), 'north', 's1', 'leader_said_no', 'S', now())`, () => sql`delete from match_exclusions`);
  await out("ben", () => sql`update coaches set hours_per_month = 0 where id = 'ben'`, () => sql`update coaches set hours_per_month = 20`);
  await putRequest(sql, "r9", ["MBP-GRD"], "2021-01-01T00:00:00Z");
  await putEngagement(sql, "e9", "r9", ["ben"]);
  await out("ben", () => sql`insert into coach_profiles (coach_id, max_relationships, updated_by_name, updated_at) values ('ben', 1, 'B', now())`, () => sql`delete from coach_profiles`);
});

test("staff keep somebody from a system, read who wrote it down and why, and take it back", async () => {
  const { ask, proposed } = await network();
  const id = newId();
  const KEEP = "mutation ($input: ExcludeFromSystemInput!) { excludeFromSystem(input: $input) { id } }";
  const STANDING = "{ exclusions { id why note madeByName madeAt coach { id } provider { id } system { id } } }";
  const input = { id, systemId: "s1", providerId: "south", why: "LEADER_SAID_NO", note: "They were there before." };
  for (let twice = 0; twice < 2; twice += 1) expect((await ask(KEEP, { input }, CONCIERGE)).errors).toEqual([]);
  expect(codes(await ask(KEEP, { input: { ...input, id: newId(), coachId: "ben" } }, CONCIERGE))).toEqual(["BAD_USER_INPUT"]);
  expect((await ask(STANDING, {}, CONCIERGE)).data).toEqual({ exclusions: [{ id, why: "LEADER_SAID_NO", note: "They were there before.", madeByName: "Staff", madeAt: NOW.toISOString(), coach: null, provider: { id: "south" }, system: { id: "s1" } }] });
  expect(await proposed()).toEqual(["ada"]);
  expect(codes(await ask(STANDING, {}, ADA))).toEqual(["FORBIDDEN"]);
  await ask("mutation ($input: EndExclusionInput!) { endExclusion(input: $input) { system { exclusions { id } } } }", { input: { id } }, CONCIERGE);
  expect((await ask(STANDING, {}, CONCIERGE)).data).toEqual({ exclusions: [] });
  expect(await proposed()).toEqual(["ada", "ben", "cleo"]);
});

test("hours held, relationships and waiting offers are what is not free", async () => {
  const { sql, ask } = await network();
  await putRequest(sql, "r2", ["FAM-ENG"]);
  await putRequest(sql, "r3", ["FAM-ENG"]);
  await putEngagement(sql, "e2", "r2", ["cleo", "ben"]);
  const load = async () => (await ask<{ coach: { load: object } }>('{ coach(id: "cleo") { load { hours used offered free openRelationships waitingOffers } } }', {}, CONCIERGE)).data?.coach.load;
  expect(await load()).toEqual({ hours: 20, used: 1, offered: 0, free: 19, openRelationships: 1, waitingOffers: 0 });
  await sql`insert into sessions (id, engagement_id, held_at, minutes) values ('x1', 'e2', '2021-01-31T14:00:00Z', 90), ('x2', 'e2', '2021-01-31T16:00:00Z', null), ('old', 'e2', '2020-12-01', 600)`;
  expect(await load()).toMatchObject({ used: 2.5, free: 17.5 });
  await ask(MAKE, { input: { id: newId(), requestId: "r3", coachIds: ["cleo"] } }, CONCIERGE);
  expect(await load()).toMatchObject({ offered: 2, free: 15.5, waitingOffers: 1 });
  await sql`update engagements set closed_at = '2021-01-31T20:00:00Z'`;
  expect(await load()).toMatchObject({ openRelationships: 0, used: 2.5 });
  // Colleagues of other organisations are not told.
  expect((await ask('{ coach(id: "cleo") { load { free } } }', {}, ADA)).data).toEqual({ coach: { load: null } });
  expect((await ask('{ coach(id: "cleo") { load { free } } }', {}, CLEO)).data).toMatchObject({ coach: { load: { free: 15.5 } } });
});

test("what leader and coach say of their hours and languages is weighed in local time", async () => {
  const { sql, teams } = await network();
  const ten = JSON.stringify([{ day: 2, from: 600, to: 720 }]);
  await sql`insert into request_details (request_id, time_zone, windows, languages, at) values ('r1', 'America/New_York', ${ten}::text::jsonb, '{Spanish}', now())`;
  await sql`insert into coach_profiles (coach_id, time_zone, windows, languages, updated_by_name, updated_at) values ('ben', 'America/Los_Angeles', ${JSON.stringify([{ day: 2, from: 420, to: 540 }])}::text::jsonb, '{Spanish}', 'B', now())`;
  await sql`insert into coach_profiles (coach_id, time_zone, windows, updated_by_name, updated_at) values ('ada', 'America/Los_Angeles', ${ten}::text::jsonb, 'A', now())`;
  const facts = JSON.stringify(await teams());
  expect(facts).toContain("Ben and the leader share 2 hours a week");
  expect(facts).toContain("Ben speaks Spanish");
  expect(facts).not.toContain("Ada and the leader share 2");
});

test("an unknown request is not found, one without a topic cannot be matched yet, and what the framework does not name is for generalists", async () => {
  const { sql, ask } = await network();
  expect(codes(await ask('{ proposeTeams(requestId: "nobody") { score } }', {}, CONCIERGE))).toEqual(["NOT_FOUND"]);
  await putRequest(sql, "bare", []);
  expect(codes(await ask('{ proposeTeams(requestId: "bare") { score } }', {}, CONCIERGE))).toEqual(["CONFLICT"]);
  expect((await ask('{ requestMatching(requestId: "bare") { proposals { score } noTeam { wouldLift } } }', {}, CONCIERGE)).data).toEqual({ requestMatching: { proposals: [], noTeam: { wouldLift: "Tag it with what it is about first." } } });
  await putRequest(sql, "outside", ["NONE"]);
  expect((await ask('{ proposeTeams(requestId: "outside") { lead { id } } }', {}, CONCIERGE)).data).toEqual({ proposeTeams: [{ lead: { id: "ada" } }] });
  expect(codes(await ask(PROPOSE, {}, ADA))).toEqual(["FORBIDDEN"]);
  expect(codes(await ask(PROPOSE, {}, null))).toEqual(["UNAUTHENTICATED"]);
});

test("a team that was not proposed takes a reason, and weights move towards what is chosen, within their bounds, until they are put back", async () => {
  const { sql, ask, teams } = await network();
  // A generalist who does not lead, and nobody on the second topic: it is never proposed.
  const odd = { id: newId(), requestId: "r1", coachIds: ["ben", "ada"] };
  expect((await teams()).map(({ coaches }) => coaches.map(({ id }) => id).join())).not.toContain("ben,ada");
  expect(codes(await ask(MAKE, { input: odd }, CONCIERGE))).toEqual(["BAD_USER_INPUT"]);
  expect((await ask(MAKE, { input: { ...odd, reason: "CONTINUITY", note: "They know them." } }, CONCIERGE)).errors).toEqual([]);
  expect(await sql`select overridden, reason, note from match_choices`).toEqual([{ overridden: true, reason: "continuity", note: "They know them." }]);
  const SETTINGS = "{ matchSettings { learnedFrom overridden weights { term weight first low high } } }";
  interface Settings { matchSettings: { learnedFrom: number; overridden: number; weights: { term: string; weight: number; first: number; low: number; high: number }[] } }
  const weights = async () => (await ask<Settings>(SETTINGS, {}, CONCIERGE)).data?.matchSettings;
  const learned = await weights();
  expect([learned?.learnedFrom, learned?.overridden]).toEqual([1, 1]);
  const topics = learned?.weights.find(({ term }) => term === "TOPICS");
  expect(topics?.weight).toBeLessThan(DEFAULT_WEIGHTS.topics);
  for (const { weight, low, high } of learned?.weights ?? []) expect(weight >= low - 1e-9 && weight <= high + 1e-9).toBe(true);
  expect(topics?.low).toBe(WEIGHT_BOUNDS.topics.low);
  await ask("mutation { setMatching(input: { putWeightsBack: true }) { settings { learnedFrom } } }", {}, CONCIERGE);
  await sql`update match_settings set learn_since = learn_since + interval '1 second'`;
  expect((await weights())?.weights.every(({ weight, first }) => Math.abs(weight - first) < 1e-6)).toBe(true);
  expect(codes(await ask("mutation { setMatching(input: { reoffers: true }) { settings { reoffers } } }", {}, { ...CONCIERGE, positions: ["concierge"] }))).toEqual(["FORBIDDEN"]);
});

test("a plan keeps what is locked, counts its other matches as load, and says why a request gets nobody", async () => {
  const { sql, ask } = await network();
  await putRequest(sql, "r2", ["FAM-ENG"], "2021-01-30T12:00:00Z");
  await putRequest(sql, "r3", ["FIN-MDL"], "2021-01-29T12:00:00Z");
  const PLAN = "query ($locked: [LockedMatchInput!]) { matchPlan(locked: $locked) { matches { id locked team { coaches { id } load { value } } } unmatched { request { id } why } } }";
  const plan = await ask(PLAN, { locked: [{ requestId: "r1", coachIds: ["ben", "cleo"] }] }, CONCIERGE);
  expect(plan.data).toMatchObject({ matchPlan: { matches: [{ id: "r2", locked: false, team: { coaches: [{ id: "cleo" }], load: [{ value: 0.15 }] } }, { id: "r1", locked: true, team: { coaches: [{ id: "ben" }, { id: "cleo" }], load: [{ value: 0.05 }, { value: 0.15 }] } }], unmatched: [{ request: { id: "r3" }, why: expect.stringMatching(/^No active coach covers /) }] } });
  expect(codes(await ask(PLAN, { locked: [{ requestId: "r1", coachIds: ["nobody"] }] }, CONCIERGE))).toEqual(["BAD_USER_INPUT"]);
});

test("coaches say for themselves when they have time, and nobody else's", async () => {
  const { ask } = await network();
  const SET = "mutation ($input: SetCoachProfileInput!) { setCoachProfile(input: $input) { coach { id profile { languages timeZone windows { day from to } maxRelationships } } } }";
  const said = { languages: ["Spanish"], timeZone: "America/Denver", windows: [{ day: 1, from: 540, to: 600 }], maxRelationships: 4, locales: ["RURAL"], enrollmentBands: [] };
  expect((await ask(SET, { input: said }, BEN)).data).toEqual({ setCoachProfile: { coach: { id: "ben", profile: { languages: ["Spanish"], timeZone: "America/Denver", windows: [{ day: 1, from: 540, to: 600 }], maxRelationships: 4 } } } });
  expect(codes(await ask(SET, { input: { ...said, coachId: "ada" } }, BEN))).toEqual(["FORBIDDEN"]);
  expect((await ask(SET, { input: { ...said, coachId: "ada" } }, CONCIERGE)).errors).toEqual([]);
  expect((await ask(SET, { input: { ...said, timeZone: "Mars/Olympus" } }, BEN)).errors[0]).toMatchObject({ code: "BAD_USER_INPUT", field: "input.timeZone" });
  expect((await ask(SET, { input: { ...said, timeZone: null } }, BEN)).errors[0]).toMatchObject({ field: "input.timeZone" });
  expect((await ask('{ coach(id: "ben") { profile { timeZone } } }', {}, ADA)).data).toEqual({ coach: { profile: null } });
});
