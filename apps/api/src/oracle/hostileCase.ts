import type { NetworkRecords } from "@arl/schema/records";

type FileName = keyof NetworkRecords;

/** Cells by column; bytes where no text can say it. */
export type Cells = Readonly<Record<string, string | Uint8Array>>;

/** One row of a hostile file, and what is to become of it. */
export interface Case {
  /** Cells by column, or the whole row as it stands in the file. */
  readonly row: Cells | { readonly raw: string };
  /**
   * The columns to be named where the row is bad; `a|b` is either of two. Empty where the fault lies in no one
   * column. Null for a good row.
   */
  readonly bad: readonly string[] | null;
  /** What a good row is read as, as far as it matters; null where a later row takes its place. */
  readonly read: Readonly<Record<string, unknown>> | null;
  readonly why: string;
}

export const good = (why: string, row: Cells, read: Case["read"] = {}): Case => ({ row, bad: null, read, why });

export const bad = (why: string, columns: string, row: Cells): Case => ({
  row,
  bad: columns === "" ? [] : columns.split(" "),
  read: null,
  why,
});

export const badRaw = (why: string, raw: string): Case => ({ row: { raw }, bad: [], read: null, why });

export interface HostileFile {
  readonly name: FileName;
  readonly columns: readonly string[];
  /** Cells of a row that is good; a case says only what differs. The first column is numbered. */
  readonly usual: Cells;
  readonly cases: readonly Case[];
  readonly lineEnd: "\n" | "\r\n";
  readonly bom: boolean;
}

export interface ExpectedReject {
  readonly file: string;
  /** The physical line on which the record starts; the header is on line 1. */
  readonly line: number;
  readonly columns: readonly string[];
  readonly why: string;
}

export interface ExpectedRecord {
  readonly file: FileName;
  /** Value of the file's first column. */
  readonly id: string;
  readonly read: Readonly<Record<string, unknown>>;
  readonly why: string;
}

export interface WrittenFile {
  readonly bytes: Uint8Array;
  readonly rejects: readonly ExpectedReject[];
  readonly accepted: readonly ExpectedRecord[];
}

function cellBytes(cell: string | Uint8Array): Uint8Array {
  if (typeof cell !== "string") return cell;
  return Buffer.from(/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
}

function rowBytes(file: HostileFile, cells: Cells): Uint8Array {
  const columns = [...file.columns, ...Object.keys(cells).filter((column) => !file.columns.includes(column))];
  const parts = columns.flatMap((column, place) => [
    ...(place === 0 ? [] : [Buffer.from(",")]),
    cellBytes(cells[column] ?? ""),
  ]);
  return Buffer.concat(parts);
}

const newlines = (bytes: Uint8Array): number => bytes.filter((byte) => byte === 0x0a).length;

/** The file's bytes, and on which line stands what. */
export function writeCases(file: HostileFile): WrittenFile {
  const [idColumn = ""] = file.columns;
  const end = Buffer.from(file.lineEnd);
  const chunks: Uint8Array[] = [Buffer.from(file.bom ? "\uFEFF" : ""), Buffer.from(file.columns.join(",")), end];
  const rejects: ExpectedReject[] = [];
  const accepted: ExpectedRecord[] = [];
  let line = 2;
  file.cases.forEach(({ row, bad: columns, read, why }, place) => {
    const usual: Cells = { ...file.usual, ...(file.usual[idColumn] === undefined ? { [idColumn]: `${file.name}-${place}` } : {}) };
    const raw = "raw" in row && typeof row.raw === "string" ? row.raw : null;
    const cells: Cells = { ...usual, ...(row as Cells) };
    const bytes = raw === null ? rowBytes(file, cells) : Buffer.from(raw);
    if (columns !== null) rejects.push({ file: `${file.name}.csv`, line, columns, why });
    else if (read !== null) accepted.push({ file: file.name, id: String(cells[idColumn]), read, why });
    chunks.push(bytes, end);
    line += newlines(bytes) + 1;
  });
  return { bytes: Buffer.concat(chunks), rejects, accepted };
}
