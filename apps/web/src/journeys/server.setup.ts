import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the built product answers, with the demo network in it. */
    productUrl: string;
  }
}

const SERVER = fileURLToPath(new URL("../../../api/dist/main.js", import.meta.url));

/** Runs the product as it is built, as a process of its own, on an empty data folder. */
export default async function setup(project: TestProject) {
  if (!existsSync(SERVER)) throw new Error("The product is not built yet: run `pnpm -r build`.");
  const dataDir = mkdtempSync(join(tmpdir(), "network-journeys-"));
  chmodSync(dataDir, 0o755);
  const url = `http://127.0.0.1:${await freePort()}`;
  const server = start(url, dataDir);
  await answering(`${url}/readyz`, server);
  project.provide("productUrl", url);
  return async () => {
    const ended = once(server, "exit");
    server.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
}

function start(url: string, dataDir: string): ChildProcess {
  const variables = { PORT: new URL(url).port, DATA_DIR: dataDir, DEMO: "true", LOG_LEVEL: "warn", RATE_LIMIT: "off", DATABASE_URL: "", PUBLIC_URL: "" };
  return spawn(process.execPath, [SERVER], { env: { ...process.env, ...variables, NODE_ENV: "development" }, stdio: ["ignore", "ignore", "inherit"] });
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`The product ended with ${server.exitCode} before it answered.`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise(setImmediate);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
