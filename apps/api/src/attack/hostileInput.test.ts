import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "../access/viewer";
import { DEMO_EPOCH } from "../clock";
import { render } from "../jobs/mails/render";
import { SUBJECTS } from "../jobs/mails/subjects";
import { graphqlOver, STAFF, type Ask } from "../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER, DEMO_PROVIDER } from "../testing.demo";
import { HOSTILE_IDS, isTold, TEXTS } from "./hostileTexts";

/** What people with bad intentions, or bad luck, send to the mutations by which things are kept beside the figures. */
let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
  for (const viewer of Object.values(PEOPLE)) await database.sql`insert into auth.users (id, name, email) values (${viewer?.id ?? ""}, 'Somebody', ${viewer?.email ?? ""}) on conflict do nothing`;
});
afterAll(() => database.drop());

const PEOPLE = { staff: STAFF, funder: DEMO_FUNDER, coach: DEMO_COACH, lead: DEMO_PROVIDER } as const;

const NOBODYS = "00000000-0000-4000-8000-000000000000";

type Input = Readonly<Record<string, unknown>>;

interface Attempt {
  readonly mutation: string;
  readonly type: string;
  /** One that is fine, or would be if the id were somebody's. */
  readonly input: Input;
  /** Fields that are text. */
  readonly texts: readonly string[];
  readonly ids: readonly string[];
}

const attempt = (mutation: string, input: Input, texts: readonly string[], ids: readonly string[] = [], type = `${(mutation[0] ?? "").toUpperCase()}${mutation.slice(1)}Input`): Attempt => ({ mutation, type, input, texts, ids });

const week = "2021-02-01";
const ATTEMPTS: readonly Attempt[] = [
  attempt("saveView", { name: "Monday", path: "/needs", search: "" }, ["name", "path", "search"]),
  attempt("removeView", { id: NOBODYS }, [], ["id"]),
  attempt("addAnnotation", { onDay: "2020-09-01", text: "Schools open" }, ["text"], ["topic"]),
  attempt("changeAnnotation", { id: NOBODYS, onDay: "2020-09-01", text: "Schools open" }, ["text"], ["id", "topic"]),
  attempt("removeAnnotation", { id: NOBODYS }, [], ["id"]),
  attempt("addAlert", { kind: "COVERAGE", threshold: 0.5, scope: { topics: ["FIN-REL"] } }, []),
  attempt("removeAlert", { id: NOBODYS }, [], ["id"]),
  attempt("addCommitment", { week, providerId: "org-03", what: "Bring an example", due: "2021-02-05" }, ["what", "who"], ["providerId"]),
  attempt("settleCommitment", { id: NOBODYS, state: "KEPT" }, [], ["id"]),
  attempt("addPackNote", { week, text: "Welcome" }, ["text"]),
  attempt("removePackNote", { id: NOBODYS }, [], ["id"]),
  attempt("addFrameworkChange", { kind: "RENAME", topics: ["FIN-REL"], label: "Relief" }, ["label", "definition"], ["into"]),
  attempt("addFrameworkChange", { kind: "ADD", newTopics: [{ code: TEXTS.script, domain: "FIN", label: TEXTS.quote, definition: TEXTS.formula }] }, []),
  attempt("addFrameworkChange", { kind: "ADD", newTopics: [{ code: TEXTS.endless, domain: TEXTS.endless, label: "New", definition: "New." }] }, []),
  attempt("addFrameworkChange", { kind: "MERGE", topics: Array.from({ length: 5000 }, () => "FIN-REL"), into: "FIN-REL" }, []),
  attempt("publishFramework", { version: 2, changes: [NOBODYS] }, ["label"]),
  attempt("hidePackSentence", { week, sentence: "missing:NOTHING" }, [], ["sentence"], "PackSentenceInput"),
  attempt("editPackSentence", { week, sentence: "missing:NOTHING", text: TEXTS.script }, [], []),
  attempt("publishLearningCall", { week: "1999-01-04" }, []),
  attempt("publishLearningCall", { week: "2021-02-02" }, []),
  attempt("removeFrameworkChange", { id: NOBODYS }, [], ["id"]),
  // The desk, matching, referrals and capacity.
  attempt("tagRequest", { requestId: "nobody", topics: ["FIN-REL"], idempotencyKey: NOBODYS }, [], ["requestId", "idempotencyKey"]),
  attempt("assignRequest", { requestId: "nobody", idempotencyKey: NOBODYS }, [], ["requestId", "ownerId", "seenOwnerId", "idempotencyKey"]),
  attempt("noteRequest", { requestId: "req-0180", text: "Call them.", idempotencyKey: NOBODYS }, ["text"], ["requestId", "idempotencyKey"]),
  attempt("withdrawRequest", { requestId: "nobody", reason: "NO_RESPONSE", tellLeader: false, idempotencyKey: NOBODYS }, ["text"], ["requestId", "idempotencyKey"]),
  attempt("reopenRequest", { requestId: "nobody", idempotencyKey: NOBODYS }, [], ["requestId", "idempotencyKey"]),
  attempt("mergeRequests", { requestId: "req-0180", otherId: "req-0180", idempotencyKey: NOBODYS }, [], ["requestId", "otherId", "idempotencyKey"]),
  attempt("partRequests", { mergedId: "nobody", idempotencyKey: NOBODYS }, [], ["mergedId", "idempotencyKey"]),
  attempt("answerLeader", { askId: NOBODYS, idempotencyKey: NOBODYS }, ["text"], ["askId", "idempotencyKey"]),
  attempt("lookIntoRating", { sessionId: "nobody", idempotencyKey: NOBODYS }, ["text"], ["sessionId", "idempotencyKey"]),
  attempt("makeOffer", { id: NOBODYS, requestId: "nobody", coachIds: ["nobody"] }, ["message", "note"], ["id", "requestId"]),
  attempt("makeOffer", { id: NOBODYS, requestId: "req-0031", coachIds: [TEXTS.quote, TEXTS.script] }, []),
  attempt("withdrawOffer", { offerId: NOBODYS }, [], ["offerId"]),
  attempt("excludeFromSystem", { id: NOBODYS, systemId: "nobody", coachId: "coach-01", why: "LEADER_SAID_NO" }, ["note"], ["id", "systemId", "coachId", "providerId"]),
  attempt("endExclusion", { id: NOBODYS }, [], ["id"]),
  attempt("answerConsent", { id: NOBODYS, answer: "YES" }, [], ["id"], "AnswerSpecialistConsentInput"),
  attempt("draftReferral", { id: NOBODYS, requestId: "nobody", destination: "Somebody", destinationEmail: "some@body.example", summary: "A budget." }, ["destination", "destinationEmail", "summary", "reason"], ["id", "requestId"]),
  attempt("cancelReferral", { id: NOBODYS }, ["word"], ["id"], "ReferralInput"),
  attempt("sendReferral", { id: NOBODYS }, ["word"], ["id"], "ReferralInput"),
  attempt("settleReferral", { id: NOBODYS, outcome: "STARTED" }, ["word"], ["id"]),
  attempt("stateCapacity", { id: NOBODYS, systemId: "nobody", model: "PEER", schools: 1, people: 1, daysPerMonth: 1, activeFrom: "2021-02-01" }, [], ["id", "systemId"]),
  attempt("reportCapacity", { offerId: NOBODYS, month: "2021-02-01", days: 1 }, [], ["offerId"]),
  attempt("retag", { kind: "REQUEST", id: "x", topic: "FIN-REL", to: ["FIN-CSH"] }, [], ["id", "topic"]),
];

const mutate = (ask: Ask, { mutation, type }: Pick<Attempt, "mutation" | "type">, input: Input, viewer: Viewer) =>
  ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, { input }, viewer);

test("staff who send what means something elsewhere have it kept as text, or are told in a sentence why not", { timeout: 60_000 }, async () => {
  const ask = await graphqlOver(database, DEMO_EPOCH);
  const wrong: unknown[] = [];
  for (const each of ATTEMPTS) {
    const hostile = [
      ...each.texts.flatMap((field) => Object.entries(TEXTS).map(([name, text]) => ({ name: `${field} ${name}`, input: { ...each.input, [field]: text } }))),
      ...each.ids.flatMap((field) => HOSTILE_IDS.map((name) => ({ name: `${field} ${name}`, input: { ...each.input, [field]: TEXTS[name] } }))),
      { name: "as it is", input: each.input },
    ];
    for (const { name, input } of hostile) {
      const told = await mutate(ask, each, input, STAFF);
      if (!isTold(told)) wrong.push([each.mutation, name, told.errors[0]]);
    }
  }
  expect(wrong).toEqual([]);
});

test("nobody else does what staff do, whatever they send", async () => {
  const ask = await graphqlOver(database, DEMO_EPOCH);
  const done: unknown[] = [];
  for (const each of ATTEMPTS.filter(({ mutation }) => !mutation.endsWith("View"))) {
    for (const [role, viewer] of Object.entries(PEOPLE).filter(([name]) => name !== "staff")) {
      if (role === "lead" && each.mutation === "addCommitment") continue;
      const { errors } = await mutate(ask, each, { ...each.input, ...Object.fromEntries(each.texts.map((field) => [field, TEXTS.script])) }, viewer);
      if (errors[0]?.code !== "FORBIDDEN") done.push([role, each.mutation, errors[0]]);
    }
  }
  const others = await mutate(ask, attempt("addCommitment", {}, []), { week, providerId: "org-02", what: "Pay for lunch", due: "2021-02-05" }, DEMO_PROVIDER);
  expect([done, others.errors[0]?.code]).toEqual([[], "FORBIDDEN"]);
});

const ELSEWHERE = [
  "javascript:alert(1)", "JaVaScRiPt:alert(1)", "//evil.example", "/\\evil.example", "\\\\evil.example", "/%2f%2fevil.example", "/%5cevil.example", "/needs/../../api", "/./needs", "/\t/evil.example", "/\n/evil.example",
  "https:evil.example", "data:text/html,x", "/needs?x=//evil.example", "/needs#x", "needs", "/ｎeeds", "", "/", "//", "/needs\u200b", "/\u202eneeds",
];

test("a view leads to no other site, and nowhere but to a page", async () => {
  const ask = await graphqlOver(database, DEMO_EPOCH);
  for (const path of ELSEWHERE) {
    const { errors } = await mutate(ask, attempt("saveView", {}, []), { name: "Elsewhere", path }, DEMO_FUNDER);
    expect([path, errors[0]?.code, errors[0]?.field]).toEqual([path, "BAD_USER_INPUT", "input.path"]);
  }
});

test("what people write comes into mails as text: none of it is markup, and none of it reaches the subject", () => {
  for (const hostile of Object.values(TEXTS)) {
    const payloads = {
      learning_call: { week, edition: 1, link: "/calls/2021-02-01", sentences: [{ section: "moving", text: hostile }, { section: "notes", text: hostile }] },
      alert: { sentence: hostile, scope: hostile, link: "/gaps" },
    } as const;
    for (const kind of ["learning_call", "alert"] as const) {
      const { subject, html } = render({ kind, payload: payloads[kind], network: "Demo" }, "https://network.example");
      expect(subject).toBe(SUBJECTS[kind]);
      expect(html).not.toMatch(/<script|<img|onerror=[^&]*>/i);
    }
  }
});

test("what is somebody else's is not changed by its id, and does not tell that it is there", async () => {
  const ask = await graphqlOver(database, DEMO_EPOCH);
  const { data } = await ask<{ saveView: { view: { id: string } } }>('mutation { saveView(input: { name: "Mine", path: "/needs", sharedWith: [FUNDER, COACH, PROVIDER] }) { view { id } } }');
  const id = data?.saveView.view.id ?? "";
  for (const viewer of [DEMO_FUNDER, DEMO_COACH, DEMO_PROVIDER]) {
    const [own, nobodys] = [await mutate(ask, attempt("removeView", {}, []), { id }, viewer), await mutate(ask, attempt("removeView", {}, []), { id: NOBODYS }, viewer)];
    expect([own.errors[0]?.code, own.errors[0]?.message.replace(id, NOBODYS)]).toEqual(["NOT_FOUND", nobodys.errors[0]?.message]);
  }
});

test("the same sent many times at once is done, or refused as a conflict, and kept as one where it is one", async () => {
  const ask = await graphqlOver(database, DEMO_EPOCH);
  const wrong: unknown[] = [];
  for (const each of ATTEMPTS.filter(({ mutation }) => ["saveView", "addAlert", "addFrameworkChange", "addAnnotation"].includes(mutation))) {
    const all = await Promise.all(Array.from({ length: 6 }, () => mutate(ask, each, each.input, STAFF)));
    wrong.push(...all.filter((told) => !isTold(told)).map(({ errors }) => [each.mutation, errors[0]]));
  }
  expect(wrong).toEqual([]);
  const { data } = await ask<{ savedViews: { name: string }[] }>("{ savedViews { name } }");
  expect(data?.savedViews.filter(({ name }) => name === "Monday")).toHaveLength(1);
});
