/** How long an operation may take from its first look at the database to its answer. */
export const OPERATION_MS = 10_000;

export interface Deadline {
  readonly signal: AbortSignal;
  /** Forgets the deadline: the operation is done. */
  clear(): void;
}

/** Aborted when the time is up, or the caller has hung up, whichever is first. */
export function deadline(milliseconds: number, hungUp: AbortSignal | null): Deadline {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, milliseconds);
  timer.unref();
  if (hungUp?.aborted) abort();
  hungUp?.addEventListener("abort", abort, { once: true });
  const clear = () => {
    clearTimeout(timer);
    hungUp?.removeEventListener("abort", abort);
  };
  return { signal: controller.signal, clear };
}
