import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hostileFolder } from "./hostileFolder";
import { RANDOM_NETWORK_NOW, randomNetwork } from "./randomNetwork";
import { readTime } from "./readCells";
import { readFolder } from "./readFolder";
import { Rng } from "./random";
import { anyInstant } from "./randomTimes";
import { timeSpellings } from "./spelling";
import { folderOf, writeFolder } from "./writeFolder";

const place = ({ file, line }: { file: string; line: number }): string => `${file}:${line}`;

describe("timeSpellings", () => {
  test("all say the same instant", () => {
    const rng = new Rng(7);
    for (const instant of Array.from({ length: 500 }, () => anyInstant(rng))) {
      for (const spelling of timeSpellings(instant)) expect([spelling, readTime(spelling)]).toEqual([spelling, instant]);
    }
  });
});

describe("folderOf", () => {
  test.each([1, 2, 3])("a folder of network %i says exactly what its records say", (seed) => {
    const { records, districts } = randomNetwork(seed, { systems: 60 });
    const files = new Map([...folderOf(records, seed)].map(([name, content]) => [name, Buffer.from(content)]));
    const read = readFolder(files, districts, RANDOM_NETWORK_NOW);
    expect(read.rejects).toEqual([]);
    expect(read.records).toEqual(records);
  });
});

describe("writeFolder", () => {
  test("writes eight files, in which every way of spelling occurs", () => {
    const folder = mkdtempSync(join(tmpdir(), "folder-"));
    writeFolder(folder, randomNetwork(4, { systems: 60 }).records, 4);
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    rmSync(folder, { recursive: true });
    expect(files).toHaveLength(8);
    const spellings: Record<string, RegExp> = {
      "a byte order mark": /^\uFEFF/,
      "carriage returns": /\r\n/,
      "a percentage": /,\d+(\.\d)?%,/,
      "a US time": /\d\/\d{4} \d+:\d\d (AM|pm)/,
      "a US day": /,\d+\/\d+\/2020,/,
      "a day": /,2020-\d\d-\d\d,/,
      "a time without an offset": /,2020-\d\d-\d\dT\d\d:\d\d,/,
      "a foreign offset": /\+05:30/,
      "a guarded formula": /,"?'=/,
      "a formula": /,"?=/,
      "a quoted line break": /"[^"]*[a-z]\n[a-z][^"]*"/,
      "a state's full name": /,(New York|NEW YORK|Ohio|OHIO|Texas|TEXAS|Kansas|Guam|Iowa|Utah|Maine)/,
      "an empty list item": /;;/,
      "a column nobody knows": /colour of the form/i,
    };
    expect(Object.entries(spellings).filter(([, pattern]) => !files.some((file) => pattern.test(file)))).toEqual([]);
  });
});

describe("hostileFolder", () => {
  const hostile = hostileFolder(RANDOM_NETWORK_NOW);
  const read = readFolder(hostile.files, hostile.districts, RANDOM_NETWORK_NOW);

  test("has every bad row where it says, and no other", () => {
    expect(read.rejects.map(place)).toEqual(hostile.rejects.map(place));
    expect(hostile.rejects.length).toBeGreaterThan(140);
  });

  test("names every bad column of a bad row", () => {
    const named = hostile.rejects.map(({ why, columns }, index) => ({
      why,
      columns: columns.length === 0 ? [] : [...(read.rejects[index]?.columns ?? [])].sort(),
    }));
    const expected = hostile.rejects.map(({ why, columns }, index) => ({
      why,
      columns: columns
        .map((column) => column.split("|").find((either) => named[index]?.columns.includes(either)) ?? column)
        .sort(),
    }));
    expect(named).toEqual(expected);
  });

  test("has every good row as it says, and no other", () => {
    const ids = ({ records }: typeof read) =>
      Object.entries(records).flatMap(([file, rows]) =>
        rows.map((row: object) => `${file} ${"sessionId" in row ? String(row.sessionId) : "id" in row ? String(row.id) : ""}`),
      );
    expect(ids(read).sort()).toEqual(hostile.accepted.map(({ file, id }) => `${file} ${id}`).sort());
    for (const { file, id, read: expected, why } of hostile.accepted) {
      const row = read.records[file].find((one) => ("sessionId" in one ? one.sessionId : one.id) === id);
      expect([why, row]).toMatchObject([why, expected]);
    }
  });
});
