import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv, type ReadBytes } from "./csvReader";
import { Unreadable } from "./unreadable";

/** Hands out a few bytes at a time, so that every cell crosses the edge of a read somewhere. */
function inPieces(bytes: Uint8Array, size = bytes.length): ReadBytes {
  return async (into, position) => {
    const piece = bytes.subarray(position, position + Math.min(size, into.length));
    into.set(piece);
    return piece.length;
  };
}

async function rowsOf(content: string | Uint8Array, size?: number) {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const rows = [];
  for await (const row of readCsv(inPieces(bytes, size))) rows.push(row);
  return rows;
}

async function shortRowsOf(content: string | Uint8Array, size?: number) {
  const rows = await rowsOf(content, size);
  return rows.map(({ line, cells }) => [line, ...cells.map((cell) => (cell instanceof Unreadable ? `! ${cell.reason}` : cell))]);
}

const cellText = fc.string({ unit: fc.constantFrom("a", "é", "😀", " ", ",", '"', "\n", "\r\n", "\r", "=", "'") });
const table = fc.array(fc.array(cellText, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe("readCsv", () => {
  test("reads what csv-parse reads, in pieces of any size", async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom("\n", "\r\n", "\r"), fc.boolean(), fc.integer({ min: 1, max: 9 }), async (rows, end, bom, size) => {
        const content = (bom ? "\uFEFF" : "") + rows.map((cells) => cells.map(quoted).join(",")).join(end);
        const expected = parse(content, { bom: true, relax_column_count: true, record_delimiter: end });
        const read = await rowsOf(Buffer.from(content), size);
        expect(read.map(({ cells }) => cells)).toEqual(expected.filter((cells) => cells.some((cell) => cell.trim() !== "")));
      }),
    );
  });

  test("a record starts on its physical line, whatever ends the lines and however many its cells span", async () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const content = ["id,note", "", '1,"two', 'lines"', "2,b", '3,"x', "", 'y"', "4,d"].join(end);
      for (const size of [1, 2, 3, 100]) {
        expect(await shortRowsOf(content, size)).toEqual([
          [1, "id", "note"],
          [3, "1", `two${end}lines`],
          [5, "2", "b"],
          [6, "3", `x${end}${end}y`],
          [9, "4", "d"],
        ]);
      }
    }
  });

  test("a quote inside an unquoted cell is text", async () => {
    expect(await shortRowsOf('a 5" pipe,"b ""c""", "d"\n')).toEqual([[1, 'a 5" pipe', 'b "c"', ' "d"']]);
  });

  test("an unclosed quote costs the line on which it starts, and no other", async () => {
    const content = 'id,note,more\n1,"open,x\n2,"closed",y\n3,plain,z\n4,"open at the end\n5,b,c';
    for (const size of [1, 7, 1000]) {
      expect(await shortRowsOf(content, size)).toEqual([
        [1, "id", "note", "more"],
        [2, "1", "! The quote that opens this cell is not closed where a cell could end."],
        [3, "2", "closed", "y"],
        [4, "3", "plain", "z"],
        [5, "4", "! The quote that opens this cell is never closed."],
        [6, "5", "b", "c"],
      ]);
    }
  });

  test("an unclosed quote after a cell of two lines costs those two lines", async () => {
    expect(await shortRowsOf('1,"two\r\nlines","open\r\n2,b\r\n3,"c"\r\n')).toEqual([
      [1, "1", "two\r\nlines", "! The quote that opens this cell is not closed where a cell could end."],
      [3, "2", "b"],
      [4, "3", "c"],
    ]);
  });

  test("text after a closing quote costs its line", async () => {
    expect(await shortRowsOf('1,"a"b,"c\n2,d\n')).toEqual([
      [1, "1", "! Text follows the quote that closes this cell."],
      [2, "2", "d"],
    ]);
  });

  test("a cell that is not UTF-8 or holds NUL is unreadable, its neighbours are not", async () => {
    const content = Buffer.concat([Buffer.from("1,a"), Buffer.from([0xff]), Buffer.from(",b\n2,"), Buffer.from([0]), Buffer.from(",é\n")]);
    expect(await shortRowsOf(content)).toEqual([
      [1, "1", "! Is not UTF-8 text.", "b"],
      [2, "2", "! Holds a NUL character.", "é"],
    ]);
  });

  test("a cell may hold 64 KiB and not a byte more", async () => {
    const longest = "é".repeat(32 * 1024);
    const [row, tooLong, quotedTooLong, next] = await shortRowsOf(`1,${longest},x\n2,${longest}e,x\n3,"${longest}\n",x\n4,b\n`, 50_000);
    expect(row).toEqual([1, "1", longest, "x"]);
    expect(tooLong).toEqual([2, "2", "! Longer than 64 KiB.", "x"]);
    expect(quotedTooLong).toEqual([3, "3", "! Longer than 64 KiB.", "x"]);
    expect(next).toEqual([5, "4", "b"]);
  });

  test("a file that never closes a quote is read on from the next line however long it is", async () => {
    const rest = Array.from({ length: 60_000 }, (_, at) => `${at},plain text`).join("\n");
    const rows = await rowsOf(`x,"open\n${rest}`);
    expect(rows).toHaveLength(60_001);
    expect(rows[60_000]).toMatchObject({ line: 60_001, cells: ["59999", "plain text"] });
  });

  test("a row of endless cells is cut", async () => {
    const [row, next] = await rowsOf(`${"a,".repeat(10_000)}\nb\n`);
    expect(row?.cells).toHaveLength(4097);
    expect(next?.cells).toEqual(["b"]);
  });

  test("nothing, blank lines and rows of empty cells are no records", async () => {
    expect(await rowsOf("")).toEqual([]);
    expect(await rowsOf("\uFEFF")).toEqual([]);
    expect(await rowsOf('\n\r\n , ,\n"",\n')).toEqual([]);
  });

  test("any bytes whatever are read to the end", async () => {
    const byte = fc.oneof(fc.constantFrom(10, 13, 34, 44, 0x61), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(byte, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), async (bytes, size) => {
        const whole = await rowsOf(Uint8Array.from(bytes));
        expect(await rowsOf(Uint8Array.from(bytes), size)).toEqual(whole);
        const lines = whole.map(({ line }) => line);
        expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });
});
