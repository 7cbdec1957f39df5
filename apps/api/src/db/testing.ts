import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject, onTestFinished } from "vitest";
import { connect, type Connection } from "./client";

export interface TestDatabase extends Connection {
  readonly name: string;
}

interface DroppableDatabase extends TestDatabase {
  drop(): Promise<void>;
}

/**
 * A database of its own for one test or one file: migrated, with the reference data, without a network.
 * Copying the template takes some 50 ms. `drop` it in afterAll, or let `testDatabase` do so after one test.
 */
export function createDatabase(): Promise<DroppableDatabase> {
  return copyOf(new URL(inject("templateUrl")).pathname.slice(1));
}

/**
 * The same with a network in it, which `load` writes when the first test of a run asks for it.
 * @param name what all who want this network call it.
 */
export async function createLoadedDatabase(name: string, load: (connection: Connection) => Promise<void>): Promise<DroppableDatabase> {
  const admin = adminOf();
  try {
    // Test files run in processes of their own: one loads, the others wait for it.
    await admin`select pg_advisory_lock(hashtext(${name}))`;
    const [there] = await admin`select from pg_database where datname = ${name}`;
    if (!there) {
      const unfinished = await createDatabase();
      await load(unfinished);
      await unfinished.end();
      await admin.unsafe(`alter database ${unfinished.name} rename to ${name}`);
    }
  } finally {
    await admin.end();
  }
  return copyOf(name);
}

async function copyOf(template: string): Promise<DroppableDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = adminOf();
  await admin.unsafe(`create database ${name} template ${template} strategy file_copy`);
  await admin.end();
  const url = new URL(inject("templateUrl"));
  url.pathname = `/${name}`;
  const connection = connect(url.href, { max: 10 });
  return {
    ...connection,
    name,
    drop: async () => {
      await connection.end();
      const again = adminOf();
      await again.unsafe(`drop database ${name} with (force)`);
      await again.end();
    },
  };
}

/** A database for the test that is running; dropped when the test ends. */
export async function testDatabase(): Promise<TestDatabase> {
  const database = await createDatabase();
  onTestFinished(() => database.drop());
  return database;
}

function adminOf() {
  const url = new URL(inject("templateUrl"));
  url.pathname = "/postgres";
  return postgres(url.href, { max: 1, onnotice: () => undefined });
}
