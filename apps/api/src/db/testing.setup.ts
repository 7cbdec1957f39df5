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

/** One real server for all database tests of a run, and in it one migrated database to copy from. */
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), "network-test-"));
  chmodSync(dataDir, 0o755);
  const server = await openEmbedded(dataDir);
  const connection = connect(server.url, { max: 2 });
  await migrate(connection);
  await connection.end();
  project.provide("templateUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
