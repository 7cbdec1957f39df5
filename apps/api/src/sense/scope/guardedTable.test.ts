import { expect, test } from "vitest";
import { nothing, type CellFacts } from "../figure/protection";
import { placeKey } from "./guardedCounts.queries";
import { guardedTable } from "./guardedTable";

/** A cell of so many systems with a record each, worked on by four organisations in equal parts. */
const cell = (systems: number, others: number | null = null): CellFacts => {
  const of = (records: number) => ({ records, systems: records, largestSystem: 1, organisations: 4, largestOrganisation: records / 4 });
  return { ...nothing(false), all: of(systems), others: others === null ? null : of(others) };
};

test("every place is listed; one is shown when its cell is thick and may be shown for what its row, column and scope say together", () => {
  const asked: string[] = [];
  const table = guardedTable(
    { cells: new Map([[placeKey("CITY", "true"), cell(40)], [placeKey("RURAL", "true"), cell(40, 4)], [placeKey("TOWN", "true"), cell(12)]]), totals: new Map() },
    {
      rows: { dimension: "LOCALE", keys: ["CITY", "SUBURB", "RURAL", "TOWN"] },
      columns: { dimension: "TITLE_I", keys: ["true"] },
      hasOwnProvider: false,
      scope: ["REGION=SOUTH"],
      mayShow: (conditions) => {
        asked.push(conditions.join(" "));
        return !conditions.includes("LOCALE=TOWN");
      },
    },
  );
  expect(table.map(({ row, shown }) => [row, shown])).toEqual([["CITY", true], ["SUBURB", false], ["RURAL", false], ["TOWN", false]]);
  expect(asked).toEqual(["REGION=SOUTH LOCALE=CITY TITLE_I=true", "REGION=SOUTH LOCALE=TOWN TITLE_I=true"]);
});
