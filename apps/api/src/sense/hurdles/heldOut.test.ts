import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { districtsFile } from "../../cli/directory/districts";
import { loadDirectory } from "../../cli/directory/loadDirectory";
import type { Column } from "../../cli/folder/column";
import { csvLine } from "../../cli/folder/csvLine";
import { columnsOf } from "../../cli/folder/header";
import { importFolder } from "../../cli/folder/importFolder";
import { createDatabase } from "../../db/testing";
import type { TopicRow } from "../../network/framework/topic.table";
import { TOPICS } from "../../oracle/framework";
import { RANDOM_NETWORK_NOW as now } from "../../oracle/randomNetwork";
import { systemKey } from "../../oracle/systems";
import { folderOf } from "../../oracle/writeFolder";
import { graphqlOver } from "../../testing";
import { exactHurdles } from "./hurdles";
import { plantedNetwork } from "./testing.planted";

/** A network that nothing was tuned on: invented anew, written as a folder of files, and imported. */
const PAIRS = [
  ["FIN-CSH", "SYS-TIM"],
  ["DAT-FRM", "PER-AGY"],
  ["FAM-ENG", "VHL-PED"],
] as const;

let database: Awaited<ReturnType<typeof createDatabase>>;
beforeAll(async () => {
  database = await createDatabase();
  const { records, districts } = plantedNetwork(22, 220, { pairs: PAIRS, systems: 14 });
  const folder = mkdtempSync(join(tmpdir(), "held-out-"));
  const fields = Object.entries(districtsFile.columns) as [keyof (typeof districts)[number], Column<unknown>][];
  const lines = districts.map((district) => csvLine(fields.map(([field, column]) => column.write(district[field]))));
  writeFileSync(join(folder, "districts.csv"), csvLine(columnsOf(districtsFile).map(({ header }) => header)) + lines.join(""));
  await loadDirectory(database, join(folder, "districts.csv"), { now });
  rmSync(join(folder, "districts.csv"));
  for (const [name, content] of folderOf(records, 22)) writeFileSync(join(folder, name), content);
  await importFolder(database, folder, { now });
  rmSync(folder, { recursive: true });
});
afterAll(() => database.drop());

test("in a network from files the planted pairs are found, and no other has q under 0.05", async () => {
  const ask = await graphqlOver(database, now);
  const { data, errors } = await ask<{ hurdles: { topics: { code: string }[]; systems: { value: number }; lift: { low: number }; qValue: number | null }[] }>(
    "{ hurdles { topics { code } systems { value } lift { low } qValue } }",
  );
  expect(errors).toEqual([]);
  const found = data?.hurdles.filter(({ qValue }) => qValue !== null && qValue < 0.05) ?? [];
  expect(found.map(({ topics }) => topics.map(({ code }) => code).sort().join(" + ")).sort()).toEqual(PAIRS.map((pair) => [...pair].sort().join(" + ")).sort());
  for (const { systems, lift } of found) {
    expect(systems.value).toBeGreaterThanOrEqual(14);
    expect(lift.low).toBeGreaterThan(1);
  }
  // Hundreds of others are told, as what cannot be told from chance.
  expect(data?.hurdles.filter(({ qValue }) => qValue !== null && qValue >= 0.05).length).toBeGreaterThan(200);
});

test("in twelve more, every planted pair is found, and under a third of all finds are none, although systems ask for one topic to ten", () => {
  const topics = TOPICS.map(({ code, label, definition }, position): TopicRow => ({ code, label, definition, position, kind: "topic", domainCode: null }) as TopicRow);
  const finds = Array.from({ length: 12 }, (_, seed) => {
    const { records } = plantedNetwork(seed + 1, 220, { pairs: PAIRS, systems: 14 });
    const systems = [...Map.groupBy(records.requests, (request) => systemKey(request))].map(([id, requests]) => ({
      id,
      state: "NY",
      asked: [...new Set(requests.flatMap((request) => request.topics))].map((topic) => ({ topic, organisations: [] })),
    }));
    const found = exactHurdles(topics, systems).filter(({ qValue }) => qValue !== null && qValue < 0.05);
    const named = new Set(found.map((hurdle) => hurdle.topics.map(({ code }) => code).sort().join()));
    expect(PAIRS.every((pair) => named.has([...pair].sort().join()))).toBe(true);
    return found.length;
  });
  const all = finds.reduce((a, b) => a + b, 0);
  // Above the 5% that the rate promises under independence: who asks for much asks for any two of them oftener.
  expect((all - 12 * PAIRS.length) / all).toBeLessThan(1 / 3);
});
