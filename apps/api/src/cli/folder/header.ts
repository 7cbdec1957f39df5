import type { CsvRow } from "./csvScanner";
import type { CellFault, ImportFile } from "./importFile";
import { Unreadable } from "./unreadable";

/** Which column of a file each cell of a row belongs to. */
export interface Header {
  /** Per cell: its column's header, in lower case, for a known column as for an unknown one. */
  readonly headers: readonly string[];
  /** Headers that the file's format does not know, as they are written. */
  readonly unknown: readonly string[];
}

/** @returns the header, or the faults that keep the whole file from being read */
export function readHeader<Row>(file: ImportFile<Row>, row: CsvRow | undefined): Header | readonly CellFault[] {
  if (!row) return [{ column: "", reason: "The file is empty: it needs a header row." }];
  const written: string[] = [];
  for (const cell of row.cells) {
    if (cell instanceof Unreadable) return [{ column: "", reason: `The header row cannot be read. ${cell.reason}` }];
    written.push(cell.trim());
  }
  while (written.at(-1) === "") written.pop();

  const headers = written.map((header) => header.toLowerCase());
  const known = new Set(columnsOf(file).map(({ header }) => header));
  const faults = [...repeated(headers, known), ...missing(file, new Set(headers))];
  if (faults.length > 0) return faults;
  return {
    headers: headers.map((header, at) => (header === "" ? `column ${at + 1}` : header)),
    unknown: written.filter((_, at) => !known.has(headers[at] ?? "")).map((header) => header || "(no name)"),
  };
}

/** The columns of a file in the order in which they are written. */
export function columnsOf<Row>(file: ImportFile<Row>) {
  return Object.values<ImportFile<Row>["columns"][keyof Row]>(file.columns);
}

function repeated(headers: readonly string[], known: ReadonlySet<string>): CellFault[] {
  const twice = new Set(headers.filter((header, at) => known.has(header) && headers.indexOf(header) < at));
  return [...twice].map((column) => ({ column, reason: "The header row has this column twice." }));
}

function missing<Row>(file: ImportFile<Row>, headers: ReadonlySet<string>): CellFault[] {
  const faults = columnsOf(file)
    .filter(({ header, required }) => required && !headers.has(header))
    .map(({ header }) => ({ column: header, reason: "The header row lacks this column." }));
  const sets = file.headersAnyOf ?? [];
  if (sets.length > 0 && !sets.some((set) => set.every((header) => headers.has(header)))) {
    const either = sets.map((set) => set.join(" and ")).join(", or ");
    faults.push({ column: sets[0]?.[0] ?? "", reason: `The header row lacks ${either}.` });
  }
  return faults;
}
