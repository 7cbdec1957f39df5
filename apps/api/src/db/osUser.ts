import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Whom the database server runs as, where that is not ourselves. */
export interface OsUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root runs it as the system user `postgres`, made here if missing.
 * @returns null for an ordinary user, who runs it as themselves.
 * @throws Error when root may not make the user.
 */
export function databaseUser(): OsUser | null {
  if (process.getuid?.() !== 0) return null;
  return lookUp("postgres") ?? create("postgres");
}

function lookUp(name: string): OsUser | null {
  try {
    const id = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function create(name: string): OsUser {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", name], { stdio: "ignore" });
  } catch (cause) {
    throw new Error(`Root cannot run PostgreSQL, and the system user "${name}" could not be made.`, { cause });
  }
  const user = lookUp(name);
  if (!user) throw new Error(`The system user "${name}" was made but cannot be found.`);
  return user;
}

/** True when `user` may pass through every folder on the way to `path` (itself included, as far as it exists). */
export function canReach(path: string, user: OsUser): boolean {
  const folder = resolve(path);
  const parent = dirname(folder);
  if (parent !== folder && !canReach(parent, user)) return false;
  let stats;
  try {
    stats = statSync(folder);
  } catch {
    return true;
  }
  if (!stats.isDirectory()) return true;
  if (stats.uid === user.uid) return (stats.mode & 0o100) !== 0;
  if (stats.gid === user.gid) return (stats.mode & 0o010) !== 0;
  return (stats.mode & 0o001) !== 0;
}
