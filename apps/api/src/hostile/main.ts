/**
 * Sends the built server ten thousand random operations of every role, then an ordinary load of sixteen clients, and says
 * what was wrong with the answers and how much memory the process came to hold. Ends with 1 when anything is amiss.
 */
import "reflect-metadata";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "vite";
import { askFor, hangUp } from "../bench/clients";
import { QUESTIONS } from "../bench/questions";
import { connect } from "../db/client";
import { openEmbedded } from "../db/embedded";
import { memoryFlags } from "../memoryFlags";
import { PROJECT_ROOT } from "../paths";
import { createSchema } from "../schema";
import { demoAskers, knownIds, networkSecrets } from "./askers";
import { startServer, type ServerProcess } from "./serverProcess";
import { storm, type Outcome } from "./storm";

const { values: given } = parseArgs({ options: { operations: { type: "string" }, seed: { type: "string" }, flags: { type: "string" } } });
const OPERATIONS = Number(given.operations ?? 10_000);
const SEED = Number(given.seed ?? 1);

/** Megabytes of resident memory that the server's process may come to. */
const MOST_MEMORY = 512;
const LOAD_CLIENTS = 16;
const LOAD_MS = 4_000;

const say = (line: string) => process.stderr.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), "network-hostile-"));
chmodSync(folder, 0o755);
const API = join(PROJECT_ROOT, "apps/api");
const BUILD = join(API, ".cache/hostile");
await build({ root: API, logLevel: "warn", build: { outDir: BUILD } });
const server = await startServer(join(BUILD, "main.js"), folder, given.flags?.split(" ") ?? memoryFlags());
try {
  process.exitCode = (await run(server)) ? 0 : 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function run(running: ServerProcess): Promise<boolean> {
  const peak = watchMemory(running);
  const atRest = await running.memory();
  const outcome = await stormOf(running.url);
  const afterStorm = peak.sofar();
  await load(running.url);
  hangUp();
  const most = peak.stop();
  for (const fault of outcome.faults) say(fault);
  say(`${outcome.asked} operations, ${outcome.answered} with an answer, ${outcome.faults.length} faults; codes ${JSON.stringify(outcome.codes)}`);
  say(`memory in MB: ${atRest} at rest, ${afterStorm} at most in the storm, ${most} at most with ${LOAD_CLIENTS} clients (allowed: ${MOST_MEMORY})`);
  return outcome.faults.length === 0 && most <= MOST_MEMORY;
}

async function stormOf(url: string): Promise<Outcome> {
  const connection = connect((await openEmbedded(folder)).url, { max: 2 });
  const askers = await demoAskers(connection, (email, password) => signIn(url, email, password));
  const [known, secrets] = [await knownIds(connection), await networkSecrets(connection)];
  await connection.end();
  return storm({ url, schema: createSchema(), askers, known, secrets, operations: OPERATIONS, seed: SEED, clients: 6 });
}

async function load(url: string): Promise<void> {
  const cookie = await signIn(url, "staff@demo.example", "always-ready");
  for (const { name, query, variables } of QUESTIONS) {
    const body = JSON.stringify({ query, variables });
    const headers = { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)), cookie };
    const took = await askFor(LOAD_MS, LOAD_CLIENTS, { address: url, path: "/graphql", headers, body });
    say(`${name}: ${took.length} answers to ${LOAD_CLIENTS} clients in ${LOAD_MS / 1000} s`);
  }
}

async function signIn(url: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ email, password }) });
  if (!answer.ok) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

/** Looks at the process's memory twice a second. */
function watchMemory(running: ServerProcess) {
  let most = 0;
  const look = async () => (most = Math.max(most, (await running.memory()) ?? 0));
  const timer = setInterval(() => void look(), 500);
  return {
    sofar: () => most,
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}
