import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase } from "../../db/testing";
import { dayAt, mondayOf } from "../../network/learning/week.type";
import { createSchema } from "../../schema";
import { graphqlOver, type Ask } from "../../testing";
import type { LinkKind } from "../links/link";
import { makeLink } from "../links/link.queries";
import { mailedTokens, putAdmin, putPerson, putProvider } from "../people/testing.people";
import type { Account, Viewer } from "../viewer";
import { firstBrokenLink } from "./testing.chain";

/** Whoever changes anything through the API leaves an event. */
let database: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

/** Mutations that leave none, each with the reason. */
const SILENT: Readonly<Record<string, string>> = {
  answerOfferByLink: "By a private link alone: network/matching/offer.test.ts looks for its event.",
  answerConsentByLink: "By a private link alone: network/engagements/team.test.ts looks for its event.",
  recordIntakeVisit: "How far somebody came in the form, of whom nothing is known: counted, not audited.",
  setLearningCallMail: "What somebody wants as mail is their own affair.",
};

/** What earlier steps came to, for later ones. */
type Known = Record<string, string>;

interface Step {
  readonly input: (known: Known) => string | Promise<string>;
  readonly selects: string;
  /** What later steps need of the answer. */
  readonly learns?: (payload: never) => Known;
  readonly action: string;
  readonly as?: Viewer;
  /** A coach's, as who coaches engagement e-1. */
  readonly byCoach?: true;
  /** By a private link of this kind to this. */
  readonly byLink?: readonly [LinkKind, string];
  /** In the place of `input: ...`. */
  readonly bare?: true;
}

const idOf = (name: string, field: string) => (payload: never): Known => ({ [name]: (payload as Record<string, { id: string }>)[field]?.id ?? "" });
const text = (value: string | undefined): string => JSON.stringify(value);

/** A call is known by a Monday that has come. */
const MONDAY = mondayOf(dayAt(new Date()));

/** Ids that steps make and later ones use. */
const [CALL, PLANNED, REFERRED, ENDED, STATED] = Array.from({ length: 5 }, () => crypto.randomUUID());

/** Every mutation once, in an order in which each has something to do. */
const STEPS: readonly (readonly [mutation: string, step: Step])[] = [
  ["addOrganisation", { input: () => '{ name: "New", kind: PROVIDER }', selects: "provider { id }", learns: idOf("provider", "provider"), action: "organisation.added" }],
  ["changeOrganisation", { input: ({ provider }) => `{ id: ${text(provider)}, name: "Newer" }`, selects: "provider { id }", action: "organisation.changed" }],
  ["invitePerson", { input: () => '{ email: "new@test.example", role: FUNDER }', selects: "invitation { id }", learns: idOf("invitation", "invitation"), action: "person.invited" }],
  ["resendInvitation", { input: ({ invitation }) => `{ id: ${text(invitation)} }`, selects: "invitation { id }", action: "person.invited" }],
  [
    "acceptInvitation",
    {
      input: async () => `{ token: ${text((await mailedTokens(database, "new@test.example")).at(-1))}, name: "New", password: "a-long-enough-one" }`,
      selects: "email",
      action: "person.joined",
      as: null,
    },
  ],
  ["giveRole", { input: async () => `{ personId: ${text(await personId("new@test.example"))}, role: STEWARD }`, selects: "person { id }", learns: idOf("person", "person"), action: "role.given" }],
  ["takeRole", { input: ({ person }) => `{ personId: ${text(person)}, role: STEWARD }`, selects: "person { id }", action: "role.taken" }],
  ["disablePerson", { input: ({ person }) => `{ id: ${text(person)}, disabled: true }`, selects: "person { id }", action: "person.disabled" }],
  ["revokeInvitation", { input: async () => `{ id: ${text(await openInvitation())} }`, selects: "invitation { id }", action: "invitation.revoked" }],
  ["makeApiKey", { input: () => '{ name: "A program", scopes: [SHARED_READ] }', selects: "apiKey { id }", learns: idOf("key", "apiKey"), action: "key.made" }],
  ["rotateApiKey", { input: ({ key }) => `{ id: ${text(key)} }`, selects: "apiKey { id }", action: "key.rotated" }],
  ["revokeApiKey", { input: ({ key }) => `{ id: ${text(key)} }`, selects: "apiKey { id }", action: "key.revoked" }],
  ["resendMail", { input: async () => `{ id: ${text(await keyMail())} }`, selects: "mail { id }", action: "mail.resent" }],
  ["recordExport", { input: () => '{ what: "impact as CSV", rows: 12 }', selects: "recorded", action: "records.exported" }],
  ["saveView", { input: () => '{ name: "Monday", path: "/needs" }', selects: "view { id }", learns: idOf("view", "view"), action: "view.saved" }],
  ["removeView", { input: ({ view }) => `{ id: ${text(view)} }`, selects: "id", action: "view.removed" }],
  ["addAnnotation", { input: () => '{ onDay: "2020-05-04", text: "The pilot begins" }', selects: "annotation { id }", learns: idOf("annotation", "annotation"), action: "annotation.added" }],
  ["changeAnnotation", { input: ({ annotation }) => `{ id: ${text(annotation)}, onDay: "2020-05-05", text: "The pilot began" }`, selects: "annotation { id }", action: "annotation.changed" }],
  ["removeAnnotation", { input: ({ annotation }) => `{ id: ${text(annotation)} }`, selects: "id", action: "annotation.removed" }],
  ["addAlert", { input: () => "{ kind: SESSION_RATING, threshold: 3 }", selects: "alert { id }", learns: idOf("alert", "alert"), action: "alert.asked" }],
  ["removeAlert", { input: ({ alert }) => `{ id: ${text(alert)} }`, selects: "id", action: "alert.removed" }],
  ["openSessionNotes", { input: async () => `{ sessionId: ${text(await notedSession())}, reason: "A complaint to follow up" }`, selects: "note", action: "note.opened" }],
  ["tagRequest", { input: () => '{ requestId: "r-1", topics: ["PER-AGY"], idempotencyKey: "00000000-0000-4000-8000-0000000000a1" }', selects: "request { id }", action: "request.tagged" }],
  ["addPackNote", { input: () => `{ week: ${text(MONDAY)}, text: "Bring one example." }`, selects: "note { id }", learns: idOf("packNote", "note"), action: "pack.noted" }],
  ["editPackSentence", { input: () => `{ week: ${text(MONDAY)}, sentence: "arrived:week", text: "A quiet week." }`, selects: "sentence { id }", action: "pack.edited" }],
  ["hidePackSentence", { input: () => `{ week: ${text(MONDAY)}, sentence: "arrived:week" }`, selects: "sentence { id }", action: "pack.hidden" }],
  ["restorePackSentence", { input: () => `{ week: ${text(MONDAY)}, sentence: "arrived:week" }`, selects: "sentence { id }", action: "pack.restored" }],
  ["publishLearningCall", { input: () => `{ week: ${text(MONDAY)} }`, selects: "isNew", action: "learning_call.published" }],
  ["removePackNote", { input: ({ packNote }) => `{ id: ${text(packNote)} }`, selects: "id", action: "pack.note_removed" }],
  ["addCommitment", { input: ({ provider }) => `{ week: ${text(MONDAY)}, providerId: ${text(provider)}, what: "Share a guide", due: ${text(MONDAY)} }`, selects: "commitment { id }", learns: idOf("commitment", "commitment"), action: "commitment.added" }],
  ["settleCommitment", { input: ({ commitment }) => `{ id: ${text(commitment)}, state: KEPT }`, selects: "commitment { id }", action: "commitment.settled" }],
  ["addFrameworkChange", { input: () => '{ kind: SPLIT, topics: ["PER-DIF"], newTopics: [{ code: "PER-ONE", domain: "PER", label: "One half", definition: "Half." }, { code: "PER-TWO", domain: "PER", label: "Other half", definition: "Half." }] }', selects: "change { id }", learns: idOf("change", "change"), action: "framework.drafted" }],
  ["removeFrameworkChange", { input: ({ change }) => `{ id: ${text(change)} }`, selects: "id", action: "framework.taken_back" }],
  ["publishFramework", { input: async () => `{ version: 2, changes: [${text(await draftedSplit())}] }`, selects: "version", action: "framework.published" }],
  ["retag", { input: async () => `{ kind: REQUEST, id: ${text(await tagged("PER-DIF"))}, topic: "PER-DIF", to: ["PER-ONE"] }`, selects: "id", action: "framework.retagged" }],
  ["assignRequest", { input: async () => `{ requestId: "r-1", seenOwnerId: ${text(await ownerOf("r-1"))}, idempotencyKey: ${newKey()} }`, selects: "deskRequest { id }", action: "request.assigned" }],
  ["noteRequest", { input: () => `{ requestId: "r-1", text: "Call her back.", idempotencyKey: ${newKey()} }`, selects: "deskRequest { id }", action: "request.noted" }],
  ["withdrawRequest", { input: async () => `{ requestId: ${text(await newRequest("r-2"))}, reason: NO_RESPONSE, tellLeader: false, idempotencyKey: ${newKey()} }`, selects: "deskRequest { id }", action: "request.withdrawn" }],
  ["reopenRequest", { input: () => `{ requestId: "r-2", idempotencyKey: ${newKey()} }`, selects: "deskRequest { id }", action: "request.reopened" }],
  ["mergeRequests", { input: () => `{ requestId: "r-1", otherId: "r-2", idempotencyKey: ${newKey()} }`, selects: "mergedId", action: "request.merged" }],
  ["partRequests", { input: () => `{ mergedId: "r-2", idempotencyKey: ${newKey()} }`, selects: "deskRequest { id }", action: "request.unmerged" }],
  ["answerLeader", { input: async () => `{ askId: ${text(await askedQuestion())}, idempotencyKey: ${newKey()} }`, selects: "deskRequest { id }", action: "request.answered" }],
  ["lookIntoRating", { input: () => `{ sessionId: "x-1", idempotencyKey: ${newKey()} }`, selects: "deskRequest { id }", action: "request.looked_into" }],
  ["setDeskTarget", { input: () => "{ step: STALLED, days: 21 }", selects: "target { days }", action: "desk.target_set" }],
  ["setMatching", { input: () => "{ reoffers: true }", selects: "settings { reoffers }", action: "matching.set" }],
  ["setCoachProfile", { input: async () => `{ coachId: ${text(await matchable("m-1"))}, languages: ["Spanish"], windows: [], locales: [], enrollmentBands: [] }`, selects: "coach { id }", action: "coach.profile_changed" }],
  ["excludeFromSystem", { input: () => `{ id: "00000000-0000-4000-8000-0000000000b1", systemId: "s-m", coachId: "org-m-coach-3", why: LEADER_SAID_NO }`, selects: "id", action: "exclusion.made" }],
  ["endExclusion", { input: () => `{ id: "00000000-0000-4000-8000-0000000000b1" }`, selects: "id", action: "exclusion.ended" }],
  ["makeOffer", { input: () => `{ id: "00000000-0000-4000-8000-0000000000b2", requestId: "m-1", coachIds: ["org-m-coach-1"], reason: LOAD }`, selects: "offer { id }", action: "offer.made" }],
  ["withdrawOffer", { input: () => `{ offerId: "00000000-0000-4000-8000-0000000000b2" }`, selects: "offer { id }", action: "offer.changed" }],
  ["publishMatches", { input: () => `{ offers: [{ id: "00000000-0000-4000-8000-0000000000b3", requestId: "m-1", coachIds: ["org-m-coach-1"], reason: LOAD }] }`, selects: "offers { id }", action: "offer.made" }],
  ["answerOffer", { input: () => `{ offerId: "00000000-0000-4000-8000-0000000000b3", coachId: "org-m-coach-1", answer: ACCEPTED }`, selects: "offer { id }", action: "offer.answered" }],
  ["askSpecialist", { input: async () => `{ id: ${newKey()}, engagementId: ${text(await matched("m-1"))}, coachId: "org-m-coach-2" }`, selects: "offer { id }", action: "offer.made" }],
  ["answerConsent", { input: async () => `{ id: ${text(await askedConsent("m-1"))}, answer: YES }`, selects: "consent { id }", action: "consent.answered" }],
  ["changeTeam", { input: async () => `{ engagementId: ${text(await matched("m-1"))}, coachId: "org-m-coach-3", change: ADD }`, selects: "engagement { id }", action: "match.changed" }],
  ["logSession", { input: () => `{ id: ${text(CALL)}, engagementId: "e-1", steps: [{ text: "Send the schedule" }] }`, selects: "session { id }", action: "session.logged", byCoach: true }],
  ["changeSession", { input: () => `{ id: ${text(CALL)}, engagementId: "e-1", minutes: 30, steps: [{ text: "Send the schedule" }] }`, selects: "session { id }", action: "session.changed", byCoach: true }],
  ["settleStep", { input: async () => `{ id: ${text(await stepOf(CALL))}, done: true }`, selects: "step { id }", action: "step.settled", byCoach: true }],
  ["planCall", { input: () => `{ id: ${text(PLANNED)}, engagementId: "e-1", startsAt: ${text(new Date(Date.now() + 86_400_000).toISOString())} }`, selects: "call { id }", action: "call.planned", byCoach: true }],
  ["cancelCall", { input: () => `{ id: ${text(PLANNED)} }`, selects: "call { id }", action: "call.changed", byCoach: true }],
  ["settleAsk", { input: async () => `id: ${text(await askedQuestion())}`, bare: true, selects: "ask { id }", action: "leader.answered", byCoach: true }],
  ["makeCalendarFeed", { input: () => "", bare: true, selects: "path", action: "calendar_feed.made", byCoach: true }],
  ["endCalendarFeed", { input: () => "", bare: true, selects: "coachId", action: "calendar_feed.ended", byCoach: true }],
  ["askAnotherCall", { input: () => "", bare: true, selects: "askedAnother", action: "leader.asked", byLink: ["rating", "x-1"] }],
  ["rateCall", { input: () => "{ rating: 4 }", selects: "rating", action: "session.rated", byLink: ["rating", "x-1"] }],
  ["addToRating", { input: () => '{ comment: "Thank you." }', selects: "rating", action: "session.rating_added_to", byLink: ["rating", "x-1"] }],
  ["takeBackSession", { input: () => `{ id: ${text(CALL)} }`, selects: "id", action: "session.taken_back", byCoach: true }],
  ["draftReferral", { input: async () => `{ id: ${text(ENDED)}, requestId: ${text(await reachable("r-3"))}, destination: "Somebody", destinationEmail: "some@body.example", summary: "A budget." }`, selects: "referral { id }", action: "referral.moved" }],
  ["cancelReferral", { input: () => `{ id: ${text(ENDED)}, word: "No need." }`, selects: "referral { id }", action: "referral.moved" }],
  ["askReferralConsent", { input: async () => `{ id: ${text(await drafted(REFERRED))} }`, selects: "referral { id }", action: "referral.moved" }],
  ["answerReferralConsent", { input: () => `{ id: ${text(REFERRED)}, agree: true }`, selects: "id", action: "referral.moved", byLink: ["request", "r-3"] }],
  ["sendReferral", { input: () => `{ id: ${text(REFERRED)} }`, selects: "referral { id }", action: "referral.moved" }],
  ["answerReferral", { input: () => "{ accept: true }", selects: "state", action: "referral.moved", byLink: ["referral", REFERRED ?? ""] }],
  ["confirmReferralOutcome", { input: () => `{ id: ${text(REFERRED)}, outcome: STARTED }`, selects: "id", action: "referral.moved", byLink: ["request", "r-3"] }],
  ["settleReferral", { input: async () => `{ id: ${text(await acknowledged())}, outcome: STARTED }`, selects: "referral { id }", action: "referral.moved" }],
  ["stateCapacity", { input: () => `{ id: ${text(STATED)}, systemId: "s-1", model: PEER, schools: 1, people: 2, daysPerMonth: 3, activeFrom: "2020-06-01" }`, selects: "offer { id }", action: "capacity.stated" }],
  ["reportCapacity", { input: () => `{ offerId: ${text(STATED)}, month: "2020-06-01", days: 2 }`, selects: "offer { id }", action: "capacity.reported" }],
  ["submitRequest", { input: async () => `{ idempotencyKey: ${newKey()}, systemName: "A new one", state: "CA", narrative: "Help.", email: "leader@new.example", formToken: ${text(await openedForm())} }`, selects: "requestId", action: "request.submitted", as: null }],
  ["completeRequest", { input: () => '{ name: "Lee", windows: [], languages: [] }', selects: "page { id }", action: "request.completed", byLink: ["request", "r-3"] }],
  ["correctTopic", { input: () => `{ topicId: "PER-AGY", action: ADDED, idempotencyKey: ${newKey()} }`, selects: "page { id }", action: "leader.asked", byLink: ["request", "r-3"] }],
  ["addColleague", { input: () => `{ name: "Kim", email: "kim@new.example", idempotencyKey: ${newKey()} }`, selects: "page { id }", action: "leader.asked", byLink: ["request", "r-3"] }],
  ["askMore", { input: () => `{ kind: MORE, idempotencyKey: ${newKey()} }`, selects: "page { id }", action: "leader.asked", byLink: ["request", "r-3"] }],
  ["stopRequest", { input: () => `{ idempotencyKey: ${newKey()} }`, selects: "page { id }", action: "request.withdrawn", byLink: ["request", "r-3"] }],
  ["stopMail", { input: () => "stopped: true", bare: true, selects: "stopped", action: "mail.stopped", byLink: ["mail", "rate_call lee@elm.example"] }],
  ["closeEngagement", { input: async () => `{ engagementId: ${text(await matched("m-1"))}, reason: GOALS_MET }`, selects: "engagement { id }", action: "match.changed" }],
];

/** A request that waits for coaches, and three who could take it. @returns one of them. */
async function matchable(id: string): Promise<string> {
  await database.sql.unsafe(`
    insert into providers (id, name) values ('org-m', 'Matchable');
    insert into coaches (id, provider_id, name, role, hours_per_month) select 'org-m-coach-' || n, 'org-m', 'Coach ' || n, 'specialist', 20 from generate_series(1, 3) n;
    insert into coach_topics (coach_id, topic_code) select 'org-m-coach-' || n, 'MBP-GRD' from generate_series(1, 3) n;
    insert into systems (id, name, state_code) values ('s-m', 'A system to match', 'CA');
    insert into requests (id, system_id, submitted_at, stated_name) values ('${id}', 's-m', '2020-06-01', 'A system to match');
    insert into tag_events (request_id, topic_code, action, stage, author, at) values ('${id}', 'MBP-GRD', 'added', 'tagged', 'Ada', '2020-06-01');`);
  return "org-m-coach-1";
}

const matched = async (request: string): Promise<string | undefined> => (await database.sql<{ id: string }[]>`select id from engagements where request_id = ${request}`)[0]?.id;

/** The specialist who was asked has said yes, and the leader has yet to. */
async function askedConsent(request: string): Promise<string | undefined> {
  await database.sql`update offer_coaches set answer = 'accepted', answered_at = now() where offer_id in (select id from offers where request_id = ${request} and kind = 'specialist')`;
  await database.sql`update offers set state = 'accepted', ended_at = now() where request_id = ${request} and kind = 'specialist'`;
  return (await database.sql<{ id: string }[]>`insert into consents (request_id, what, offer_id, scope, asked_at) select request_id, 'specialist', id, 'all', now() from offers where request_id = ${request} and kind = 'specialist' returning id`)[0]?.id;
}

const stepOf = async (session: string | undefined): Promise<string | undefined> => (await database.sql<{ id: string }[]>`select id from session_steps where session_id = ${session ?? ""}`)[0]?.id;

/** A request whose leader has an address. */
async function reachable(id: string): Promise<string> {
  await database.sql`insert into leaders (id, system_id, name, email) values ('l-3', 's-1', 'Lee', 'lee@elm.example')`;
  await database.sql`insert into requests (id, system_id, leader_id, submitted_at, stated_name, leader_email) values (${id}, 's-1', 'l-3', '2020-06-01', 'A system', 'lee@elm.example')`;
  return id;
}

async function drafted(id: string | undefined): Promise<string | undefined> {
  await database.sql`insert into referral_cases (id, request_id, destination, destination_email, summary, due_at, drafted_by_name, drafted_at)
    values (${id ?? ""}, 'r-3', 'Somebody', 'some@body.example', 'A budget.', now(), 'Ada', now())`;
  return id;
}

/** A referral that was taken on, and that nobody has told the end of. */
async function acknowledged(): Promise<string> {
  const id = crypto.randomUUID();
  await database.sql`insert into referral_cases (id, request_id, destination, destination_email, summary, state, due_at, drafted_by_name, drafted_at)
    values (${id}, 'r-1', 'Somebody', 'some@body.example', 'A budget.', 'acknowledged', now(), 'Ada', now())`;
  await database.sql`insert into referrals (id, request_id, sent_at, destination) values (${id}, 'r-1', '2020-06-10', 'Somebody')`;
  return id;
}

/** What the form was given when it was opened, a while ago. */
const openedForm = async (): Promise<string | undefined> => (await database.sql<{ token: string }[]>`select intake_token(now() - interval '1 minute') as token`)[0]?.token;

const newKey = (): string => JSON.stringify(crypto.randomUUID());

/** Nobody looks after it, so that whoever takes it changes something. */
async function ownerOf(request: string): Promise<string | undefined> {
  await database.sql`update request_care set owner_id = null where request_id = ${request}`;
  return "";
}

async function newRequest(id: string): Promise<string> {
  await database.sql`insert into requests (id, system_id, submitted_at, stated_name) values (${id}, 's-1', '2020-06-01', 'A system')`;
  return id;
}

async function askedQuestion(): Promise<string | undefined> {
  return (await database.sql<{ id: string }[]>`insert into leader_asks (request_id, kind, at, idempotency_key) values ('r-1', 'more', '2020-06-05', gen_random_uuid()) returning id`)[0]?.id;
}

/** A topic divided in the draft. */
async function draftedSplit(): Promise<string | undefined> {
  const part = (code: string) => ({ code, domain: "PER", label: code, definition: "Half." });
  return (await database.sql<{ id: string }[]>`insert into framework_changes (kind, topics, new_topics, author_id, author_name, at)
    values ('split', '{PER-DIF}', ${JSON.stringify([part("PER-ONE"), part("PER-TWO")])}::text::jsonb, 'x', 'Ada', now()) returning id`)[0]?.id;
}

async function tagged(topic: string): Promise<string> {
  await database.sql`insert into tag_events (request_id, topic_code, action, stage, author, at) values ('r-1', ${topic}, 'added', 'tagged', 'Ada', now())`;
  return "r-1";
}

const personId = async (email: string): Promise<string | undefined> => (await database.sql<{ id: string }[]>`select id from auth.users where email = ${email}`)[0]?.id;
const keyMail = async (): Promise<string | undefined> => (await database.sql<{ id: string }[]>`select id::text from mails where kind = 'key_made' limit 1`)[0]?.id;

async function openInvitation(): Promise<string | undefined> {
  await database.sql`insert into invitations (email, role, token_hash, invited_by_name, expires_at) values ('open@test.example', 'funder', ${"0".repeat(64)}, 'Ada', now() + interval '1 day')`;
  return (await database.sql<{ id: string }[]>`select id from invitations where email = 'open@test.example'`)[0]?.id;
}

async function notedSession(): Promise<string> {
  const { coachId } = await putProvider(database, "org-1");
  await database.sql.unsafe(`
    insert into systems (id, name, state_code) values ('s-1', 'A system', 'CA');
    insert into requests (id, system_id, submitted_at, stated_name) values ('r-1', 's-1', '2020-06-01', 'A system');
    insert into engagements (id, request_id, matched_at) values ('e-1', 'r-1', '2020-06-02');
    insert into engagement_coaches (engagement_id, coach_id, position) values ('e-1', '${coachId}', 0);
    insert into sessions (id, engagement_id, held_at) values ('x-1', 'e-1', '2020-06-03');
    insert into session_notes (session_id, note) values ('x-1', 'Said in confidence');`);
  return "x-1";
}

const eventsAfter = (id: number) => database.sql<{ id: number; account_id: string | null; action: string }[]>`
  select id::int, account_id, action from audit_events where id > ${id} order by audit_events.id`;

async function run(ask: Ask, mutation: string, { input, selects, learns, bare }: Step, known: Known, viewer: Viewer | { readonly linkToken: string }): Promise<Known> {
  const given = bare ? await input(known) : `input: ${await input(known)}`;
  const { data, errors } = await ask<Record<string, never>>(`mutation { ${mutation}${given === "" ? "" : `(${given})`} { ${selects} } }`, {}, viewer);
  expect([mutation, errors]).toEqual([mutation, []]);
  return { ...known, ...(data && learns?.(data[mutation] as never)) };
}

const tokenTo = async (kind: LinkKind, subject: string): Promise<string> => (await makeLink(database.db, kind, subject)).split("/").at(-1) ?? "";

test("every mutation of the schema is tried here, or silent for a reason", () => {
  const all = Object.keys(createSchema().getMutationType()?.getFields() ?? {});
  expect([...STEPS.map(([mutation]) => mutation), ...Object.keys(SILENT)].sort()).toEqual(all.sort());
});

test("every mutation leaves an event of what it did, in the name of who did it, and the chain holds", async () => {
  const admin = await putAdmin(database);
  const coach: Account = { ...(await putPerson(database)), roles: ["coach"], providerId: "org-1", coachId: "org-1-coach" };
  const ask = await graphqlOver(database);
  let known: Known = {};
  for (const [mutation, step] of STEPS) {
    // What the step needs is prepared by the owner of the tables and leaves events of its own.
    const prepared: Step = { ...step, input: ((made) => () => made)(await step.input(known)) };
    const last = (await eventsAfter(0)).at(-1)?.id ?? 0;
    const who = step.byLink ? { linkToken: await tokenTo(...step.byLink) } : step.byCoach ? coach : step.as === undefined ? admin : step.as;
    known = await run(ask, mutation, prepared, known, who);
    const left = await eventsAfter(last);
    expect([mutation, left.map(({ action }) => action)]).toEqual([mutation, expect.arrayContaining([step.action])]);
    const id = step.byLink || mutation === "submitRequest" ? null : step.byCoach ? coach.id : step.as === undefined ? admin.id : await personId("new@test.example");
    expect([mutation, new Set(left.map((event) => event.account_id))]).toEqual([mutation, new Set([id])]);
  }
  expect(await firstBrokenLink(database.sql)).toBeNull();
});
