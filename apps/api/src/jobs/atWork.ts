import { EventEmitter } from "node:events";
import type { WorkerEvents } from "graphile-worker";
import type { PgClient } from "./sending.queries";

/** What the workers of this process are at. */
export interface AtWork {
  /** Ids of the workers that have begun. */
  readonly workers: Set<string>;
  /** Ids of the jobs under way. */
  readonly jobs: Set<string>;
}

/**
 * Notes what is under way, and lets a worker's listening connection bear its id for as long as it lives, so that other
 * processes know whose jobs are lost.
 */
export function eventsNoting({ workers, jobs }: AtWork): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => void workers.add(workerPool.id));
  events.on("job:start", ({ job }) => void jobs.add(job.id));
  events.on("job:complete", ({ job }) => void jobs.delete(job.id));
  events.on("pool:listen:success", ({ workerPool, client }) => {
    const name = `coaching-network ${process.pid} jobs ${workerPool.id}`;
    // The connection is about to be asked to listen; it takes one query at a time. Without the name the worker's jobs might be
    // done twice, which they bear.
    client.once("drain", () => void (client as unknown as PgClient).query("select set_config('application_name', $1, false)", [name]).catch(() => undefined));
  });
  return events;
}
