import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, onTestFinished, test } from "vitest";
import type { DistrictRecord, NetworkRecords } from "@arl/schema/records";
import { testDatabase, type TestDatabase } from "../../db/testing";
import { hostileFolder } from "../../oracle/hostileFolder";
import { RANDOM_NETWORK_NOW, randomNetwork } from "../../oracle/randomNetwork";
import { folderOf } from "../../oracle/writeFolder";
import { districtsFile } from "../directory/districts";
import { loadDirectory } from "../directory/loadDirectory";
import { coachesFile } from "./coaches";
import type { Column } from "./column";
import { csvLine } from "./csvLine";
import { readCsv } from "./csvReader";
import { engagementsFile } from "./engagements";
import { exportFolder } from "./exportFolder";
import { columnsOf, readHeader } from "./header";
import type { ImportFile } from "./importFile";
import { importFolder } from "./importFolder";
import { providersFile } from "./providers";
import { ratingsFile } from "./ratings";
import { referralsFile } from "./referrals";
import { requestsFile } from "./requests";
import { resourcesFile } from "./resources";
import { RowReader } from "./rowReader";
import { loadRules } from "./rules.queries";
import { sessionsFile } from "./sessions";

const now = RANDOM_NETWORK_NOW;

function folderWith(files: ReadonlyMap<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "oracle-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  return folder;
}

async function withDirectory(districts: readonly DistrictRecord[]): Promise<TestDatabase> {
  const database = await testDatabase();
  if (districts.length === 0) return database;
  const fields = Object.entries(districtsFile.columns) as [keyof DistrictRecord, Column<unknown>][];
  const lines = districts.map((district) => csvLine(fields.map(([field, column]) => column.write(district[field]))));
  const header = csvLine(columnsOf(districtsFile).map(({ header: name }) => name));
  const folder = folderWith(new Map([["districts.csv", header + lines.join("")]]));
  expect(await loadDirectory(database, join(folder, "districts.csv"), { now })).toMatchObject({ taken: districts.length, rejected: 0 });
  return database;
}

/** What the network holds, as its export says. */
async function heldRecords(database: TestDatabase): Promise<NetworkRecords> {
  const folder = folderWith(new Map());
  await exportFolder(database, folder);
  const rules = await loadRules(database, now);
  const recordsOf = async <Row>(file: ImportFile<Row>): Promise<Row[]> => {
    const bytes = readFileSync(join(folder, `${file.name}.csv`));
    const rows = readCsv(async (into, position) => bytes.copy(into, 0, position));
    const first = await rows.next();
    const header = readHeader(file, first.done ? undefined : first.value);
    if (!("headers" in header)) throw new Error(`${file.name}.csv: ${JSON.stringify(header)}`);
    const reader = new RowReader(file, header, rules);
    const records: Row[] = [];
    for await (const row of rows) {
      const { fields, faults } = reader.read(row);
      expect(faults).toEqual([]);
      records.push(fields as Row);
    }
    return records;
  };
  return {
    providers: await recordsOf(providersFile),
    coaches: await recordsOf(coachesFile),
    requests: (await recordsOf(requestsFile)).map((request) => ({ ...request, state: request.state ?? "" })),
    engagements: await recordsOf(engagementsFile),
    sessions: await recordsOf(sessionsFile),
    ratings: await recordsOf(ratingsFile),
    referrals: await recordsOf(referralsFile),
    resources: await recordsOf(resourcesFile),
  };
}

const idOf = (record: object) => String("sessionId" in record ? record.sessionId : "id" in record ? record.id : "");

/** A record with lists whose order says nothing in one order, and with the words that a network gives where a file gives none. */
function settled(file: string, record: object): object {
  const fields = Object.entries(record).map(([field, value]) => {
    if (Array.isArray(value) && file !== "engagements") return [field, [...value].sort()];
    if (field === "kind" && file === "providers") return [field, value ?? "provider"];
    return [field, field === "role" ? (value ?? "generalist") : value];
  });
  return Object.fromEntries(fields);
}

function comparable(records: NetworkRecords): Record<string, object[]> {
  const files = Object.entries(records).map(([file, rows]) => {
    const byId = [...rows].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
    return [file, byId.map((row: object) => settled(file, row))];
  });
  return Object.fromEntries(files);
}

describe("importFolder, against folders whose meaning is known", () => {
  test.each([1, 2])("random network %i is held exactly, however it is spelled", async (seed) => {
    const { records, districts } = randomNetwork(seed, { systems: 60 });
    const database = await withDirectory(districts);
    const { rejects, files } = await importFolder(database, folderWith(folderOf(records, seed)), { now });
    expect(rejects).toBeNull();
    expect(comparable(await heldRecords(database))).toEqual(comparable(records));

    const again = await importFolder(database, folderWith(folderOf(records, seed + 1000)), { now });
    for (const [name, { read }] of Object.entries(files)) expect([name, again.files[name]]).toEqual([name, { read, taken: 0, unchanged: read, rejected: 0 }]);
  });

  describe("a hostile folder", () => {
    const hostile = hostileFolder(now);

    async function imported() {
      const database = await withDirectory(hostile.districts);
      const { rejects } = await importFolder(database, folderWith(hostile.files), { now });
      const cells: string[][] = rejects ? parse(readFileSync(rejects)).slice(1) : [];
      const rows = new Map<string, string[]>();
      for (const [file, line, column = ""] of cells) rows.set(`${file}:${line}`, [...(rows.get(`${file}:${line}`) ?? []), column]);
      return { database, rows };
    }

    test("every bad row is rejected and every bad cell is named, and no other", async () => {
      const { rows } = await imported();
      const expected = hostile.rejects.map(({ file, line, columns, why }) => {
        const named = rows.get(`${file}:${line}`) ?? [];
        const either = columns.map((column) => column.split("|").find((one) => named.includes(one)) ?? column);
        return [`${file}:${line}`, why, columns.length === 0 && named.length > 0 ? named : either.sort()];
      });
      const whys = new Map(hostile.rejects.map(({ file, line, why }) => [`${file}:${line}`, why]));
      // The quotation mark that is never closed costs its own line; what is left of its row is a bad row of its own.
      rows.delete("resources.csv:19");
      expect([...rows].map(([place, columns]) => [place, whys.get(place), columns.sort()])).toEqual(expected);
    });

    test("every good row is held as it says, and no other", async () => {
      const { database } = await imported();
      const held = await heldRecords(database);
      const ids = Object.entries(held).flatMap(([file, rows]) => rows.map((row: object) => `${file} ${idOf(row)}`));
      expect(ids.sort()).toEqual(hostile.accepted.map(({ file, id }) => `${file} ${id.trim()}`).sort());
      for (const { file, id, read, why } of hostile.accepted) {
        const row = held[file].find((one) => idOf(one) === id.trim());
        expect([why, settled(file, row ?? {})]).toMatchObject([why, settled(file, read)]);
      }
    });
  });
});
