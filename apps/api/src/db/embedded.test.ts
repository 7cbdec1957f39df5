import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "./client";
import { durabilityWarnings } from "./durability";
import { openEmbedded, type EmbeddedDatabase } from "./embedded";

function temporaryFolder(mode: number): string {
  const folder = mkdtempSync(join(tmpdir(), "network-embedded-"));
  chmodSync(folder, mode);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function open(dataDir: string): Promise<EmbeddedDatabase> {
  const database = await openEmbedded(dataDir);
  onTestFinished(() => database.stop());
  return database;
}

async function ask(database: EmbeddedDatabase, question: string): Promise<unknown> {
  const { sql, end } = connect(database.url, { max: 1 });
  try {
    const [row] = await sql.unsafe(question);
    return row && Object.values(row)[0];
  } finally {
    await end();
  }
}

test("a second process joins the server that runs, instead of starting another", async () => {
  const dataDir = temporaryFolder(0o755);
  const [first, second] = await Promise.all([open(dataDir), open(dataDir)]);
  expect([first.startedHere, second.startedHere].sort()).toEqual([false, true]);
  expect(second.url).toBe(first.url);
});

test("what was committed is there after the server was killed", async () => {
  const dataDir = temporaryFolder(0o755);
  const first = await open(dataDir);
  await ask(first, "create table kept as select 42 as answer");
  const pid = Number(readFileSync(join(first.folder, "postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(pid, "SIGKILL");
  await untilGone(pid);
  expect(await ask(await open(dataDir), "select answer from kept")).toBe(42);
});

test("a server that has died is brought back at the same address, and one that runs is left alone", async () => {
  const database = await open(temporaryFolder(0o755));
  expect(await database.revive()).toBe(false);
  const pid = Number(readFileSync(join(database.folder, "postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(pid, "SIGKILL");
  await untilGone(pid);
  expect(await database.revive()).toBe(true);
  expect(await ask(database, "select 42")).toBe(42);
});

test("a commit is on disk before it is acknowledged", async () => {
  const database = await open(temporaryFolder(0o755));
  for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) {
    expect(await ask(database, `show ${setting}`)).toBe("on");
  }
  const { sql, end } = connect(database.url, { max: 1 });
  expect(await durabilityWarnings(sql)).toEqual([]);
  await end();
});

test.runIf(process.getuid?.() === 0)("in a folder that only root may enter, the files are kept elsewhere", async () => {
  const dataDir = temporaryFolder(0o700);
  const database = await open(dataDir);
  onTestFinished(() => rmSync(database.folder, { recursive: true, force: true }));
  expect(database.folder.startsWith(dataDir)).toBe(false);
  expect(await ask(database, "select 1 as answer")).toBe(1);
});

/** Waits until the process has left the process table. */
async function untilGone(pid: number): Promise<void> {
  for (;;) {
    if (spawnSync("kill", ["-0", String(pid)]).status !== 0) return;
    execFileSync("true");
    await new Promise(setImmediate);
  }
}
