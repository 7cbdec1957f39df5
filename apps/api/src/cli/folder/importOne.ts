import type { FileHandle } from "node:fs/promises";
import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { LOCKS } from "../../db/locks";
import { bytesOf, readCsv } from "./csvReader";
import type { CsvRow } from "./csvScanner";
import type { FileLoad } from "./fileLoad";
import { readHeader, type Header } from "./header";
import type { CellFault } from "./importFile";
import type { Reject, RejectsFile } from "./rejects";
import { RowReader } from "./rowReader";
import type { Rules } from "./rules";
import { Staging } from "./staging";

/** What became of a file's rows. `read` is the sum of the others; a file that cannot be read at all is one rejected row. */
export interface Counts {
  readonly read: number;
  /** Rows of which the network holds something else than before. */
  readonly taken: number;
  /** Rows that say what the network held already. */
  readonly unchanged: number;
  readonly rejected: number;
}

export interface OneImport {
  /** Commits with everything of the file, or not at all. */
  readonly tx: Database;
  /** What the file is called among the rejects. */
  readonly fileName: string;
  readonly rules: Rules;
  readonly rejects: RejectsFile;
  onRows(rows: number): void;
}

const REJECTS_AT_A_TIME = 1000;


/** Takes one file into the network. `unknown` are the headers that its format does not know. */
export async function importFile<Row>(load: FileLoad<Row>, file: FileHandle, into: OneImport): Promise<Counts & { unknown: readonly string[] }> {
  const rows = readCsv(bytesOf(file));
  const first = await rows.next();
  const header = readHeader(load.file, first.done ? undefined : first.value);
  if ("headers" in header) return { ...(await importRows(load, header, rows, into)), unknown: header.unknown };
  return { ...(await refuseFile(header, into)), unknown: [] };
}

/** Tells why a file cannot be read at all. */
export async function refuseFile(faults: readonly CellFault[], { rejects, fileName }: OneImport): Promise<Counts> {
  await rejects.write(faults.map((fault) => ({ ...fault, file: fileName, line: 1, value: "" })));
  return { read: 1, taken: 0, unchanged: 0, rejected: 1 };
}

/** Takes the rows below a header. The temporary tables of {@link FileLoad} stand until the transaction ends. */
export async function importRows<Row>(load: FileLoad<Row>, header: Header, rows: AsyncIterable<CsvRow>, into: OneImport): Promise<Counts> {
  await into.tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.import})`);
  const staging = new Staging(into.tx, load);
  await staging.create();
  const reader = new RowReader(load.file, header, into.rules);
  let read = 0;
  for await (const row of rows) {
    read += 1;
    if (!staging.add(reader.read(row))) continue;
    await staging.flush();
    into.onRows(read);
  }
  await staging.flush();
  await staging.settle();
  await load.write(into.tx, into.rules.now);
  into.onRows(read);

  const rejected = await writeRejects(into);
  const taken = await takenRows(into.tx);
  return { read, taken, unchanged: read - taken - rejected, rejected };
}

async function takenRows(tx: Database): Promise<number> {
  const [changed] = await tx.execute<{ rows: number }>(sql`select coalesce(sum(copies), 0)::integer as rows from changed`);
  return changed?.rows ?? 0;
}

/** @returns how many rows were rejected */
async function writeRejects({ tx, rejects, fileName }: OneImport): Promise<number> {
  await tx.execute(sql`
    declare rejected no scroll cursor for
    select line, column_name as "column", value, reason from faults order by line, place, column_name`);
  for (;;) {
    const faults = await tx.execute<Omit<Reject, "file"> & Record<string, unknown>>(
      sql`fetch ${sql.raw(String(REJECTS_AT_A_TIME))} from rejected`,
    );
    if (faults.length === 0) break;
    await rejects.write(faults.map((fault) => ({ ...fault, file: fileName })));
  }
  await tx.execute(sql`close rejected`);
  const [counted] = await tx.execute<{ rows: number }>(sql`select count(distinct line)::integer as rows from faults`);
  return counted?.rows ?? 0;
}
