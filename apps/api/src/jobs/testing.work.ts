import { Logger, runOnce } from "graphile-worker";
import { openJobPool } from "../db/jobQueue";
import type { TestDatabase } from "../db/testing";
import type { Transport } from "./transport";
import { tasksOf } from "./worker";

/** Works off every job that is due. */
export async function workOff({ url }: TestDatabase, transport: Transport): Promise<void> {
  const pgPool = openJobPool(url, 2);
  try {
    await runOnce({ pgPool, noHandleSignals: true, logger: new Logger(() => () => undefined), taskList: tasksOf({ transport, publicUrl: "https://network.example" }) });
  } finally {
    await pgPool.end();
  }
}
