import type { FileHandle } from "node:fs/promises";
import { CsvScanner, type CsvRow } from "./csvScanner";

/** Reads up to `into.length` bytes from `position` on and says how many; 0 at the end. */
export type ReadBytes = (into: Uint8Array, position: number) => Promise<number>;

/** Large enough that reading is rarely waited for, small enough not to matter. */
const CHUNK_BYTES = 256 * 1024;

const BOM = Buffer.from("\uFEFF");

/**
 * The records of a CSV file (RFC 4180; UTF-8, with or without a byte order mark; lines end in CRLF, LF or CR),
 * one by one and in bounded memory however large the file is. Records whose cells are all blank are left out.
 *
 * Nothing that a file contains stops the reading: a cell that is not text, or is too long, is handed on as
 * `Unreadable` within its record; a record whose quoting is broken ends at the broken cell, and reading goes on
 * with the physical line after the one on which that cell began.
 */
export async function* readCsv(read: ReadBytes): AsyncGenerator<CsvRow> {
  const chunk = new Uint8Array(CHUNK_BYTES);
  const scanner = new CsvScanner();
  let chunkStart = 0;
  let chunkLength = 0;
  let position = (await startsWithBom(read)) ? BOM.length : 0;

  for (;;) {
    // A broken record sends the scanner back, at times to before this chunk.
    if (position < chunkStart || position >= chunkStart + chunkLength) {
      chunkStart = position;
      chunkLength = await read(chunk, position);
    }
    const ended = chunkLength === 0;
    position = ended ? scanner.finish(position) : scanner.scan(chunk.subarray(position - chunkStart, chunkLength), position);
    const row = scanner.take();
    if (row && !isBlank(row)) yield row;
    if (ended && !row) return;
  }
}

/** The bytes of an open file, for {@link readCsv}. */
export function bytesOf(file: FileHandle): ReadBytes {
  return async (into, position) => (await file.read(into, 0, into.length, position)).bytesRead;
}

async function startsWithBom(read: ReadBytes): Promise<boolean> {
  const start = Buffer.alloc(BOM.length);
  for (let length = 0; length < BOM.length; ) {
    const more = await read(start.subarray(length), length);
    if (more === 0) return false;
    length += more;
  }
  return start.equals(BOM);
}

function isBlank({ cells }: CsvRow): boolean {
  return cells.every((cell) => typeof cell === "string" && cell.trim() === "");
}
