import { randomUUID } from "node:crypto";
import { getNamedType, isInputObjectType, isLeafType, isListType, isEnumType, isObjectType, isRequiredArgument, isRequiredInputField, getNullableType, type GraphQLField, type GraphQLInputType } from "graphql";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeLink } from "../access/links/link.queries";
import type { LinkKind } from "../access/links/link";
import type { Account } from "../access/viewer";
import { createDatabase } from "../db/testing";
import { createLog } from "../log";
import { createSchema } from "../schema";
import { graphqlOver, STAFF, type Ask } from "../testing";
import { serve } from "../testing.http";
import { HOSTILE_IDS, isTold, TEXTS } from "./hostileTexts";

/** What the holder of a private link, or of two, comes to: their own, and nothing of anybody else's. */
let database: Awaited<ReturnType<typeof createDatabase>>;
const NOW = new Date("2020-06-20T15:00:00Z");

/** Two leaders with all that hangs on a request; everything of the other's bears the word. */
const WORD = "Othersecret";
const OWN = { request: "r-own", engagement: "e-own", session: "x-own", coach: "c-own", offer: randomUUID(), referral: randomUUID(), consent: randomUUID(), ask: randomUUID(), call: randomUUID() };
const OTHER = { request: "r-other", engagement: "e-other", session: "x-other", coach: "c-other", offer: randomUUID(), referral: randomUUID(), consent: randomUUID(), ask: randomUUID(), call: randomUUID() };

const put = (ids: typeof OWN, word: string) => database.sql.unsafe(`
  insert into providers (id, name) values ('p-${ids.coach}', 'Provider ${word}');
  insert into coaches (id, provider_id, name, email, role, hours_per_month) values ('${ids.coach}', 'p-${ids.coach}', 'Coach ${word}', 'coach-${word}@test.example', 'specialist', 20);
  insert into systems (id, name, state_code) values ('s-${ids.request}', 'System ${word}', 'CA');
  insert into leaders (id, system_id, name, email) values ('l-${ids.request}', 's-${ids.request}', 'Leader ${word}', 'leader-${word}@test.example');
  insert into requests (id, system_id, leader_id, submitted_at, stated_name, narrative, leader_name, leader_email)
    values ('${ids.request}', 's-${ids.request}', 'l-${ids.request}', '2020-06-01', 'System ${word}', 'Words ${word}', 'Leader ${word}', 'leader-${word}@test.example');
  insert into engagements (id, request_id, matched_at) values ('${ids.engagement}', '${ids.request}', '2020-06-02');
  insert into engagement_coaches (engagement_id, coach_id, position) values ('${ids.engagement}', '${ids.coach}', 0);
  insert into sessions (id, engagement_id, held_at) values ('${ids.session}', '${ids.engagement}', '2020-06-03');
  insert into session_notes (session_id, note) values ('${ids.session}', 'Note ${word}');
  insert into session_steps (session_id, engagement_id, text) values ('${ids.session}', '${ids.engagement}', 'Step ${word}');
  insert into planned_calls (id, engagement_id, starts_at, place, made_by_name, made_at) values ('${ids.call}', '${ids.engagement}', '2020-06-25', 'https://${word}.example', 'Ada', '2020-06-10');
  insert into offers (id, kind, request_id, engagement_id, made_by_name, made_at, due_at, message) values ('${ids.offer}', 'specialist', '${ids.request}', '${ids.engagement}', 'Ada', '2020-06-19', '2020-06-21', 'Message ${word}');
  insert into offer_coaches (offer_id, coach_id, position) values ('${ids.offer}', '${ids.coach}', 0);
  insert into consents (id, request_id, what, scope, asked_at) values ('${ids.consent}', '${ids.request}', 'referral', 'Scope ${word}', '2020-06-19');
  insert into referral_cases (id, request_id, destination, destination_email, summary, state, due_at, drafted_by_name, drafted_at)
    values ('${ids.referral}', '${ids.request}', 'Destination ${word}', 'to@test.example', 'Summary ${word}', 'consent_asked', '2020-06-25', 'Ada', '2020-06-19');
  insert into leader_asks (id, request_id, kind, text, at, idempotency_key) values ('${ids.ask}', '${ids.request}', 'message', 'Ask ${word}', '2020-06-15', gen_random_uuid());
`);

beforeAll(async () => {
  database = await createDatabase();
  await put(OWN, "Own");
  await put(OTHER, WORD);
});
afterAll(() => database.drop());

const LINKS: Readonly<Record<LinkKind, string>> = { request: OWN.request, rating: OWN.session, offer: `${OWN.offer} ${OWN.coach}`, referral: OWN.referral, calendar: OWN.coach, mail: "rate_call leader-own@test.example" };
const KINDS = Object.keys(LINKS) as LinkKind[];
const tokenTo = async (kind: LinkKind): Promise<string> => (await makeLink(database.db, kind, LINKS[kind])).split("/").at(-1)?.replace(/\.ics$/, "") ?? "";

type AnyField = GraphQLField<unknown, unknown>;
const schema = createSchema();
const fieldsOf = (root: "Query" | "Mutation"): AnyField[] => Object.values((root === "Query" ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {});

/** All that a field tells, `depth` objects deep. */
function told(field: AnyField, depth: number): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return "";
  if (!isObjectType(type)) return " { __typename }";
  const inside = Object.values(type.getFields())
    .filter((each) => !each.args.some(isRequiredArgument) && (depth > 0 || isLeafType(getNamedType(each.type))))
    .map((each) => `${each.name}${told(each, depth - 1)}`);
  return ` { __typename ${inside.join(" ")} }`;
}

/** An id of the other's, by what it is asked for as. */
function idFor(name: string, field: string): string {
  if (/request|other|kept|merged/i.test(name)) return OTHER.request;
  if (/engagement/i.test(name)) return OTHER.engagement;
  if (/session/i.test(name)) return OTHER.session;
  if (/coach/i.test(name)) return OTHER.coach;
  if (/offer/i.test(name)) return OTHER.offer;
  if (/askId/.test(name) || /settleAsk/.test(field)) return OTHER.ask;
  if (/idempotencyKey/.test(name)) return randomUUID();
  if (/topic/i.test(name)) return "FIN-REL";
  if (/Consent/.test(field) && !/Referral/.test(field)) return OTHER.consent;
  if (/Referral/.test(field)) return OTHER.referral;
  if (/Call/.test(field)) return OTHER.call;
  return /^request$|^desk/.test(field) ? OTHER.request : field === "engagement" ? OTHER.engagement : field === "session" ? OTHER.session : field === "coach" ? OTHER.coach : field === "system" ? `s-${OTHER.request}` : OTHER.offer;
}

const FITTING: Readonly<Record<string, unknown>> = { Boolean: true, Int: 1, Float: 1, Date: "2020-06-20", DateTime: "2020-06-21T00:00:00Z" };

function literal(type: GraphQLInputType, name: string, field: string): string {
  const named = getNamedType(type);
  const one = isEnumType(named)
    ? (named.getValues()[0]?.name ?? "null")
    : isInputObjectType(named)
      ? `{ ${Object.values(named.getFields()).filter((each) => isRequiredInputField(each) || each.name.endsWith("Id")).map((each) => `${each.name}: ${literal(each.type, each.name, field)}`).join(", ")} }`
      : JSON.stringify(named.name === "ID" ? idFor(name, field) : (FITTING[named.name] ?? (/email/i.test(name) ? "mallory@evil.example" : "x")));
  return isListType(getNullableType(type)) ? `[${one}]` : one;
}

const operation = (root: "query" | "mutation", field: AnyField, depth: number): string => {
  const args = field.args.filter((each) => isRequiredArgument(each) || each.name.endsWith("Id")).map((each) => `${each.name}: ${literal(each.type, each.name, field.name)}`);
  return `${root} { ${field.name}${args.length > 0 ? `(${args.join(", ")})` : ""}${told(field, depth)} }`;
};

const CODES = ["BAD_USER_INPUT", "NOT_FOUND", "CONFLICT", "FORBIDDEN", "UNAUTHENTICATED", "QUERY_TOO_COMPLEX", "GRAPHQL_VALIDATION_FAILED"];

/** All that the other has, to the letter. */
const othersRows = async (): Promise<string> => {
  const of = (table: string, where: string) => database.sql.unsafe(`select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]') as rows from ${table} t where ${where}`);
  const request = `request_id = '${OTHER.request}'`;
  const engagement = `engagement_id = '${OTHER.engagement}'`;
  const session = `session_id = '${OTHER.session}'`;
  const all = await Promise.all([
    of("requests", `id = '${OTHER.request}'`), of("leaders", `id = 'l-${OTHER.request}'`), of("engagements", request), of("engagement_coaches", engagement), of("sessions", engagement), of("session_notes", session),
    of("session_steps", engagement), of("ratings", session), of("planned_calls", engagement), of("offers", request), of("offer_coaches", `offer_id = '${OTHER.offer}'`), of("consents", request),
    of("referral_cases", request), of("leader_asks", request), of("tag_events", request), of("request_details", request), of("desk_events", request),
  ]);
  return JSON.stringify(all);
};

/** Those by which most is done; all of them in a long run. */
const TRIED = process.env["LONG_TESTS"] === "true" ? KINDS : KINDS.filter((kind) => kind === "request" || kind === "rating");

test.each(TRIED)("the holder of a %s link reads and changes nothing of anybody else's, whatever they ask", { timeout: 60_000 }, async (kind) => {
  const [ask, linkToken, before] = [await graphqlOver(database, NOW), await tokenTo(kind), await othersRows()];
  const wrong: unknown[] = [];
  for (const [root, fields] of [["query", fieldsOf("Query")], ["mutation", fieldsOf("Mutation")]] as const) {
    for (const field of fields) {
      // The organisation and the coach's name are public, or told by what is asked; what was written is neither.
      const { data, errors } = await ask(operation(root, field, 1), {}, { linkToken });
      const says = JSON.stringify([data, errors]);
      if (says.replaceAll(`Provider ${WORD}`, "").includes(WORD) || errors.some(({ code }) => !CODES.includes(String(code)))) wrong.push([field.name, says.slice(0, 400)]);
    }
  }
  expect(wrong).toEqual([]);
  expect(await othersRows()).toBe(before);
});

test("a link that ended, ran out or never was is answered alike, by every field, and is no other viewer's", async () => {
  const ask = await graphqlOver(database, NOW);
  const [ended, old] = [await tokenTo("calendar"), await tokenTo("offer")];
  await database.sql`select end_links('calendar', ${LINKS.calendar})`;
  await database.sql`update links set expires_at = now() - interval '1 second' where kind = 'offer'`;
  const answers = await Promise.all([ended, old, "", "x".repeat(43), `${old} `, "\u0000", "'; drop table links; --"].map((linkToken) => ask("{ viewer { name } leaderPage { id } }", {}, { linkToken })));
  expect(new Set(answers.map((each) => JSON.stringify(each.errors))).size).toBe(1);
  expect(answers[0]?.errors).toMatchObject([{ code: "NOT_FOUND" }]);
});

test("whoever comes by links sends what means something elsewhere, and has it kept as text or is told why not", { timeout: 60_000 }, async () => {
  const ask = await graphqlOver(database, NOW);
  const tokens = Object.fromEntries(await Promise.all(KINDS.map(async (kind) => [kind, await tokenTo(kind)] as const))) as Record<LinkKind, string>;
  const attempts: readonly [LinkKind, string, string, Readonly<Record<string, unknown>>, readonly string[], readonly string[]][] = [
    ["request", "completeRequest", "CompleteRequestInput", { windows: [], languages: [] }, ["name", "role", "timeZone"], []],
    ["request", "completeRequest", "CompleteRequestInput", { windows: [{ day: -1, from: -5, to: 2_147_483_647 }], languages: [TEXTS.script, TEXTS.zero], schools: -1 }, [], []],
    ["request", "correctTopic", "CorrectTopicInput", { topicId: "FIN-REL", action: "ADDED", idempotencyKey: randomUUID() }, [], ["topicId", "idempotencyKey"]],
    ["request", "addColleague", "AddColleagueInput", { name: "Kim", email: "kim@new.example", idempotencyKey: randomUUID() }, ["name", "email"], ["idempotencyKey"]],
    ["request", "askMore", "AskMoreInput", { kind: "MESSAGE", text: "More", idempotencyKey: randomUUID() }, ["text"], ["idempotencyKey"]],
    ["request", "stopRequest", "StopRequestInput", { idempotencyKey: randomUUID() }, ["reason"], ["idempotencyKey"]],
    ["request", "answerReferralConsent", "AnswerConsentInput", { id: OTHER.referral, agree: true }, ["word"], ["id"]],
    ["request", "confirmReferralOutcome", "SettleReferralInput", { id: OTHER.referral, outcome: "STARTED" }, ["word"], ["id"]],
    ["referral", "answerReferral", "AnswerReferralInput", { accept: true }, ["word"], []],
    ["rating", "rateCall", "RateCallInput", { rating: 9_999 }, [], []],
    ["rating", "addToRating", "AddToRatingInput", { wantsMore: true }, ["comment"], []],
  ];
  const wrong: unknown[] = [];
  for (const [kind, mutation, type, input, texts, ids] of attempts) {
    const inputs = [input, ...texts.flatMap((field) => Object.values(TEXTS).map((text) => ({ ...input, ...("idempotencyKey" in input && { idempotencyKey: randomUUID() }), [field]: text }))), ...ids.flatMap((field) => HOSTILE_IDS.map((name) => ({ ...input, [field]: TEXTS[name] })))];
    for (const each of inputs) {
      const answer = await ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, { input: each }, { linkToken: tokens[kind] });
      if (!isTold(answer)) wrong.push([mutation, JSON.stringify(each).slice(0, 200), answer.errors[0]]);
    }
  }
  expect(wrong).toEqual([]);
});

const withToken = (ask: Ask, query: string, linkToken: string) => ask(query, {}, { linkToken });

test("two who rate one call at once leave one rating, and the other is told of it", async () => {
  const [ask, one, two] = [await graphqlOver(database, NOW), await tokenTo("rating"), await tokenTo("rating")];
  const answers = await Promise.all(Array.from({ length: 20 }, (_, place) => withToken(ask, `mutation { rateCall(input: { rating: ${(place % 5) + 1} }) { rating } }`, place % 2 === 0 ? one : two)));
  expect(await database.sql`select count(*)::int as count from ratings where session_id = ${OWN.session}`).toEqual([{ count: 1 }]);
  expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(4);
  expect(new Set(answers.flatMap(({ errors }) => errors.map(({ code }) => code)))).toEqual(new Set(["CONFLICT"]));
});

test("a leader who stops, a merge, and a coach who says yes at once: nothing is both ended and matched", { timeout: 60_000 }, async () => {
  const ask = await graphqlOver(database, NOW);
  await database.sql`insert into auth.users (id, name, email) values (${(STAFF as Account).id}, 'Staff', 'staff@test.example') on conflict do nothing`;
  for (let round = 0; round < 6; round += 1) {
    const [id, older, offer, coach] = [`race-${round}`, `race-older-${round}`, randomUUID(), `race-coach-${round}`];
    await database.sql.unsafe(`
      insert into coaches (id, provider_id, name) values ('${coach}', 'p-c-own', 'Coach');
      insert into requests (id, system_id, submitted_at, stated_name) values ('${older}', 's-r-own', '2020-06-04', 'System'), ('${id}', 's-r-own', '2020-06-05', 'System');
      insert into offers (id, request_id, made_by_name, made_at, due_at) values ('${offer}', '${id}', 'Ada', '2020-06-19', '2020-06-25');
      insert into offer_coaches (offer_id, coach_id, position) values ('${offer}', '${coach}', 0);`);
    const linkToken = (await makeLink(database.db, "request", id)).split("/").at(-1) ?? "";
    const coachToken = (await makeLink(database.db, "offer", `${offer} ${coach}`)).split("/").at(-1) ?? "";
    const answers = await Promise.all([
      withToken(ask, "mutation { answerOfferByLink(input: { answer: ACCEPTED }) { __typename } }", coachToken),
      withToken(ask, `mutation { stopRequest(input: { idempotencyKey: "${randomUUID()}" }) { __typename } }`, linkToken),
      ask(`mutation { mergeRequests(input: { requestId: "${older}", otherId: "${id}", idempotencyKey: "${randomUUID()}" }) { mergedId } }`),
    ]);
    expect(answers.filter((answer) => !isTold(answer))).toEqual([]);
    expect(await database.sql`select r.id from requests r where r.id = ${id} and r.withdrawn_at is not null and exists (select from engagements e where e.request_id = r.id)`).toEqual([]);
  }
});

test("no token of a link reaches the log, whatever it hangs on, and no page passes it on", async () => {
  const lines: string[] = [];
  const log = createLog("trace", { write: (line: string) => void lines.push(line) });
  const server = await serve(database, { log });
  const token = await tokenTo("request");
  const headers = { "x-private-link": token };
  const answers = await Promise.all([
    ...["/my/TOKEN", "/my/TOKEN.", "/my/TOKEN/x", "/MY/TOKEN", "/my/TOKEN%20", "/calendar/TOKEN.ics", "/calendar/TOKEN.icsx", "/r/TOKEN?stars=5", "/offer/TOKEN)", "/referral/TOKEN,", "/stop/TOKEN"].map((path) => fetch(server.url + path.replace("TOKEN", token))),
    ...["/my/TOKEN", "/stop/TOKEN", "/calendar/TOKEN.ics"].map((path) => fetch(server.url + path.replace("TOKEN", token), { method: "POST", body: "List-Unsubscribe=One-Click" })),
    server.graphql({ query: "{ leaderPage { id } }" }, headers),
    server.graphql({ query: "{ leaderPage { nothing } }" }, headers),
    server.graphql({ query: "mutation { askMore(input: 7) { page { id } } }" }, { ...headers, referer: `${server.url}/my/${token}` }),
  ]);
  await server.app.close();
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  expect(new Set(answers.map((answer) => answer.headers.get("referrer-policy")))).toEqual(new Set(["no-referrer"]));
  expect(lines.length).toBeGreaterThan(answers.length);
  expect(lines.filter((line) => line.includes(token))).toEqual([]);
});

test("a cookie beside a link adds nothing: whoever comes by a link is its holder alone", async () => {
  const server = await serve(database, { log: pino({ level: "silent" }) });
  const answer = await server.graphql({ query: "{ viewer { name } leaderPage { id } }" }, { "x-private-link": await tokenTo("request"), cookie: "session=anything" });
  expect(await answer.json()).toMatchObject({ data: { viewer: null, leaderPage: { id: OWN.request } } });
  await server.app.close();
});
