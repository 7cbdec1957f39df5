import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TopicRow } from "../../network/framework/topic.table";
import { DEMO_COACH, createDemoDatabase } from "../../testing.demo";
import { graphqlOver } from "../../testing";
import { suggestionAcceptance } from "./acceptance";
import type { Reading, Suggested } from "./reading.queries";
import { tagReliability } from "./reliability";

const TOPICS: readonly TopicRow[] = ["A", "B", "C"].map((code, position) => ({ code, kind: "topic", label: code, definition: code, domainCode: "D", position }));
const all = () => true;
const readings = (pairs: readonly (readonly [string, string])[]): Reading[] =>
  pairs.flatMap(([one, other], index) => [
    { requestId: `r${index}`, reader: "x", topics: one.split("") },
    { requestId: `r${index}`, reader: "y", topics: other.split("") },
  ]);
const repeated = <Value>(times: number, ...values: Value[]): Value[] => Array.from({ length: times }, () => values).flat();

describe("agreement", () => {
  test("is 1 where readers always say the same, and about 0 where they say anything", () => {
    const same = tagReliability(TOPICS, readings(repeated<[string, string]>(10, ["A", "A"], ["B", "B"], ["AC", "AC"])), all);
    expect(same.overall.value).toBe(1);
    expect(same.confusions).toEqual([]);
    const chance = tagReliability(TOPICS, readings(repeated<[string, string]>(10, ["A", "A"], ["A", "B"], ["B", "A"], ["B", "B"])), all);
    expect(Math.abs(chance.overall.value ?? 1)).toBeLessThan(0.05);
    expect(chance.overall.low).toBeLessThan(0);
    expect(chance.confusions[0]).toMatchObject({ requests: 20, share: { value: 0.5, n: 40 } });
  });

  test("is refused under 20 requests read twice, with what would lift it; on a topic under five", () => {
    expect(tagReliability(TOPICS, readings(repeated<[string, string]>(19, ["A", "A"])), all).refusal).toMatchObject({ reason: "TOO_FEW", why: expect.stringContaining("19 requests") });
    expect(tagReliability(TOPICS, [], all).refusal?.reason).toBe("NOT_RECORDED");
    const rare = tagReliability(TOPICS, readings([...repeated<[string, string]>(30, ["A", "A"], ["B", "B"]), ["C", "C"]]), all);
    expect(rare.topics.find(({ topic }) => topic.code === "C")?.agreement).toMatchObject({ value: null, withheld: "TOO_FEW" });
  });
});

describe("acceptance", () => {
  const suggested = (rank: number, confidence: number, taken: boolean, decided = true): Suggested => ({ rank, confidence, taken, decided });

  test("is told by rank and by confidence, over requests that a person tagged afterwards", () => {
    const { overall, byRank, byConfidence, undecided } = suggestionAcceptance([...repeated(8, suggested(1, 0.9, true)), ...repeated(2, suggested(1, 0.9, false)), ...repeated(10, suggested(2, 0.1, false)), suggested(1, 0.5, false, false)]);
    expect(overall).toMatchObject({ value: 0.4, n: 20 });
    expect(undecided).toBe(1);
    expect(byRank.map(({ rank, accepted }) => [rank, accepted.value])).toEqual([[1, 0.8], [2, 0]]);
    expect(byConfidence.map(({ said, accepted }) => [said === null ? null : Math.round(said * 10), accepted.n])).toEqual([[1, 10], [null, 0], [null, 0], [null, 0], [9, 10]]);
  });

  test("is refused where nothing was suggested, and where nobody tagged since", () => {
    expect(suggestionAcceptance([]).refusal?.reason).toBe("NOT_RECORDED");
    expect(suggestionAcceptance([suggested(1, 0.5, false, false)]).refusal?.reason).toBe("TOO_FEW");
  });
});

describe("over the demo network", () => {
  let database: Awaited<ReturnType<typeof createDemoDatabase>>;
  beforeAll(async () => {
    database = await createDemoDatabase();
  });
  afterAll(() => database.drop());
  const NOW = new Date("2021-02-01T14:00:00Z");

  test("a second reader agrees to the degree that was planted", async () => {
    const ask = await graphqlOver(database, NOW);
    const { data, errors } = await ask<{ tagReliability: { requests: number; readers: number; overall: { value: number; low: number; high: number }; topics: { agreement: { value: number | null } }[] } }>(
      "{ tagReliability { requests readers overall { value low high n } topics { topic { code } agreement { value low high n withheld } } confusions { topics { code } requests share { value } } refusal { reason } } }",
    );
    expect(errors).toEqual([]);
    const told = data?.tagReliability;
    expect(told).toMatchObject({ requests: 80, readers: 2, refusal: null });
    // Four tags in five are kept.
    expect(told?.overall.value).toBeGreaterThan(0.6);
    expect(told?.overall.value).toBeLessThan(0.9);
    expect(told?.overall.low).toBeLessThan(told?.overall.value ?? 0);
    expect(told?.topics.some(({ agreement }) => agreement.value !== null)).toBe(true);
  });

  test("suggestions count once they are recorded: what people tagged afterwards, and neither imports nor crosswalks", async () => {
    const ask = await graphqlOver(database, NOW);
    const told = () => ask<{ suggestionAcceptance: unknown }>("{ suggestionAcceptance { suggestions undecided overall { value n } refusal { reason } } }");
    expect((await told()).data?.suggestionAcceptance).toMatchObject({ suggestions: 0, refusal: { reason: "NOT_RECORDED" } });
    await database.sql.unsafe(`
      insert into tag_suggestions (request_id, topic_code, rank, confidence, method, at)
        select id, 'NONE', 1, 0.7, 'test', submitted_at - interval '1 minute' from requests order by id limit 10;
      insert into tag_events (request_id, topic_code, action, stage, author, at)
        select request_id, case when row_number() over (order by request_id) <= 6 then 'NONE' else (select min(code) from topics where kind = 'topic') end, 'added', 'tagged', 'Ada', at + interval '1 hour'
        from tag_suggestions order by request_id limit 8`);
    expect((await told()).data?.suggestionAcceptance).toEqual({ suggestions: 10, undecided: 2, overall: { value: 0.75, n: 8 }, refusal: null });
  });

  test("coaches are told neither", async () => {
    const ask = await graphqlOver(database, NOW);
    expect((await ask("{ tagReliability { requests } }", {}, DEMO_COACH)).errors[0]?.code).toBe("FORBIDDEN");
    expect((await ask("{ suggestionAcceptance { suggestions } }", {}, DEMO_COACH)).errors[0]?.code).toBe("FORBIDDEN");
  });
});
