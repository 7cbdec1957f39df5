import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_EPOCH } from "../clock";
import { graphqlOver } from "../testing";
import { createDemoDatabase, DEMO_COACH, DEMO_FUNDER } from "../testing.demo";
import { spellings, TABLE_SPELLINGS } from "./spellings";

let database: Awaited<ReturnType<typeof createDemoDatabase>>;
beforeAll(async () => {
  database = await createDemoDatabase();
});
afterAll(() => database.drop());

test("a question has one answer, however it is spelled, whoever asks and however often", async () => {
  const ask = await graphqlOver(database, DEMO_EPOCH);
  const answers = new Map<string, string>();
  const steward = { ...DEMO_FUNDER, id: "another", roles: ["steward" as const] };
  for (const viewer of [DEMO_FUNDER, { ...DEMO_FUNDER, id: "a-colleague" }, steward]) {
    for (const { name, query } of spellings("2020-05-04", "2021-02-01")) {
      const { data, errors } = await ask<{ a: unknown }>(query, {}, viewer);
      expect([name, errors]).toEqual([name, []]);
      answers.set(JSON.stringify(data?.a), name);
    }
  }
  expect([...answers.values()]).toHaveLength(1);
});

interface TableCell {
  readonly row: { readonly key: string };
  readonly column: { readonly key: string } | null;
  readonly count: { readonly value: number | null };
  readonly systems: { readonly value: number | null };
}

test("a cell has one value, in whichever table and as whosever it is shown", async () => {
  const ask = await graphqlOver(database, DEMO_EPOCH);
  const values = new Map<string, Set<string>>();
  for (const viewer of [DEMO_FUNDER, DEMO_COACH]) {
    for (const { query } of TABLE_SPELLINGS) {
      const { data } = await ask<{ a: { cells: readonly TableCell[] } }>(query, {}, viewer);
      for (const { row, column, count, systems } of data?.a.cells ?? []) {
        const place = [row.key, column?.key ?? "CITY"].sort().join(" ");
        if (count.value !== null) values.set(place, (values.get(place) ?? new Set()).add(`${count.value} ${systems.value ?? ""}`));
      }
    }
  }
  expect(values.size).toBeGreaterThan(0);
  expect([...values].filter(([, different]) => different.size > 1)).toEqual([]);
});
