import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { recordEvent } from "../../access/audit/audit.queries";
import type { Connection } from "../../db/client";
import type { Counts } from "./importOne";
import { LOADS } from "./loads";
import { RejectsFile } from "./rejects";
import { loadRules } from "./rules.queries";

export interface ImportOptions {
  /** The moment of reading: later times are refused, and tags that change are dated by it. */
  readonly now: Date;
  /** Called now and then, with the rows of a file that have been read so far. */
  onProgress?(file: string, rows: number): void;
}

export interface ImportResult {
  /** By file name, in the order in which the files were read. Only those that the folder has. */
  readonly files: Readonly<Record<string, Counts>>;
  /** Columns that the format does not know; their cells were not read. */
  readonly unknownColumns: readonly { readonly file: string; readonly column: string }[];
  /** CSV files in the folder that the format does not know. */
  readonly unknownFiles: readonly string[];
  /** Where the rejects are, or null where everything was taken. */
  readonly rejects: string | null;
}

const REJECTS = "rejects.csv";

/**
 * Takes the CSV files of a folder into the network, each in one transaction and in the order in which they refer to
 * each other. Rows that the network holds already are not written. What is not taken is listed in the folder's
 * `rejects.csv`, which replaces that of an earlier import.
 *
 * @throws when the folder cannot be read or holds none of the files
 */
export async function importFolder(connection: Connection, folder: string, options: ImportOptions): Promise<ImportResult> {
  const found = await csvFilesIn(folder);
  const loads = LOADS.filter(({ fileName }) => found.includes(fileName));
  if (loads.length === 0) {
    throw new Error(`${folder} holds none of the files ${LOADS.map(({ fileName }) => fileName).join(", ")}.`);
  }

  const rejects = await RejectsFile.start(join(folder, REJECTS));
  const rules = await loadRules(connection, options.now);
  const files: Record<string, Counts> = {};
  const unknownColumns: { file: string; column: string }[] = [];
  try {
    for (const { fileName, importFrom } of loads) {
      const file = await open(join(folder, fileName));
      try {
        const { unknown, ...counts } = await connection.db.transaction(async (tx) => {
          const imported = await importFrom(file, { tx, fileName, rules, rejects, onRows: (rows) => options.onProgress?.(fileName, rows) });
          const { read, taken, rejected } = imported;
          await recordEvent(tx, { action: "import.loaded", subjectType: "file", subjectId: fileName, detail: { folder, read, taken, rejected } });
          return imported;
        });
        files[fileName] = counts;
        unknownColumns.push(...unknown.map((column) => ({ file: fileName, column })));
      } finally {
        await file.close();
      }
    }
  } finally {
    await rejects.close();
  }
  const known = new Set(LOADS.map(({ fileName }) => fileName));
  return { files, unknownColumns, unknownFiles: found.filter((name) => !known.has(name)).sort(), rejects: rejects.path };
}

/** Names of the CSV files, without the rejects of an earlier import. A folder that is called like a file is none. */
async function csvFilesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory() && entry.name.endsWith(".csv") && entry.name !== REJECTS).map(({ name }) => name);
}
