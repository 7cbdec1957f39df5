import { afterAll, beforeAll, expect, test } from "vitest";
import { ASKED_TOGETHER } from "../../demo/planted";
import { graphqlOver } from "../../testing";
import { createDemoDatabase, DEMO_FUNDER } from "../../testing.demo";
import type { Figure } from "../figure/figure.type";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

interface Code {
  readonly code: string;
}

interface MapAnswer {
  readonly nodes: readonly { readonly topic: Code; readonly systems: Figure; readonly cluster: number | null; readonly x: number | null; readonly y: number | null }[];
  readonly links: readonly { readonly topics: readonly Code[]; readonly systems: Figure; readonly lift: Figure; readonly npmi: number; readonly qValue: number; readonly isBeyondChance: boolean }[];
  readonly clusters: readonly { readonly number: number; readonly label: string; readonly size: number; readonly cohesion: number }[];
  readonly areClustersBeyondChance: boolean;
  readonly refusal: { readonly reason: string; readonly why: string; readonly wouldLift: string } | null;
}

const MAP = `query ($scope: Scope) { needMap(scope: $scope) {
  nodes { topic { code } systems { value } cluster x y } links { topics { code } systems { value } lift { value } npmi qValue isBeyondChance }
  clusters { number label size cohesion } areClustersBeyondChance refusal { reason why wouldLift } } }`;

const named = (topics: readonly Code[]) => topics.map(({ code }) => code).sort().join(" + ");

test("the map holds the planted pairs as links beyond chance and no other, the same every time", async () => {
  const ask = await graphqlOver(database);
  const { data, errors } = await ask<{ needMap: MapAnswer }>(MAP);
  expect(errors).toEqual([]);
  const map = data?.needMap;
  expect(map?.refusal).toBeNull();
  expect(map?.links.filter(({ isBeyondChance }) => isBeyondChance).map(({ topics }) => named(topics)).sort()).toEqual(ASKED_TOGETHER.map(({ topics }) => [...topics].sort().join(" + ")).sort());
  for (const { systems, npmi } of map?.links.filter(({ isBeyondChance }) => !isBeyondChance) ?? []) expect([(systems.value ?? 0) >= 2, npmi > 0]).toEqual([true, true]);
  const places = new Map(map?.nodes.map(({ topic, cluster }) => [topic.code, cluster]));
  for (const { topics } of ASKED_TOGETHER) expect([topics, places.get(topics[0])]).toEqual([topics, places.get(topics[1])]);
  const linked = new Set(map?.links.flatMap(({ topics }) => topics.map(({ code }) => code)));
  for (const { topic, x, y, systems } of map?.nodes ?? []) {
    expect([topic.code, x !== null && y !== null, (systems.value ?? 0) >= 5]).toEqual([topic.code, linked.has(topic.code), true]);
    expect([(x ?? 0) >= 0, (x ?? 0) <= 1, (y ?? 0) >= 0, (y ?? 0) <= 1]).toEqual([true, true, true, true]);
  }
  for (const { number, size, cohesion } of map?.clusters ?? []) expect([map?.nodes.filter(({ cluster }) => cluster === number).length, cohesion > 0 && cohesion <= 1]).toEqual([size, true]);
  expect((await ask(MAP)).data).toEqual(data);
});

test("a scope with too few systems is refused, with what would lift it", async () => {
  const ask = await graphqlOver(database);
  const { data } = await ask<{ needMap: MapAnswer }>(MAP, { scope: { to: "2020-05-04" } });
  expect(data?.needMap.nodes).toEqual([]);
  expect(data?.needMap.refusal).toMatchObject({ reason: "TOO_FEW", why: expect.stringMatching(/^(No topic was|One topic was|\d+ topics were) asked for by 5 systems or more\.$/) as string });
});

interface SequencesAnswer {
  readonly sequences: readonly { readonly first: Code; readonly later: Code; readonly relationships: Figure; readonly share: Figure; readonly lift: Figure; readonly qValue: number }[];
  readonly tested: number;
  readonly relationships: number;
  readonly refusal: { readonly reason: string } | null;
}

const SEQUENCES = `query ($scope: Scope, $first: Int!) { needSequences(scope: $scope, first: $first) {
  sequences { first { code } later { code } relationships { value } share { value n } lift { value low high n } qValue } tested relationships refusal { reason } } }`;

test("what follows what counts relationships as their sessions say, written a second time", async () => {
  const ask = await graphqlOver(database);
  const { data, errors } = await ask<{ needSequences: SequencesAnswer }>(SEQUENCES, { first: 200 });
  expect(errors).toEqual([]);
  const { sequences = [], relationships, tested } = data?.needSequences ?? {};
  const rows = await database.sql<{ engagement: string; topics: string[] | null }[]>`
    select x.engagement_id as engagement, coalesce((select array_agg(topic_code) from session_topics where session_id = x.id),
      (select array_agg(topic_code) from request_topics where request_id = e.request_id)) as topics
    from sessions x join engagements e on e.id = x.engagement_id where x.held_at < now() order by x.engagement_id, x.held_at, x.id`;
  const calls = [...Map.groupBy(rows, ({ engagement }) => engagement).values()].map((all) => all.map(({ topics }) => topics ?? [])).filter(({ length }) => length > 1);
  expect(relationships).toBe(calls.length);
  expect(tested).toBeGreaterThanOrEqual(sequences.length);
  const firstOf = (all: readonly string[][], code: string) => all.findIndex((topics) => topics.includes(code));
  for (const { first, later: next, relationships: followed, share } of sequences) {
    const later = calls.filter((all) => firstOf(all, first.code) !== -1 && firstOf(all, next.code) > firstOf(all, first.code));
    const could = calls.filter((all) => {
      const at = firstOf(all, first.code);
      const other = firstOf(all, next.code);
      return at !== -1 && at < all.length - 1 && (other === -1 || other > at);
    });
    expect([first.code, next.code, followed.value, share.n]).toEqual([first.code, next.code, later.length, could.length]);
  }
  for (const { lift } of sequences.filter(({ qValue }) => qValue < 0.05)) expect(lift.low).toBeGreaterThan(1);
});

test("a topic chooses the pairs that are shown and moves no q; too few relationships are refused", async () => {
  const ask = await graphqlOver(database);
  const all = await ask<{ needSequences: SequencesAnswer }>(SEQUENCES, { first: 200 });
  const code = all.data?.needSequences.sequences[0]?.first.code ?? "";
  const some = await ask<{ needSequences: SequencesAnswer }>(SEQUENCES, { first: 200, scope: { topics: [code] } });
  expect(some.data?.needSequences.sequences.length).toBeGreaterThan(0);
  for (const sequence of some.data?.needSequences.sequences ?? []) {
    expect([sequence.first.code, sequence.later.code]).toContain(code);
    expect(all.data?.needSequences.sequences).toContainEqual(sequence);
  }
  const few = await ask<{ needSequences: SequencesAnswer }>(SEQUENCES, { first: 20, scope: { to: "2020-05-20" } });
  expect([few.data?.needSequences.sequences, few.data?.needSequences.refusal?.reason]).toEqual([[], "TOO_FEW"]);
  expect((await ask(SEQUENCES, { first: 0 })).errors).toMatchObject([{ code: "BAD_USER_INPUT", field: "first" }]);
});

test("both are for staff", async () => {
  const ask = await graphqlOver(database);
  expect((await ask(MAP, {}, DEMO_FUNDER)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  expect((await ask(SEQUENCES, { first: 20 }, DEMO_FUNDER)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
});
