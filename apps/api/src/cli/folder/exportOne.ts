import type { FileHandle } from "node:fs/promises";
import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Column } from "./column";
import { csvLine } from "./csvLine";
import type { FileLoad } from "./fileLoad";
import { columnsOf } from "./header";

const ROWS_AT_A_TIME = 2000;

export interface OneExport {
  readonly tx: Database;
  readonly file: FileHandle;
  onRows(rows: number): void;
}

/**
 * Writes what the network holds of one kind as a file that an import reads back without changing anything.
 * @returns how many rows were written
 */
export async function exportFile<Row>(load: FileLoad<Row>, { tx, file, onRows }: OneExport): Promise<number> {
  const columns = columnsOf(load.file);
  const id = columns[0]?.header ?? "";
  const selected = columns.map(({ header, pgType }) => (pgType === "timestamptz" ? `${inMilliseconds(header)} as ${header}` : header));
  await tx.execute(
    sql.raw(`declare exported no scroll cursor for select ${selected.join(", ")} from (${load.held}) held order by ${id} collate "C"`),
  );
  await file.appendFile(csvLine(columns.map(({ header }) => header)));
  let written = 0;
  for (;;) {
    const rows = await tx.execute<Record<string, unknown>>(sql.raw(`fetch ${ROWS_AT_A_TIME} from exported`));
    if (rows.length === 0) break;
    await file.appendFile(rows.map((row) => csvLine(columns.map((column) => cellOf(column, row[column.header])))).join(""));
    written += rows.length;
    onRows(written);
  }
  await tx.execute(sql`close exported`);
  return written;
}

function inMilliseconds(moment: string): string {
  return `round(extract(epoch from ${moment}) * 1000)::float8`;
}

/** The database gives a column's values in the column's own type, moments apart: they come as milliseconds. */
function cellOf<Value>(column: Column<Value>, value: unknown): string {
  const isMoment = column.pgType === "timestamptz" && typeof value === "number";
  return column.write((isMoment ? new Date(value) : value) as Value);
}
