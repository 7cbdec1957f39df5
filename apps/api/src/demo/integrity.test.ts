import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { buildDemo } from "./network";
import { DEMO_COACH_ID } from "./providers";
import { DEMO_STATES } from "./states";
import { TOPIC_MIX } from "./topics";

const demo = buildDemo();
const { records, districts } = demo;
const today = new Date("2021-02-01T14:00:00Z");

const framework: readonly { readonly topics: readonly { readonly code: string; readonly phrases: readonly string[] }[] }[] = JSON.parse(
  readFileSync(new URL("../../../../data/framework.json", import.meta.url), "utf8"),
);
const topics = framework.flatMap((domain) => domain.topics);
const codes = new Set([...topics.map(({ code }) => code), "NONE"]);

const requestById = new Map(records.requests.map((request) => [request.id, request]));
const engagementById = new Map(records.engagements.map((engagement) => [engagement.id, engagement]));
const sessionById = new Map(records.sessions.map((session) => [session.id, session]));
const coachById = new Map(records.coaches.map((coach) => [coach.id, coach]));
const providerIds = new Set(records.providers.map(({ id }) => id));

function inOrder(...dates: (Date | null | undefined)[]): boolean {
  const given = dates.filter((date) => date instanceof Date).map((date) => date.getTime());
  return given.every((time, index) => index === 0 || time >= (given[index - 1] ?? Infinity));
}

test("two builds are the same to the last cell", () => {
  expect(buildDemo()).toEqual(demo);
});

describe("ids", () => {
  test.each(["providers", "coaches", "requests", "engagements", "sessions", "referrals", "resources"] as const)("of %s are stable strings, each once", (file) => {
    const ids = records[file].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[a-z]+-\d{2,4}$/.test(id))).toBe(true);
  });

  test("a session is rated once at most", () => {
    expect(new Set(records.ratings.map(({ sessionId }) => sessionId)).size).toBe(records.ratings.length);
  });

  test("a request is matched once at most", () => {
    expect(new Set(records.engagements.map(({ requestId }) => requestId)).size).toBe(records.engagements.length);
  });
});

describe("references", () => {
  test("every row points to a row that is there", () => {
    expect(records.coaches.every(({ providerId }) => providerIds.has(providerId))).toBe(true);
    expect(records.engagements.every(({ requestId }) => requestById.has(requestId))).toBe(true);
    expect(records.sessions.every(({ engagementId }) => engagementById.has(engagementId))).toBe(true);
    expect(records.ratings.every(({ sessionId }) => sessionById.has(sessionId))).toBe(true);
    expect(records.referrals.every(({ requestId }) => requestById.has(requestId))).toBe(true);
    expect(records.resources.every(({ providerId }) => providerId !== null && providerIds.has(providerId))).toBe(true);
    const named = [...records.engagements, ...records.sessions].flatMap(({ coachIds }) => coachIds);
    expect(named.every((id) => coachById.has(id))).toBe(true);
    expect(records.engagements.every(({ coachIds }) => coachIds.length > 0 && new Set(coachIds).size === coachIds.length)).toBe(true);
  });

  test("every tag is a topic of the framework, and every topic of the framework has its place in the mix", () => {
    const tagged = [...records.coaches, ...records.requests, ...records.sessions, ...records.resources];
    for (const { topics: tags } of tagged) {
      expect(tags.filter((tag) => !codes.has(tag))).toEqual([]);
      expect(new Set(tags).size).toBe(tags.length);
    }
    expect(TOPIC_MIX.map(({ code }) => code).toSorted()).toEqual([...codes].toSorted());
  });

  test("a request names a district of the directory, or a system by name", () => {
    const states = new Map(districts.map(({ leaid, state }) => [leaid, state]));
    const named = records.requests.filter(({ leaid, systemName, state }) =>
      leaid === null ? systemName !== null : states.get(leaid) === state,
    );
    expect(named.length).toBe(records.requests.length);
    expect(records.requests.filter(({ leaid }) => leaid === null).length).toBeGreaterThan(15);
  });

  test("coaches coach while they are in the pool and where they serve", () => {
    for (const { engagementId, heldAt, coachIds } of records.sessions) {
      const engagement = engagementById.get(engagementId);
      const state = requestById.get(engagement?.requestId ?? "")?.state ?? "";
      for (const id of [...coachIds, ...(engagement?.coachIds ?? [])]) {
        const coach = coachById.get(id);
        const joined = engagement?.coachIds.includes(id) === true ? engagement.matchedAt : heldAt;
        expect(inOrder(coach?.activeFrom, joined, heldAt, coach?.activeTo)).toBe(true);
        expect(coach?.states.length === 0 || coach?.states.includes(state)).toBe(true);
      }
    }
  });
});

describe("what leaders chose and a second reader said", () => {
  const known = [...demo.asked, ...demo.opinions];

  test("names requests and topics that are there, each once, and nothing later than today", () => {
    expect(known.filter(({ requestId, topic, at }) => !requestById.has(requestId) || !codes.has(topic) || at > today)).toEqual([]);
    expect(new Set(known.map(({ requestId, topic, author }) => `${requestId} ${topic} ${author}`)).size).toBe(known.length);
  });

  test("every leader chose, and eighty requests were read twice, with some disagreement", () => {
    expect(new Set(demo.asked.map(({ requestId }) => requestId)).size).toBe(records.requests.length);
    expect(new Set(demo.opinions.map(({ requestId }) => requestId)).size).toBe(80);
    const same = demo.opinions.filter(({ requestId, topic }) => requestById.get(requestId)?.topics.includes(topic)).length / demo.opinions.length;
    expect(same).toBeGreaterThan(0.65);
    expect(same).toBeLessThan(0.9);
  });
});

describe("order in time", () => {
  test("submitted, matched, closed; sessions after the match and before the closing", () => {
    for (const { requestId, matchedAt, closedAt, closeReason } of records.engagements) {
      expect(inOrder(requestById.get(requestId)?.submittedAt, matchedAt, closedAt)).toBe(true);
      expect(closedAt === null).toBe(closeReason === null);
    }
    for (const { engagementId, heldAt } of records.sessions) {
      const engagement = engagementById.get(engagementId);
      expect(inOrder(engagement?.matchedAt, heldAt, engagement?.closedAt)).toBe(true);
    }
  });

  test("rated after the session, outcomes after sending, retired after publishing, left after joining", () => {
    expect(records.ratings.every(({ sessionId, ratedAt }) => inOrder(sessionById.get(sessionId)?.heldAt, ratedAt))).toBe(true);
    for (const { requestId, sentAt, outcome, outcomeAt } of records.referrals) {
      expect(inOrder(requestById.get(requestId)?.submittedAt, sentAt, outcomeAt)).toBe(true);
      expect(outcome === null).toBe(outcomeAt === null);
    }
    expect(records.resources.every(({ publishedAt, retiredAt }) => inOrder(publishedAt, retiredAt))).toBe(true);
    expect(records.coaches.every(({ activeFrom, activeTo }) => inOrder(activeFrom, activeTo))).toBe(true);
  });

  test("the first request comes in early May 2020, and nothing happens after the demo's today", () => {
    expect(records.requests[0]?.submittedAt.toISOString().slice(0, 8)).toBe("2020-05-");
    expect(records.requests[0]?.submittedAt.getTime()).toBeLessThan(Date.parse("2020-05-08"));
    const moments = [
      ...records.requests.map(({ submittedAt }) => submittedAt),
      ...records.engagements.flatMap(({ matchedAt, closedAt }) => [matchedAt, closedAt]),
      ...records.sessions.map(({ heldAt }) => heldAt),
      ...records.ratings.map(({ ratedAt }) => ratedAt),
      ...records.referrals.flatMap(({ sentAt, outcomeAt }) => [sentAt, outcomeAt]),
      ...records.resources.flatMap(({ publishedAt, retiredAt }) => [publishedAt, retiredAt]),
      ...records.coaches.map(({ activeFrom }) => activeFrom),
    ];
    expect(moments.filter((moment) => moment !== null && moment > today)).toEqual([]);
  });
});

describe("the directory", () => {
  test("lists six hundred districts in every state and the District of Columbia", () => {
    expect(districts.length).toBe(600);
    expect(new Set(districts.map(({ state }) => state)).size).toBe(51);
    expect(new Set(districts.map(({ name, state }) => `${name} ${state}`)).size).toBe(600);
  });

  test("knows the states by the codes of the published table", () => {
    const table = readFileSync(new URL("../../../../data/states.csv", import.meta.url), "utf8").trim().split("\n").slice(1);
    const published = table.map((line) => line.split(",")).filter(([, , , kind]) => kind !== "territory");
    expect(DEMO_STATES.map(({ fips, postal }) => `${fips} ${postal}`)).toEqual(published.map(([fips, postal]) => `${fips} ${postal}`));
  });

  test("gives ids of the state's FIPS code, 99 and a number from the five or six hundreds, each once", () => {
    const fips = new Map(DEMO_STATES.map((state) => [state.postal, state.fips]));
    expect(districts.filter(({ leaid, state }) => !new RegExp(`^${fips.get(state) ?? "none"}99[56]\\d{2}$`).test(leaid))).toEqual([]);
    expect(new Set(districts.map(({ leaid }) => leaid)).size).toBe(600);
  });
});

describe("people and words", () => {
  test("every address is at an example domain", () => {
    const emails = [...records.coaches.map(({ email }) => email), ...records.requests.map(({ leaderEmail }) => leaderEmail)];
    expect(emails.filter((email) => email !== null && !/^[a-z.-]+@[a-z0-9-]+\.example$/.test(email))).toEqual([]);
    const urls = [...records.resources.map(({ url }) => url), ...records.providers.map(({ website }) => website)];
    expect(urls.filter((url) => url !== null && !/^https:\/\/[a-z.-]+\.example\//.test(url))).toEqual([]);
  });

  test("narratives are whole sentences, hardly ever twice the same, and none borrows a phrase of the framework", () => {
    const narratives = records.requests.map(({ narrative }) => narrative ?? "");
    expect(new Set(narratives).size).toBeGreaterThan(0.98 * narratives.length);
    expect(narratives.filter((narrative) => narrative.length < 30 || /[{}]|undefined/.test(narrative))).toEqual([]);
    const phrases = topics.flatMap((topic) => topic.phrases).filter((phrase) => phrase.split(" ").length > 3);
    expect(narratives.filter((narrative) => phrases.some((phrase) => narrative.toLowerCase().includes(phrase.toLowerCase())))).toEqual([]);
  });

  test("the demo's coach has open engagements, some of them with a colleague", () => {
    const caseload = records.engagements.filter(({ coachIds, closedAt }) => coachIds.includes(DEMO_COACH_ID) && closedAt === null);
    expect(caseload.length).toBeGreaterThanOrEqual(3);
    expect(caseload.some(({ coachIds }) => coachIds.length > 1)).toBe(true);
  });
});
