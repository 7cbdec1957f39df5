import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { findBinaries, type Binaries } from "./binaries";
import { canReach, databaseUser, type OsUser } from "./osUser";
import { withFolderLock } from "./folderLock";

const run = promisify(execFile);

/** Where the database goes when its user may not enter DATA_DIR. */
const STATE_FOLDER = "/var/lib/coaching-network";

const DATABASE = "network";

export interface EmbeddedDatabase {
  readonly url: string;
  /** The folder with the database's files. */
  readonly folder: string;
  /** False when it was already running: somebody else's to stop. */
  readonly startedHere: boolean;
  /** Starts the server again, at the same address, where it has died. @returns whether it had. @throws Error when it does not start (yet). */
  revive(): Promise<boolean>;
  /** Stops the server; waits until it has. */
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL server of our own with its files under `dataDir`: made on first use, started if it is not
 * running, joined if it is (a server outlives an API process that was killed).
 * It listens on 127.0.0.1 only, on a free port, with a random password kept in `dataDir`.
 * @throws Error naming DATA_DIR when the folder cannot be used or the server does not start.
 */
export async function openEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const home = resolve(dataDir);
  mkdirSync(home, { recursive: true });
  const user = databaseUser();
  const server = new Server(clusterFolder(home, user), passwordOf(home), user);
  const startedHere = await withFolderLock(home, () => server.ensureRunning());
  const url = server.url();
  const port = Number(new URL(url).port);
  const revive = () => withFolderLock(home, () => server.ensureRunning(port));
  return { url, folder: server.folder, startedHere, revive, stop: () => server.stop() };
}

class Server {
  readonly folder: string;
  readonly #password: string;
  readonly #user: OsUser | null;
  readonly #binaries: Binaries;

  constructor(folder: string, password: string, user: OsUser | null) {
    this.folder = folder;
    this.#password = password;
    this.#user = user;
    this.#binaries = findBinaries(user, STATE_FOLDER);
  }

  /** @param at the port to listen on; left out = any. @returns true when it was started here. */
  async ensureRunning(at?: number): Promise<boolean> {
    if (!existsSync(join(this.folder, "PG_VERSION"))) await this.#initialise();
    if (await this.#isRunning()) return false;
    const port = at ?? (await freePort());
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=120`;
    const log = join(this.folder, "server.log");
    try {
      await this.#pgCtl(["start", "-w", "-t", "60", "-l", log, "-o", options]);
    } catch (cause) {
      throw new Error(`The embedded PostgreSQL did not start; its log is ${log}.`, { cause });
    }
    return true;
  }

  url(): string {
    const port = readFileSync(join(this.folder, "postmaster.pid"), "utf8").split("\n")[3]?.trim();
    return `postgres://network:${this.#password}@127.0.0.1:${port}/${DATABASE}`;
  }

  async stop(): Promise<void> {
    if (await this.#isRunning()) await this.#pgCtl(["stop", "-w", "-m", "fast"]);
  }

  async #isRunning(): Promise<boolean> {
    try {
      await this.#pgCtl(["status"]);
      return true;
    } catch {
      return false;
    }
  }

  async #initialise(): Promise<void> {
    // A first start that was killed leaves half a cluster: nothing can be in it yet.
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const passwordFile = `${this.folder}.password`;
    writeFileSync(passwordFile, this.#password, { mode: 0o600 });
    if (this.#user) for (const path of [this.folder, passwordFile]) chownSync(path, this.#user.uid, this.#user.gid);
    try {
      await this.#asUser(this.#binaries.initdb, [
        `--pgdata=${this.folder}`,
        "--username=network",
        "--auth=scram-sha-256",
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        "--no-locale",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-sync",
      ]);
      await this.#createDatabase();
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }

  /** In single-user mode, so that no server is ever seen running without it. */
  async #createDatabase(): Promise<void> {
    const postgres = this.#binaries.initdb.replace(/initdb(\.exe)?$/, "postgres$1");
    const child = this.#asUser(postgres, ["--single", "-D", this.folder, "postgres"]);
    child.child.stdin?.end(`create database ${DATABASE};\n`);
    await child;
  }

  #pgCtl(args: readonly string[]) {
    return this.#asUser(this.#binaries.pgCtl, [...args, "-D", this.folder]);
  }

  #asUser(file: string, args: readonly string[]) {
    return run(file, [...args], { cwd: this.folder, env: { ...process.env, LC_ALL: "C" }, ...this.#user });
  }
}

/** The cluster's folder: in `home`, or, where the database's user may not enter that, under the system's state. */
function clusterFolder(home: string, user: OsUser | null): string {
  const inside = join(home, "postgres");
  if (!user || canReach(home, user)) return inside;
  const nameFile = join(home, "postgres-elsewhere");
  if (!existsSync(nameFile)) writeFileSync(nameFile, randomBytes(8).toString("hex"));
  mkdirSync(STATE_FOLDER, { recursive: true, mode: 0o755 });
  return join(STATE_FOLDER, readFileSync(nameFile, "utf8").trim());
}

function passwordOf(home: string): string {
  const file = join(home, "postgres-password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}
