import { createAccounts } from "./access/accounts";
import { oidcSettings } from "./access/signIn/oidc";
import { authSecret } from "./access/account.queries";
import { loadDemoIfWanted, DEMO_ACCOUNTS, DEMO_PASSWORD } from "./demo/load";
import { claimDatabase } from "./db/claim";
import { durabilityWarnings } from "./db/durability";
import { migrate } from "./db/migrate";
import { openDatabase } from "./db/open";
import { openServerConnection } from "./db/serverLogin";
import type { Logger } from "pino";
import type { Env } from "./env";
import { readTrustedDocuments } from "./http/trustedDocuments";
import { startMail } from "./jobs/start";
import { remindOfCalls } from "./network/calls/remind";
import { remindOfReferrals } from "./network/referrals/remind";
import { mailDigests } from "./network/desk/digest";
import { tendOffers } from "./network/matching/tend";
import { careForAll } from "./network/requests/care.queries";
import { createLog } from "./log";
import { WEB_BUILD, WEB_DOCUMENTS } from "./paths";
import { loadedModel } from "./network/suggestions/model";
import { watchAlerts } from "./sense/alerts/watch";
import { createServer } from "./server";

const STATEMENT_TIMEOUT_MS = 10_000;
const GRACE_MS = 20_000;
const SAME_ASKING_MS = 1_000;
const MODEL_AFTER_MS = 5_000;

/**
 * Starts everything and answers until told to stop.
 * @throws Error that a person understands, when it cannot start.
 */
export async function runServer(env: Env): Promise<void> {
  const log = createLog(env.LOG_LEVEL);
  // One reader who leaves in the middle of an answer must not end it for all others.
  process.on("unhandledRejection", (reason) => log.error({ err: reason }, "a promise failed that nobody waited for"));
  // A database that goes away is an error of its drivers' sockets, which nobody can catch where it is thrown; it comes back, and so do they.
  process.on("uncaughtException", (error) => {
    log.error({ err: error }, "an error that nobody caught");
    if (!isOfDriver(error)) process.exit(1);
  });
  const database = await openDatabase(env, { max: 12, statementTimeoutMs: STATEMENT_TIMEOUT_MS });
  try {
    const release = database.embedded ? await claimDatabase(database, env.DATA_DIR, log, goneToAnother(log)) : () => Promise.resolve();
    await migrate(database);
    const demo = await loadDemoIfWanted(database, env);
    const here = `http://${env.HOST.includes(":") ? `[${env.HOST}]` : env.HOST}:${env.PORT}`;
    const publicUrl = env.PUBLIC_URL ?? here;
    const oidc = oidcSettings(env);
    for (const warning of await durabilityWarnings(database.sql)) log.warn(warning);
    // From here on the owner's connection serves the job worker alone.
    const secret = await authSecret(database.db);
    const connection = await openServerConnection(database);
    const accounts = createAccounts(connection.db, {
      secret,
      publicUrl,
      trustedOrigins: [here, `http://localhost:${env.PORT}`, `http://127.0.0.1:${env.PORT}`],
      rateLimit: env.RATE_LIMIT,
      oidc,
    });
    const app = await createServer({
      connection,
      accounts,
      log,
      webBuild: WEB_BUILD,
      rateLimit: env.RATE_LIMIT,
      oidcName: oidc?.name ?? null,
      documents: readTrustedDocuments(WEB_DOCUMENTS),
      onlyTrusted: (env.DOCUMENTS ?? (env.NODE_ENV === "production" ? "trusted" : "any")) === "trusted",
    });
    const worker = await startMail(database.url, env, publicUrl, log, [
      { name: "watch_alerts", pattern: "7,37 * * * *", work: () => watchAlerts(connection) },
      { name: "tend_offers", pattern: "*/5 * * * *", work: () => tendOffers(connection) },
      // Concierges come and go; a request should not be left with one who has gone.
      { name: "care_for_requests", pattern: "*/5 * * * *", work: () => careForAll(connection.db) },
      // Eight in the morning where the network is, summer and winter.
      { name: "mail_desk_digests", pattern: "0 12,13 * * *", work: () => mailDigests(connection, new Date()) },
      { name: "remind_of_calls", pattern: "11 * * * *", work: () => remindOfCalls(connection) },
      { name: "remind_of_referrals", pattern: "23 * * * *", work: () => remindOfReferrals(connection) },
    ]);
    const address = await app.listen({ host: env.HOST, port: env.PORT });
    process.stdout.write(welcome(env.PUBLIC_URL ?? address, demo.present && env.NODE_ENV !== "production"));
    // Read before anybody waits for it; a little later, since a start has enough to do.
    setTimeout(() => loadedModel().catch((error: unknown) => log.warn({ err: error }, "topics cannot be suggested")), MODEL_AFTER_MS).unref();
    stopOnSignal(async () => {
      await app.close();
      await connection.end();
      await worker.stop();
      await release();
      await database.close();
    });
  } catch (error) {
    await database.close().catch(() => undefined);
    throw error;
  }
}

/** Whether an error comes from a connection to the database, and from nothing that we do with it. */
const isOfDriver = ({ stack = "" }: Error): boolean => /[\\/]node_modules[\\/](?:postgres[\\/]|pg-pool[\\/]|pg[\\/])/.test(stack) && !/[\\/]apps[\\/]api[\\/](?:src|dist)[\\/]/.test(stack);

function welcome(address: string, demo: boolean): string {
  const accounts = demo ? `\nThis is the demo network: every record is invented. Sign in as ${DEMO_ACCOUNTS.join(", ")}; password ${DEMO_PASSWORD}` : "";
  return `\nThe coaching network answers at ${address}${accounts}\n\n`;
}

/** Two servers on one embedded database would do the same work twice. */
const goneToAnother = (log: Logger) => () => {
  log.fatal("another server has taken the database over");
  process.exit(1);
};

/**
 * Finishes what is under way, then ends; asked again, or after too long a wait, it ends at once. A signal to a whole
 * group of processes arrives more than once, passed on by those between: that is one asking.
 */
function stopOnSignal(stop: () => Promise<void>): void {
  let askedAt: number | null = null;
  const handle = () => {
    if (askedAt !== null) {
      if (Date.now() - askedAt > SAME_ASKING_MS) process.exit(1);
      return;
    }
    askedAt = Date.now();
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", handle);
  process.on("SIGTERM", handle);
}
