import { describe, expect, test } from "vitest";
import type { CsvRow } from "./csvScanner";
import { readHeader } from "./header";
import { providersFile } from "./providers";
import { ratingsFile } from "./ratings";
import { requestsFile } from "./requests";
import { RowReader } from "./rowReader";
import type { ImportFile } from "./importFile";
import { RULES } from "./testing";
import { Unreadable } from "./unreadable";

const rowOf = (...cells: CsvRow["cells"]): CsvRow => ({ line: 7, cells, broken: false });

function readerOf<Row>(file: ImportFile<Row>, ...headers: string[]): RowReader<Row> {
  const header = readHeader(file, rowOf(...headers));
  if (!("headers" in header)) throw new Error(JSON.stringify(header));
  return new RowReader(file, header, RULES);
}

function faultsOf<Row>(reader: RowReader<Row>, row: CsvRow): string[] {
  return reader.read(row).faults.map(({ column, value, reason }) => `${column}|${value}|${reason}`);
}

describe("readHeader", () => {
  test("columns come in any order and case, unknown ones are reported", () => {
    expect(readHeader(providersFile, rowOf(" NAME", "Notes", "provider_id", "", ""))).toEqual({
      headers: ["name", "notes", "provider_id"],
      unknown: ["Notes"],
    });
  });

  test.each([
    [undefined, [{ column: "", reason: "The file is empty: it needs a header row." }]],
    [rowOf("name"), [{ column: "provider_id", reason: "The header row lacks this column." }]],
    [rowOf("name", "provider_id", "Name"), [{ column: "name", reason: "The header row has this column twice." }]],
    [
      rowOf("name", new Unreadable("Is not UTF-8 text.", "�")),
      [{ column: "", reason: "The header row cannot be read. Is not UTF-8 text." }],
    ],
  ])("a header that does not do says why", (row, faults) => {
    expect(readHeader(providersFile, row)).toEqual(faults);
  });

  test("requests need a leaid column, or a name and a state", () => {
    expect(readHeader(requestsFile, rowOf("request_id", "submitted_at", "system_name"))).toEqual([
      { column: "leaid", reason: "The header row lacks leaid, or system_name and state." },
    ]);
  });
});

describe("RowReader", () => {
  const ratings = readerOf(ratingsFile, "session_id", "rated_at", "rating", "wants_more", "comment");

  test("a row is its record", () => {
    expect(ratings.read(rowOf("s1", "2020-05-01", "5.0", "", "'=good"))).toMatchObject({
      line: 7,
      faults: [],
      fields: { sessionId: "s1", ratedAt: new Date("2020-05-01T04:00:00Z"), rating: 5, wantsMore: null, comment: "=good" },
    });
    expect(ratings.read(rowOf("s1", "2020-05-01", "5")).fields).toMatchObject({ wantsMore: null, comment: null });
  });

  test("every bad cell of a row is named", () => {
    expect(faultsOf(ratings, rowOf("", "soon", "6", "maybe", "fine", "", "more"))).toEqual([
      "column 7|more|Stands past the last column.",
      "session_id||Missing.",
      "rated_at|soon|Not a time: write it as 2020-05-31, 2020-05-31T14:30 or 5/31/2020 2:30 PM.",
      "rating|6|Not a whole number from 1 to 5.",
      "wants_more|maybe|Not yes or no.",
    ]);
  });

  test("an unreadable cell rejects the row, also in a column that is not read", () => {
    const reader = readerOf(providersFile, "provider_id", "name", "notes");
    expect(faultsOf(reader, rowOf("p1", new Unreadable("Is not UTF-8 text.", "a�"), new Unreadable("Longer than 64 KiB.", "b…")))).toEqual([
      "name|a�|Is not UTF-8 text.",
      "notes|b…|Longer than 64 KiB.",
    ]);
  });

  test("where the quoting broke, the cells after it are not judged", () => {
    const row: CsvRow = { line: 7, cells: ["s1", new Unreadable("Never closed.", "2020")], broken: true };
    expect(faultsOf(ratings, row)).toEqual(["rated_at|2020|Never closed."]);
  });

  test("a request without a leaid names its system and state", () => {
    const requests = readerOf(requestsFile, "request_id", "submitted_at", "leaid", "system_name", "state");
    const why = "Missing: a request without a leaid names its system and state.";
    expect(faultsOf(requests, rowOf("r1", "2020-05-01", "", "", ""))).toEqual([`system_name||${why}`, `state||${why}`]);
    expect(faultsOf(requests, rowOf("r1", "2020-05-01", "", "—", "NY"))).toEqual(["system_name|—|Holds no letter or digit."]);
    expect(faultsOf(requests, rowOf("r1", "2020-05-01", "360", "", ""))).toEqual(["leaid|360|Not an NCES id of seven digits."]);
  });

  test("without a directory, a leaid's first digits are its state", () => {
    const requests = readerOf(requestsFile, "request_id", "submitted_at", "leaid", "state");
    expect(faultsOf(requests, rowOf("r1", "2020-05-01", "3600001", ""))).toEqual([]);
    expect(faultsOf(requests, rowOf("r1", "2020-05-01", "5900001", "BI"))).toEqual([]);
    expect(faultsOf(requests, rowOf("r1", "2020-05-01", "3600001", "Ohio"))).toEqual(["leaid|3600001|Belongs to NY, not to OH."]);
    expect(faultsOf(requests, rowOf("r1", "2020-05-01", "9900001", ""))).toEqual(["leaid|9900001|Its first two digits are no state's."]);
  });
});
