import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openEmbedded } from "../db/embedded";
import { oneOf, type Random } from "../hostile/chance";

/** The built server on a data folder of its own, begun again at once whenever its process ends, as a supervisor does. */
export interface Product {
  readonly url: string;
  /** For each time that its process ended without having been killed here, what it had said since it began. */
  fallen(): readonly string[];
  /** Kills the API's process. @returns what was killed. */
  killApi(): string;
  /** Kills the database's first process, or one of those that serve under it. @returns what was killed; null where it was down already. */
  killDatabase(random: Random): string | null;
  stop(): Promise<void>;
}

const LOOK_MS = 50;
const LONGEST_SAID = 4_000;

/** @throws Error when it does not answer within a minute. */
export async function startProduct(main: string, dataDir: string, flags: readonly string[] = []): Promise<Product> {
  const port = await freePort();
  const settings = { PORT: String(port), DATA_DIR: dataDir, DEMO: "false", LOG_LEVEL: "error", RATE_LIMIT: "off", DATABASE_URL: "", PUBLIC_URL: "", SMTP_URL: "", NODE_ENV: "development" };
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess;
  const fallen: string[] = [];
  let [stopping, killed] = [false, false];
  const start = () => {
    killed = false;
    let said = "";
    child = spawn(process.execPath, [...flags, main], { env: { ...process.env, ...settings }, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-LONGEST_SAID)));
    child.once("exit", () => {
      if (stopping) return;
      if (!killed) fallen.push(said);
      start();
    });
  };
  start();
  await answering(url);
  const { folder } = await openEmbedded(dataDir);
  return {
    url,
    fallen: () => fallen,
    killApi: () => {
      killed = true;
      child.kill("SIGKILL");
      return "API";
    },
    killDatabase: (random) => killDatabase(folder, random),
    stop: async () => {
      stopping = true;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Waits until the product has its database. @throws Error after a minute. */
export async function answering(url: string, longestMs = 60_000): Promise<void> {
  const until = Date.now() + longestMs;
  for (;;) {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > until) throw new Error(`The product did not answer within ${longestMs / 1000} seconds.`);
    await pause(LOOK_MS);
  }
}

function killDatabase(folder: string, random: Random): string | null {
  const first = firstProcess(folder);
  if (first === null) return null;
  const under = random() < 0.5 ? [] : processesUnder(first);
  const chosen = under.length === 0 ? { pid: first, name: "postmaster" } : oneOf(random, under);
  try {
    process.kill(chosen.pid, "SIGKILL");
    return chosen.name;
  } catch {
    return null;
  }
}

/** The id of the database's first process, as the server wrote it down; null where none runs. */
function firstProcess(folder: string): number | null {
  try {
    const pid = Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}

/** Those that serve connections, and those that write for all. */
function processesUnder(parent: number): { readonly pid: number; readonly name: string }[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,command="], { encoding: "utf8" }).split("\n");
  return lines.flatMap((line) => {
    const [, pid, ppid, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    const name = /postgres: (?:(checkpointer|background writer|walwriter|autovacuum launcher)|\S+ network )/.exec(command);
    return Number(ppid) === parent && name ? [{ pid: Number(pid), name: name[1] ?? "backend" }] : [];
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
