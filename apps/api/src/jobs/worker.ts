import { setTimeout as pause } from "node:timers/promises";
import { Logger, makeWorkerUtils, parseCronItems, run, type TaskList } from "graphile-worker";
import type { Logger as Log } from "pino";
import { openJobPool } from "../db/jobQueue";
import { eventsNoting, type AtWork } from "./atWork";
import { sendMail, type SendMailOptions } from "./sendMail";
import { releaseForgottenJobs, releaseLostJobs, type PgClient } from "./sending.queries";

/** Work that is done by the clock, once however many servers there are. */
export interface Scheduled {
  readonly name: string;
  /** When, as crontab has it, in UTC. */
  readonly pattern: string;
  readonly work: () => Promise<unknown>;
}

export interface WorkerOptions extends SendMailOptions {
  readonly scheduled?: readonly Scheduled[];
  /** The database, as its owner. */
  readonly databaseUrl: string;
  readonly log: Log;
  /** How often jobs that nobody is at are looked for; left out, every minute. */
  readonly lostJobsEveryMs?: number;
}

export interface Worker {
  /** Finishes what is under way and takes nothing new. */
  stop(): Promise<void>;
}

const AGAIN_AFTER_MS = 5_000;
const LOST_JOBS_EVERY_MS = 60_000;

/** What the worker can do, by the names that jobs are added under. */
export const tasksOf = (options: SendMailOptions, scheduled: readonly Scheduled[] = []): TaskList => ({
  send_mail: sendMail(options),
  ...Object.fromEntries(scheduled.map(({ name, work }) => [name, async () => void (await work())])),
});

/**
 * Works off jobs over connections of its own until it is stopped. When the database goes away it begins again.
 * @throws Error when it cannot begin.
 */
export async function startWorker({ databaseUrl, log, scheduled = [], lostJobsEveryMs = LOST_JOBS_EVERY_MS, ...options }: WorkerOptions): Promise<Worker> {
  const pgPool = openJobPool(databaseUrl, 4);
  const logger = loggerOver(log);
  const utils = await makeWorkerUtils({ pgPool, logger });
  const atWork: AtWork = { workers: new Set(), jobs: new Set() };
  const release = () =>
    utils.withPgClient(async (client) => {
      await releaseLostJobs(client as unknown as PgClient);
      await releaseForgottenJobs(client as unknown as PgClient, atWork);
    });
  await release();
  const timer = setInterval(() => release().catch((error: unknown) => log.warn({ err: error }, "jobs that nobody is at were not released")), lostJobsEveryMs);
  timer.unref();

  // A time that was missed is not made up for: the next look sees what that one would have.
  const cronItems = parseCronItems(scheduled.map(({ name, pattern }) => ({ task: name, match: pattern, options: { backfillPeriod: 0, maxAttempts: 1 } })));
  const begin = () => run({ pgPool, concurrency: 2, noHandleSignals: true, taskList: tasksOf(options, scheduled), logger, events: eventsNoting(atWork), parsedCronItems: cronItems });
  const stopping = new AbortController();
  let runner = await begin();
  const working = (async () => {
    while (!stopping.signal.aborted) {
      await runner.promise.catch((error: unknown) => log.error({ err: error }, "the job worker ended"));
      await pause(AGAIN_AFTER_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (!stopping.signal.aborted) runner = await begin().catch(() => runner);
    }
  })();

  return {
    stop: async () => {
      stopping.abort();
      clearInterval(timer);
      await runner.stop().catch(() => undefined);
      await working;
      await utils.release();
      await pgPool.end();
      options.transport.close();
    },
  };
}

/** What the job queue has to say, among the server's logs; how each job went is in the table. */
function loggerOver(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error(message);
    else if (level === "warning") log.warn(message);
    else log.debug(message);
  });
}
