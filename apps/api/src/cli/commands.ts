import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { networkClock } from "../clock";
import type { Connection } from "../db/client";
import { migrate } from "../db/migrate";
import { openDatabase } from "../db/open";
import { getSettings } from "../db/settings.queries";
import { loadDemo } from "../demo/load";
import { readEnv } from "../env";
import { loadDirectory } from "./directory/loadDirectory";
import { exportFolder } from "./folder/exportFolder";
import { importFolder } from "./folder/importFolder";
import type { Counts } from "./folder/importOne";
import { finishProgress, showProgress } from "./progress";

/** Runs `work` on the migrated database, starting the embedded server for as long as that takes if need be. */
export async function withDatabase<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  const database = await openDatabase(readEnv(process.env), { by: "The command line" });
  try {
    await migrate(database);
    return await work(database);
  } finally {
    await database.close();
  }
}

export async function migrateDatabase(): Promise<void> {
  await withDatabase(async () => console.log("The database is at the newest version."));
}

export async function loadDemoNetwork(): Promise<void> {
  await withDatabase(loadDemo);
  console.log("The demo network is loaded. Every record in it is invented.");
}

/**
 * A path as it was meant where the command was typed: npm runs scripts in the project's folder.
 * @throws Error when nothing is there
 */
function given(path: string): string {
  const found = resolve(process.env["ARL_TYPED_IN"] ?? ".", path);
  if (!existsSync(found)) throw new Error(`There is nothing at ${found}.`);
  return found;
}

/** @returns how many rows were rejected */
export async function readDirectory(path: string): Promise<{ rejected: number }> {
  const file = given(path);
  const result = await withDatabase(async (connection) =>
    loadDirectory(connection, file, { now: await nowIn(connection), onProgress: (rows) => showProgress("directory", rows) }),
  );
  finishProgress();
  console.log(countsLine("directory", result));
  console.log(`${result.gone} districts of earlier editions are listed no more.`);
  if (result.rejects) console.log(`${result.rejected} rows were rejected: see ${result.rejects}`);
  return result;
}

/** @returns how many rows were rejected */
export async function readFolder(path: string): Promise<{ rejected: number }> {
  const folder = given(path);
  const { files, rejects, unknownColumns, unknownFiles } = await withDatabase(async (connection) => {
    const { demoLoadedAt } = await getSettings(connection.db);
    if (demoLoadedAt) console.log("Note: this is the demo network; what you import will be labelled as invented.");
    return importFolder(connection, folder, { now: networkClock(demoLoadedAt)(), onProgress: showProgress });
  });
  finishProgress();
  for (const [file, counts] of Object.entries(files)) console.log(countsLine(file, counts));
  for (const { file, column } of unknownColumns) console.log(`${file}: the column "${column}" is not known and was not read.`);
  for (const file of unknownFiles) console.log(`${file} is not one of the import files and was not read.`);
  const rejected = Object.values(files).reduce((sum, counts) => sum + counts.rejected, 0);
  if (rejects) console.log(`${rejected} ${rejected === 1 ? "row was" : "rows were"} rejected: see ${rejects}`);
  return { rejected };
}

export async function writeFolder(path: string): Promise<void> {
  const folder = resolve(process.env["ARL_TYPED_IN"] ?? ".", path);
  const written = await withDatabase((connection) => exportFolder(connection, folder, { onProgress: showProgress }));
  finishProgress();
  for (const [file, rows] of Object.entries(written)) console.log(`${file}: ${rows} rows`);
}

async function nowIn({ db }: Connection): Promise<Date> {
  return networkClock((await getSettings(db)).demoLoadedAt)();
}

const countsLine = (file: string, { read, taken, unchanged, rejected }: Counts): string =>
  `${file}: ${read} read, ${taken} taken, ${unchanged} unchanged, ${rejected} rejected`;
