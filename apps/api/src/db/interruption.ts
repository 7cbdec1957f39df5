/** What ends an operation before it is done. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Cancels what the database's process with this id is running. */
  readonly cancel: (backend: number) => Promise<void>;
}

/** Bears PostgreSQL's own code for a statement that was cancelled. */
export class Interrupted extends Error {
  readonly code = "57014";

  constructor() {
    super("The operation was interrupted.");
  }
}

/** An attempt may come between two statements, where there is nothing to cancel. */
const AGAIN_MS = 50;

/** Cancels, time and again, as long as there is something to cancel. */
export async function repeatWhile(isRunning: () => boolean, cancel: () => Promise<void>): Promise<void> {
  if (!isRunning()) return;
  // Without a way to cancel, the statement's own time limit still ends it.
  await cancel().catch(() => undefined);
  await new Promise((done) => setTimeout(done, isRunning() ? AGAIN_MS : 0));
  await repeatWhile(isRunning, cancel);
}
