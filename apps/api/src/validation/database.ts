import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { Context } from "../context";
import { connect, type Connection } from "../db/client";
import { openEmbedded } from "../db/embedded";
import { migrate } from "../db/migrate";
import { openServerConnection } from "../db/serverLogin";
import { loadRecords } from "../demo/records.load";
import { createGraphql } from "../graphql";
import { tagEvents } from "../network/requests/request.table";
import { createSchema } from "../schema";
import type { Viewer } from "../access/viewer";
import type { District } from "./country";
import { AS_OF } from "./model";
import { choicesOf, recordsOf, type Network } from "./network";

/** Asks a network's API, as staff. */
export type Ask = (query: string) => Promise<Readonly<Record<string, unknown>>>;

const STAFF: Viewer = { id: "validation", name: "Validation", email: "staff@validation.example", roles: ["staff"], positions: ["analyst"], providerId: null, coachId: null, key: null };

const log = pino({ level: "silent" });

/** A PostgreSQL server of its own with the country's directory in a database to copy. */
interface Laboratory {
  /** Loads a network, lets it be asked, and takes it away again. */
  withNetwork<Result>(network: Network, use: (ask: Ask) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

const NO_RECORDS = { providers: [], coaches: [], requests: [], engagements: [], sessions: [], ratings: [], referrals: [], resources: [] };

/** @param serverUrl of a server that is there already; else one is started, and stopped at the end. */
export async function openLaboratory(country: readonly District[], serverUrl?: string): Promise<Laboratory> {
  const folder = mkdtempSync(join(tmpdir(), "network-validation-"));
  chmodSync(folder, 0o755);
  const server = serverUrl === undefined ? await openEmbedded(folder) : { url: serverUrl, stop: () => Promise.resolve() };
  const prefix = `validation_${process.pid}`;
  const admin = connect(at(server.url, "postgres"), { max: 2 });
  if (serverUrl === undefined) await admin.sql.unsafe("alter system set synchronous_commit = off").then(() => admin.sql`select pg_reload_conf()`);
  await admin.sql.unsafe(`create database ${prefix}`);
  const template = connect(at(server.url, prefix), { max: 4 });
  await migrate(template);
  await template.db.transaction((tx) => loadRecords(tx, { districts: country, records: NO_RECORDS }, AS_OF));
  await template.sql`vacuum analyze`;
  await template.end();
  return {
    async withNetwork(network, use) {
      const name = `${prefix}_${network.plan.number}`;
      await admin.sql.unsafe(`create database ${name} template ${prefix}`);
      const owner = connect(at(server.url, name), { max: 4 });
      try {
        await load(owner, network);
        return await asking(owner, use);
      } finally {
        await owner.end();
        await admin.sql.unsafe(`drop database ${name} with (force)`);
      }
    },
    async close() {
      await admin.sql.unsafe(`drop database ${prefix} with (force)`);
      await admin.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function at(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function load({ db, sql }: Connection, network: Network): Promise<void> {
  const choices = choicesOf(network);
  await db.transaction(async (tx) => {
    await loadRecords(tx, { districts: [], records: recordsOf(network) }, AS_OF);
    await tx.insert(tagEvents).values(choices.map(({ requestId, topic, at: chosenAt }) => ({ requestId, topicCode: topic, action: "added" as const, stage: "asked" as const, author: "leader", at: chosenAt })));
  });
  await sql`analyze`;
}

async function asking<Result>(owner: Connection, use: (ask: Ask) => Promise<Result>): Promise<Result> {
  const connection = await openServerConnection(owner);
  const server = createGraphql(createSchema(), { connection, log, clock: () => AS_OF, operationMs: 120_000 });
  await server.start();
  try {
    return await use(async (query) => {
      const contextValue = { viewer: STAFF, requestId: "validation", log, realNow: AS_OF, allowance: null, hungUp: null } as unknown as Context;
      const { body } = await server.executeOperation({ query }, { contextValue });
      if (body.kind !== "single") throw new Error("An operation answers once.");
      const { data, errors } = body.singleResult;
      if (errors || !data) throw new Error(`${query.slice(0, 60)}: ${JSON.stringify(errors).slice(0, 400)}`);
      return data as Record<string, unknown>;
    });
  } finally {
    await server.stop();
    await connection.end();
  }
}
