import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject, onTestFinished } from "vitest";
import { connect, type Connection } from "./client";

export interface TestDatabase extends Connection {
  readonly url: string;
}

/**
 * A database of its own for one test or one file: migrated, with the reference data, without a network.
 * Copying the template takes some 50 ms. `drop` it in afterAll, or let `testDatabase` do so after one test.
 */
export async function createDatabase(): Promise<TestDatabase & { drop(): Promise<void> }> {
  const template = new URL(inject("templateUrl"));
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = adminOf(template);
  await admin.unsafe(`create database ${name} template ${template.pathname.slice(1)}`);
  await admin.end();
  const url = new URL(template);
  url.pathname = `/${name}`;
  const connection = connect(url.href, { max: 10 });
  return {
    ...connection,
    url: url.href,
    drop: async () => {
      await connection.end();
      const again = adminOf(template);
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

function adminOf(template: URL) {
  const url = new URL(template);
  url.pathname = "/postgres";
  return postgres(url.href, { max: 1, onnotice: () => undefined });
}
