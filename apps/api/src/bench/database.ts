import { randomBytes } from "node:crypto";
import { createAccounts, putAccount } from "../access/accounts";
import { authSecret, giveRole } from "../access/account.queries";
import { DEMO_EPOCH } from "../clock";
import { connect, type Connection } from "../db/client";
import { migrate } from "../db/migrate";
import { markAsDemo } from "../db/settings.queries";
import { loadRecords, type LoadableNetwork } from "../demo/records.load";

export interface BenchDatabase {
  readonly url: string;
  readonly connection: Connection;
  readonly staff: { readonly email: string; readonly password: string };
}

/** A database of its own with a network in it, whose clock is the demo's, and a member of staff who signs in. */
export async function createBenchDatabase(serverUrl: string, name: string, network: LoadableNetwork): Promise<BenchDatabase> {
  const server = connect(serverUrl, { max: 1 });
  await server.sql.unsafe(`create database ${name}`);
  await server.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const connection = connect(url.href, { max: 2 });
  await migrate(connection);
  await connection.db.transaction(async (tx) => {
    await loadRecords(tx, network, DEMO_EPOCH);
    await markAsDemo(tx, "Benchmark network", new Date());
  });
  // What the server would do by itself within minutes of such a load.
  await connection.sql`vacuum analyze`;
  return { url: url.href, connection, staff: await createStaff(connection) };
}

async function createStaff({ db }: Connection): Promise<BenchDatabase["staff"]> {
  const staff = { email: "staff@bench.example", password: randomBytes(16).toString("hex") };
  const accounts = createAccounts(db, { secret: await authSecret(db), publicUrl: "http://localhost", trustedOrigins: [], rateLimit: "off" });
  const userId = await putAccount(accounts, staff.email, "Benchmark staff", staff.password);
  await giveRole(db, { userId, role: "staff", positions: ["analyst"], providerId: null, coachId: null });
  return staff;
}

export interface Size {
  readonly systems: number;
  readonly requests: number;
  readonly engagements: number;
  readonly sessions: number;
  readonly sessionTags: number;
  readonly ratings: number;
  readonly megabytes: number;
}

/** How much there is, counted. */
export async function sizeOf({ sql }: Connection): Promise<Size> {
  const [size] = await sql<Size[]>`
    select (select count(*)::int from systems) as systems, (select count(*)::int from requests) as requests,
      (select count(*)::int from engagements) as engagements, (select count(*)::int from sessions) as sessions,
      (select count(*)::int from session_topics) as "sessionTags", (select count(*)::int from ratings) as ratings,
      (pg_database_size(current_database()) / 1048576)::int as megabytes`;
  if (!size) throw new Error("Counts answer with one row.");
  return size;
}
