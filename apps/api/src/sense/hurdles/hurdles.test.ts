import { afterAll, beforeAll, expect, test } from "vitest";
import { ASKED_TOGETHER } from "../../demo/planted";
import { graphqlOver } from "../../testing";
import { createDemoDatabase } from "../../testing.demo";
import type { Figure } from "../figure/figure.type";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

interface Listed {
  readonly topics: readonly { readonly code: string }[];
  readonly systems: Figure;
  readonly providers: Figure;
  readonly lift: Figure;
  readonly qValue: number | null;
}

const named = ({ topics }: Listed) => topics.map(({ code }) => code).sort().join(" + ");

async function hurdles(scope: object): Promise<Listed[]> {
  const ask = await graphqlOver(database);
  const { data, errors } = await ask<{ hurdles: Listed[] }>(
    "query ($scope: Scope) { hurdles(scope: $scope) { topics { code } systems { value n } providers { value } lift { value low high n withheld } qValue } }",
    { scope },
  );
  expect(errors).toEqual([]);
  return data?.hurdles ?? [];
}

test("the four planted pairs are found, and no other has q under 0.05", async () => {
  const found = (await hurdles({})).filter(({ qValue }) => qValue !== null && qValue < 0.05);
  expect(found.map(named).sort()).toEqual(ASKED_TOGETHER.map(({ topics }) => [...topics].sort().join(" + ")).sort());
  for (const { lift } of found) expect(lift.low).toBeGreaterThan(1);
});

test("topics choose what is shown, a pair by either, and move neither lift nor q", async () => {
  const all = await hurdles({});
  const shown = await hurdles({ topics: ["VHL-ENG"] });
  expect(shown.length).toBeGreaterThan(3);
  expect(shown).toEqual(all.filter(({ topics }) => topics.some(({ code }) => code === "VHL-ENG")));
  const domain = await hurdles({ topics: ["VHL"] });
  expect(domain).toEqual(all.filter(({ topics }) => topics.some(({ code }) => code.startsWith("VHL-"))));
});

test("a single topic has no lift and no q", async () => {
  const single = (await hurdles({})).find(({ topics }) => topics.length === 1);
  expect([single?.lift.value, single?.lift.withheld, single?.qValue]).toEqual([null, "NO_DATA", null]);
});

test("a scope in which nobody asked has no hurdles", async () => {
  expect(await hurdles({ to: "2019-01-01" })).toEqual([]);
});
