import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Connection, Database } from "./client";
import type { Interruption } from "./interruption";
import { openOperation, type Operation } from "./operation";
import { appSecrets } from "./settings.table";

/** What protected figures are computed from. */
export interface Statistics {
  /** Reads the columns that figures are made of, of all rows, and nothing else. */
  readonly db: Database;
  /** Secret that record keys are made with, the same for every process on this database. */
  readonly secret: string;
}

/** The transaction of one GraphQL operation in which protected figures are computed. */
export interface StatisticsOperation {
  /** Opens it on first use. */
  open(): Promise<Statistics>;
  /** Safe to call when it was never opened. */
  end(): Promise<void>;
}

interface StatisticsOptions {
  readonly accountId: string | null;
  readonly requestId: string;
  readonly interruption?: Interruption;
}

/** A read-only snapshot under a role that reads no names and no words, on a connection of the pool for figures. */
export function statisticsOperation({ statistics }: Pick<Connection, "statistics">, options: StatisticsOptions): StatisticsOperation {
  let opening: Promise<Operation> | null = null;
  const open = async (): Promise<Operation> => {
    const opened = await openOperation(statistics, { ...options, role: "network_statistics", coachId: null, providerId: null, readOnly: true });
    // Whole populations are grouped in one statement: in memory where they fit, not by sorting on disk.
    await opened.db.execute(sql`select set_config('work_mem', '48MB', true)`);
    return opened;
  };
  return {
    open: async () => {
      // Before the transaction: its role may not read secrets.
      const secret = await statisticsSecret(statistics);
      opening ??= open();
      return { db: (await opening).db, secret };
    },
    end: async () => {
      const opened = await opening?.catch(() => null);
      // It wrote nothing, so there is nothing to lose.
      await opened?.end("rollback").catch(() => undefined);
    },
  };
}

/** Made once, then kept: with another, every protected figure would change, and two answers could be averaged. */
const NAME = "statistics";

async function statisticsSecret(db: Database): Promise<string> {
  const [kept] = await db.select().from(appSecrets).where(eq(appSecrets.name, NAME));
  if (kept) return kept.value;
  await db.insert(appSecrets).values({ name: NAME, value: randomBytes(32).toString("hex") }).onConflictDoNothing();
  const [made] = await db.select().from(appSecrets).where(eq(appSecrets.name, NAME));
  if (!made) throw new Error("The secret that protects figures could not be kept.");
  return made.value;
}
