import type { CsvRow } from "./csvScanner";
import { unguardFormula } from "./formulaGuard";
import type { Header } from "./header";
import type { CellFault, ImportFile } from "./importFile";
import type { Rules } from "./rules";
import { Unreadable } from "./unreadable";

/** A fault with what stood in the cell. */
export interface ValuedFault extends CellFault {
  readonly value: string;
}

export interface ReadRow<Row> {
  readonly line: number;
  /** The fields that could be read: all of them where there are no faults. */
  readonly fields: Partial<Row>;
  /** What the cells of the file's columns hold, by header; as excerpts where they could not be read. */
  readonly cells: Readonly<Record<string, string>>;
  /** Every bad cell of the row. */
  readonly faults: readonly ValuedFault[];
}

/** Reads the rows of one file, each into its record or into all that is wrong with it. */
export class RowReader<Row> {
  readonly #file: ImportFile<Row>;
  readonly #rules: Rules;
  readonly #header: Header;
  readonly #columns: readonly [keyof Row, ImportFile<Row>["columns"][keyof Row]][];

  constructor(file: ImportFile<Row>, header: Header, rules: Rules) {
    this.#file = file;
    this.#rules = rules;
    this.#header = header;
    this.#columns = Object.entries(file.columns) as [keyof Row, ImportFile<Row>["columns"][keyof Row]][];
  }

  read(row: CsvRow): ReadRow<Row> {
    const faults: ValuedFault[] = [];
    const cells = this.#cellsOf(row, faults);
    const unread = new Set(faults.map(({ column }) => column));
    const fields: Partial<Row> = {};
    for (const [field, column] of this.#columns) {
      if (unread.has(column.header) || (row.broken && !(column.header in cells))) continue;
      const cell = cells[column.header] ?? "";
      const value = column.read(cell, this.#rules);
      if (value instanceof Unreadable) faults.push({ column: column.header, value: cell, reason: value.reason });
      else fields[field] = value;
    }
    for (const fault of this.#file.check?.(fields, this.#rules) ?? []) {
      faults.push({ ...fault, value: cells[fault.column] ?? "" });
    }
    return { line: row.line, fields, cells, faults };
  }

  /** Cells by header; what cannot be read at all, and what no column holds, becomes a fault. */
  #cellsOf(row: CsvRow, faults: ValuedFault[]): Record<string, string> {
    const cells: Record<string, string> = Object.create(null);
    row.cells.forEach((cell, at) => {
      const header = this.#header.headers[at];
      const column = header ?? `column ${at + 1}`;
      if (cell instanceof Unreadable) {
        cells[column] = cell.value ?? "";
        faults.push({ column, value: cell.value ?? "", reason: cell.reason });
      } else if (header !== undefined) {
        cells[header] = unguardFormula(cell);
      } else if (cell.trim() !== "") {
        faults.push({ column, value: cell, reason: "Stands past the last column." });
      }
    });
    return cells;
  }
}
