import { describe, expect, test } from "vitest";
import { nothing, type CellFacts } from "../figure/protection";
import { placeKey } from "./guardedCounts.queries";
import { guardedTable } from "./guardedTable";
import type { Dimension } from "./scope.type";

/** A cell of so many systems with a record each, worked on by four organisations in equal parts. */
const cell = (systems: number, others: number | null = null): CellFacts => {
  const of = (records: number) => ({ records, systems: records, largestSystem: 1, organisations: 4, largestOrganisation: records / 4 });
  return { ...nothing(false), all: of(systems), others: others === null ? null : of(others) };
};

interface Table {
  readonly rows: Dimension;
  readonly columns: Dimension | null;
  readonly counts: readonly (readonly CellFacts[])[];
  readonly mayShow?: boolean;
}

/** Which places are shown, as a picture: a line for each row. */
function picture({ rows, columns, counts, mayShow = true }: Table): string[] {
  const rowKeys = counts.map((_, row) => `r${row}`);
  const columnKeys = (counts[0] ?? []).map((_, column) => `c${column}`);
  const cells = new Map(counts.flatMap((line, row) => line.map((facts, column) => [placeKey(`r${row}`, columns ? `c${column}` : ""), facts] as const)));
  const table = guardedTable(
    { cells, totals: new Map() },
    { rows: { dimension: rows, keys: rowKeys }, columns: columns && { dimension: columns, keys: columnKeys }, hasOwnProvider: false, mayShow },
  );
  return rowKeys.map((key) => table.filter(({ row }) => row === key).map(({ shown }) => (shown ? "#" : ".")).join(""));
}

describe("a table", () => {
  test("withholds what is thin, and with it what would give it away", () => {
    expect(picture({ rows: "LOCALE", columns: null, counts: [[cell(40)], [cell(12)], [cell(4)], [cell(30)]] })).toEqual(["#", ".", ".", "#"]);
  });

  test("withholds nothing more where nothing, or much together, is withheld", () => {
    expect(picture({ rows: "LOCALE", columns: null, counts: [[cell(40)], [cell(12)], [cell(0)]] })).toEqual(["#", "#", "."]);
    expect(picture({ rows: "LOCALE", columns: null, counts: [[cell(40)], [cell(6)], [cell(7)]] })).toEqual(["#", ".", "."]);
  });

  test("of months takes a system for one that may be in all of them", () => {
    expect(picture({ rows: "MONTH", columns: null, counts: [[cell(40)], [cell(12)], [cell(6)], [cell(7)]] })).toEqual(["#", ".", ".", "."]);
  });

  test("of topics has no total: each stands alone", () => {
    expect(picture({ rows: "TOPIC", columns: null, counts: [[cell(40)], [cell(12)], [cell(4)]] })).toEqual(["#", "#", "."]);
  });

  test("looks along rows and columns until neither gives anything away", () => {
    const counts = [
      [cell(4), cell(20), cell(30)],
      [cell(25), cell(40), cell(50)],
      [cell(35), cell(60), cell(70)],
    ];
    expect(picture({ rows: "LOCALE", columns: "REGION", counts })).toEqual(["..#", ".##", "###"]);
  });

  test("by topic and month is looked at along the months alone", () => {
    const counts = [
      [cell(4), cell(20), cell(30)],
      [cell(25), cell(40), cell(50)],
    ];
    expect(picture({ rows: "TOPIC", columns: "MONTH", counts })).toEqual(["..#", "###"]);
  });

  test("shows nothing where its scope cuts off a thin slice", () => {
    expect(picture({ rows: "LOCALE", columns: null, counts: [[cell(40)], [cell(30)]], mayShow: false })).toEqual([".", "."]);
  });

  test("withholds what is thin without the viewer's own rows", () => {
    expect(picture({ rows: "TOPIC", columns: null, counts: [[cell(40, 30)], [cell(40, 9)]] })).toEqual(["#", "."]);
  });
});
