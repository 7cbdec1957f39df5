import { mkdtempSync, rmSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "./client";
import { openEmbedded } from "./embedded";
import { migrate } from "./migrate";

declare module "vitest" {
  export interface ProvidedContext {
    /** A migrated database without a network; tests copy it and never write to it. */
    templateUrl: string;
  }
}

/** What keeps data through a crash of the machine costs much, most of all where a database is made and dropped for every test. */
const NOT_DURABLE = ["fsync", "synchronous_commit", "full_page_writes"];

/** One real server for all database tests of a run, and in it one migrated database to copy from. */
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), "network-test-"));
  chmodSync(dataDir, 0o755);
  const server = await openEmbedded(dataDir);
  const connection = connect(server.url, { max: 2 });
  await migrate(connection);
  for (const setting of NOT_DURABLE) await connection.sql.unsafe(`alter system set ${setting} = off`);
  await connection.sql`select pg_reload_conf()`;
  await connection.end();
  project.provide("templateUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
