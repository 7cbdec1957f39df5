import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { promisify } from "node:util";

export interface ServerProcess {
  readonly url: string;
  /** Megabytes of memory that it holds; null where the system does not tell. */
  memory(): Promise<number | null>;
  stop(): Promise<void>;
}

/**
 * Runs the built server as `npm start` does, with the demo network, in a process of its own.
 * @param main its entry, `flags` what Node is told, `dataDir` an empty folder.
 * @throws Error with what it printed, when it does not start.
 */
export async function startServer(main: string, dataDir: string, flags: readonly string[] = []): Promise<ServerProcess> {
  const port = await freePort();
  const settings = { PORT: String(port), DATA_DIR: dataDir, DEMO: "true", LOG_LEVEL: "error", RATE_LIMIT: "off", DATABASE_URL: "", PUBLIC_URL: "", NODE_ENV: "development" };
  const child = spawn(process.execPath, [...flags, main], { env: { ...process.env, ...settings }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  await new Promise<void>((started, failed) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("answers at")) started();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", () => failed(new Error(`The server ended before it answered.\n${said}`)));
  });
  return { url: `http://127.0.0.1:${port}`, memory: () => residentMegabytes(child.pid ?? 0), stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
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
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
