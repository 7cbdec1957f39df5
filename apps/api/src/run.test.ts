import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { connect as dial, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "./db/client";
import { openEmbedded } from "./db/embedded";
import { isEmpty } from "./db/settings.queries";
import { createDatabase } from "./db/testing";
import { DEMO_PASSWORD, loadDemoIfWanted } from "./demo/load";
import { readEnv } from "./env";
import { PROJECT_ROOT } from "./paths";
import { createDemoDatabase } from "./testing.demo";
import { serve } from "./testing.http";

const API = join(PROJECT_ROOT, "apps/api");
const MAIN = join(API, "dist/main.js");

/** A server in a process of its own. */
class Served {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #exited: Promise<number | null>;
  said = "";

  constructor(port: number, dataDir: string, variables: Readonly<Record<string, string>> = {}) {
    this.url = `http://127.0.0.1:${port}`;
    const env = { PATH: process.env["PATH"], PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: "silent", RATE_LIMIT: "off", ...variables };
    this.#child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.on("data", (text: Buffer) => (this.said += text.toString()));
    this.#exited = once(this.#child, "exit").then(([code]) => code as number | null);
  }

  /** Waits until it says where it answers. @throws Error with all that it said when it ends instead. */
  async ready(): Promise<this> {
    const ended = this.#exited.then(() => Promise.reject(new Error(`It ended: ${this.said}`)));
    ended.catch(() => undefined);
    while (!this.said.includes("answers at")) await Promise.race([once(this.#child.stdout ?? this.#child, "data"), ended]);
    return this;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** The exit code; null when a signal ended it. */
  exit(): Promise<number | null> {
    return this.#exited;
  }

  async graphql(query: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
    const answer = await fetch(`${this.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify({ query }) });
    return answer.json();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

const isListening = (port: number): Promise<boolean> =>
  new Promise((known) => {
    const socket = dial(port, "127.0.0.1", () => (socket.destroy(), known(true)));
    socket.once("error", () => known(false));
  });

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(setImmediate);
}

describe("the built server", () => {
  let dataDir: string;
  const started: Served[] = [];
  const start = async (variables: Readonly<Record<string, string>> = {}): Promise<Served> => {
    const server = new Served(await freePort(), dataDir, variables);
    started.push(server);
    return server;
  };

  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), "network-run-"));
    chmodSync(dataDir, 0o755);
    if (!existsSync(MAIN)) execFileSync("pnpm", ["exec", "vite", "build", "--logLevel", "warn"], { cwd: API });
  });
  afterAll(async () => {
    for (const server of started) server.kill("SIGKILL");
    await (await openEmbedded(dataDir)).stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test("names a variable that is wrong, and ends with 1", async () => {
    const server = await start({ PORT: "eighty" });
    expect(await server.exit()).toBe(1);
    expect(server.said).toContain('PORT ("eighty")');
    expect(server.said).not.toMatch(/\bat .*:\d+:\d+/);
  });

  test("lives on its own on a DATA_DIR, survives being killed, and finishes its answers when it is told to stop", async () => {
    const first = await (await start()).ready();
    expect(first.said).toContain("staff@demo.example");
    const signIn = await fetch(`${first.url}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: "staff@demo.example", password: DEMO_PASSWORD }),
    });
    const cookie = signIn.headers.getSetCookie().map((each) => each.split(";")[0]).join("; ");
    const QUERY = "{ viewer { email } network { demo } requests { totalCount } }";
    const answer = await first.graphql(QUERY, { cookie });
    expect(answer).toMatchObject({ data: { viewer: { email: "staff@demo.example" }, network: { demo: true } } });

    const second = await start();
    expect(await second.exit()).toBe(1);
    expect(second.said).toContain(`Another server is already running on DATA_DIR ${dataDir}`);
    expect(await first.graphql(QUERY, { cookie })).toEqual(answer);

    first.kill("SIGKILL");
    await first.exit();
    const third = await (await start()).ready();
    // The session was the last thing written before the kill.
    expect(await third.graphql(QUERY, { cookie })).toEqual(answer);

    const { url } = await openEmbedded(dataDir);
    const [holding, watching] = [connect(url, { max: 1 }), connect(url, { max: 1 })];
    const held = await holding.sql.reserve();
    await held`begin`;
    await held`lock table providers in access exclusive mode`;
    const underWay = third.graphql("{ providers { id } }");
    await until(async () => (await watching.sql`select from pg_stat_activity where wait_event_type = 'Lock'`).length > 0);
    await watching.end();
    third.kill("SIGTERM");
    await until(async () => !(await isListening(Number(new URL(third.url).port))));
    held.release();
    await holding.sql.end({ timeout: 0 });
    expect(await underWay).toMatchObject({ data: { providers: expect.arrayContaining([{ id: "org-00" }]) as unknown } });
    expect(await third.exit()).toBe(0);
    expect(existsSync(join(dataDir, "postgres/postmaster.pid"))).toBe(false);
  });
});

describe("the demo network", () => {
  const UNSET = { ...readEnv({}), NODE_ENV: "test" as const };

  test.each([
    ["DEMO=false leaves an embedded database empty", "false", true, true],
    ["a database that DATABASE_URL names stays empty unless DEMO=true", undefined, false, true],
    ["DEMO=true fills a database that DATABASE_URL names", "true", false, false],
  ])("%s", async (_claim, DEMO, embedded, empty) => {
    const database = await createDatabase();
    try {
      const { present } = await loadDemoIfWanted({ ...database, embedded }, { ...UNSET, DEMO: DEMO === undefined ? undefined : DEMO === "true" });
      expect([present, await isEmpty(database.db)]).toEqual([!empty, empty]);
    } finally {
      await database.drop();
    }
  });

  test("its accounts have their password again after a start, whoever changed it", async () => {
    const database = await createDemoDatabase();
    const server = await serve(database);
    try {
      await database.sql`update auth.accounts set password = 'another' where user_id = (select id from auth.users where email = 'staff@demo.example')`;
      expect(await server.signIn("staff@demo.example", DEMO_PASSWORD)).toBe("");
      await loadDemoIfWanted({ ...database, embedded: true }, UNSET);
      expect(await server.signIn("staff@demo.example", DEMO_PASSWORD)).not.toBe("");
    } finally {
      await server.app.close();
      await database.drop();
    }
  });

  test("its accounts are gone in production, and what they had open with them", async () => {
    const database = await createDemoDatabase();
    const server = await serve(database);
    try {
      const cookie = await server.signIn("staff@demo.example", DEMO_PASSWORD);
      expect(cookie).not.toBe("");
      await loadDemoIfWanted({ ...database, embedded: true }, readEnv({ NODE_ENV: "production" }));
      expect(await server.signIn("staff@demo.example", DEMO_PASSWORD)).toBe("");
      expect(await (await server.graphql({ query: "{ viewer { email } network { demo } }" }, { cookie })).json()).toEqual({ data: { viewer: null, network: { demo: true } } });
    } finally {
      await server.app.close();
      await database.drop();
    }
  });
});
