import { open } from "node:fs/promises";
import { basename } from "node:path";
import { sql } from "drizzle-orm";
import { recordEvent } from "../../access/audit/audit.queries";
import type { Connection, Database } from "../../db/client";
import { bytesOf, readCsv } from "../folder/csvReader";
import { readHeader } from "../folder/header";
import { importRows, refuseFile, type Counts } from "../folder/importOne";
import { RejectsFile } from "../folder/rejects";
import { loadRules } from "../folder/rules.queries";
import { openDirectory } from "./directoryFile";
import { districtsLoad } from "./districts.load";

export interface DirectoryOptions {
  /** The moment of loading, at which the districts that are no longer listed are gone. */
  readonly now: Date;
  /** Called now and then, with the rows that have been read so far. */
  onProgress?(rows: number): void;
}

export interface DirectoryResult extends Counts {
  /** Districts of earlier editions that are listed no more. */
  readonly gone: number;
  /** Where the rejects are, or null where everything was taken. */
  readonly rejects: string | null;
}

/**
 * Loads or updates the district directory from a plain CSV file or an export of NCES's ELSI table generator. A district
 * that is no longer listed stays, marked as gone. What is not taken is listed in `<file>.rejects.csv`.
 *
 * @throws when the file cannot be opened
 */
export async function loadDirectory(connection: Connection, path: string, options: DirectoryOptions): Promise<DirectoryResult> {
  const file = await open(path);
  const rejects = await RejectsFile.start(`${path}.rejects.csv`);
  try {
    const rules = await loadRules(connection, options.now);
    const result = await connection.db.transaction(async (tx) => {
      const into = { tx, fileName: basename(path), rules, rejects, onRows: (rows: number) => options.onProgress?.(rows) };
      const directory = await openDirectory(readCsv(bytesOf(file)), rules);
      const header = readHeader(districtsLoad.file, directory.header);
      const counts =
        "headers" in header ? await importRows(districtsLoad, header, directory.rows, into) : await refuseFile(header, into);
      const { read, taken, rejected } = counts;
      await recordEvent(tx, { action: "import.loaded", subjectType: "file", subjectId: into.fileName, detail: { directory: path, read, taken, rejected } });
      return { ...counts, gone: await goneDistricts(tx) };
    });
    return { ...result, rejects: rejects.path };
  } finally {
    await rejects.close();
    await file.close();
  }
}

async function goneDistricts(tx: Database): Promise<number> {
  const [gone] = await tx.execute<{ count: number }>(sql`select count(*)::integer as count from districts where gone_at is not null`);
  return gone?.count ?? 0;
}
