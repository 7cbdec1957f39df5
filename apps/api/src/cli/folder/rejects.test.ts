import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { csvLine } from "./csvLine";
import { guardFormula, unguardFormula } from "./formulaGuard";
import { RejectsFile } from "./rejects";

function rejectsPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "rejects-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "rejects.csv");
}

test("an old file is removed, and none is left where nothing was rejected", async () => {
  const path = rejectsPath();
  writeFileSync(path, "old");
  const rejects = await RejectsFile.start(path);
  await rejects.close();
  expect(rejects.path).toBeNull();
  expect(existsSync(path)).toBe(false);
});

test("a reject is a line that no spreadsheet runs, its value cut where it is long", async () => {
  const path = rejectsPath();
  const rejects = await RejectsFile.start(path);
  await rejects.write([{ file: "coaches.csv", line: 2, column: "name", value: '=HYPERLINK("x")', reason: "No, thanks." }]);
  await rejects.write([{ file: "coaches.csv", line: 3, column: "name", value: "😀".repeat(300), reason: "Too long." }]);
  await rejects.close();
  expect(rejects.path).toBe(path);
  expect(parse(readFileSync(path))).toEqual([
    ["file", "line", "column", "value", "reason"],
    ["coaches.csv", "2", "name", `'=HYPERLINK("x")`, "No, thanks."],
    ["coaches.csv", "3", "name", `${"😀".repeat(200)}…`, "Too long."],
  ]);
});

test("taking the guard off gives back what was written, and what is written runs nowhere", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom("=", "'", "-", "@", "+", "a", '"', ",", "\n") }), { minLength: 2 }), (cells) => {
      const [written] = parse(csvLine(cells));
      expect(written?.map(unguardFormula)).toEqual(cells);
      expect(cells.map(guardFormula).some((cell) => /^[=+\-@]/.test(cell))).toBe(false);
    }),
  );
});
