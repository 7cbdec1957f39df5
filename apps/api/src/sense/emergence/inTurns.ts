import { setImmediate } from "node:timers/promises";
import type { Steps } from "@arl/analysis/steps";

/** How long one operation may keep all others waiting, in milliseconds. */
const PATIENCE_MS = 20;

/** Runs long work to the end, letting whatever else waits have its turn between its steps. The result is that of running it at once. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < PATIENCE_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}
