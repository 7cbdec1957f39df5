import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { recordEvent } from "../../access/audit/audit.queries";
import type { Connection } from "../../db/client";
import { LOADS } from "./loads";

export interface ExportOptions {
  /** Called now and then, with the rows of a file that have been written so far. */
  onProgress?(file: string, rows: number): void;
}

/**
 * Writes the whole network, as it stands at one moment, into the CSV files of an import folder: UTF-8, LF, rows by id,
 * times in UTC. The folder is made where it is missing; files of the same names are replaced, each when it is whole. Leaves
 * in the audit trail that it did.
 *
 * @returns rows written, by file name
 */
export async function exportFolder({ db }: Connection, folder: string, options: ExportOptions = {}): Promise<Readonly<Record<string, number>>> {
  await mkdir(folder, { recursive: true });
  const written: Record<string, number> = {};
  await db.transaction(
    async (tx) => {
      for (const { fileName, exportTo } of LOADS) {
        const path = join(folder, fileName);
        const unfinished = `${path}.part`;
        const file = await open(unfinished, "w");
        try {
          written[fileName] = await exportTo({ tx, file, onRows: (rows) => options.onProgress?.(fileName, rows) });
        } finally {
          await file.close();
        }
        await rename(unfinished, path);
      }
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  await recordEvent(db, { action: "records.exported", subjectType: "records", subjectId: "network", detail: { folder, rows: written } });
  return written;
}
