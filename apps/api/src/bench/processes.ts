import { execFile, fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "vite";
import { memoryFlags } from "../memoryFlags";
import { PROJECT_ROOT } from "../paths";
import type { BareOrder } from "./bare";

/** A server in a process of its own. */
export interface RunningServer {
  readonly address: string;
  /** Megabytes of memory that it holds now; null where the system does not tell. */
  memory(): Promise<number | null>;
  stop(): Promise<void>;
}

const API = join(PROJECT_ROOT, "apps/api");
/** Within the API's folder, where its dependencies are found. */
const API_BUILD = join(API, ".cache/bench");
const BENCH_MAIN = join(PROJECT_ROOT, "apps/api/src/bench/main.ts");

/** The word that makes `main` the bare server. */
export const AS_BARE_SERVER = "--as-bare-server";

/** Builds the API as it is shipped. */
export async function buildApi(): Promise<void> {
  await build({ root: API, logLevel: "warn", build: { outDir: API_BUILD } });
}

/** Starts the build of `buildApi` as in production. @throws Error with what it printed when it does not start. */
export async function startApi(databaseUrl: string): Promise<RunningServer> {
  const port = await freePort();
  const child = fork(join(API_BUILD, "main.js"), {
    silent: true,
    execArgv: memoryFlags(),
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), HOST: "127.0.0.1", DATABASE_URL: databaseUrl, LOG_LEVEL: "error", RATE_LIMIT: "off", DOCUMENTS: "any" },
  });
  let printed = "";
  await new Promise<void>((done, fail) => {
    const gather = (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes("answers at")) done();
    };
    child.stdout?.on("data", gather);
    child.stderr?.on("data", gather);
    child.once("exit", () => fail(new Error(`The API did not start.\n${printed}`)));
  });
  return running(child, `http://127.0.0.1:${port}`);
}

/** Runs the statements of each path and nothing else. */
export async function startBare(order: BareOrder): Promise<RunningServer> {
  const child = fork(BENCH_MAIN, [AS_BARE_SERVER]);
  child.send(order);
  const [port] = (await once(child, "message")) as [number];
  return running(child, `http://127.0.0.1:${port}`);
}

function running(child: ChildProcess, address: string): RunningServer {
  return {
    address,
    memory: () => residentMegabytes(child.pid ?? 0),
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function residentMegabytes(pid: number): Promise<number | null> {
  try {
    const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(pid)]);
    return Math.round(Number(stdout.trim()) / 1024);
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
