/** Long work that comes in steps: whoever runs it may do something else between two of them. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Runs it to the end without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
