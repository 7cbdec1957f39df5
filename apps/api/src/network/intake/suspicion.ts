/** What speaks for or against a person having filled in the form. */
export interface Traces {
  /** Seconds since the form was opened, by its signed token; null where the token is none of ours. */
  readonly age: number | null;
  /** What stands in the field that nobody sees. */
  readonly unseen: string | null;
}

/** Nobody reads the form, and writes what is on their mind, in less. */
const FASTEST_SECONDS = 3;

/** A form that stayed open over a long weekend is still somebody's. */
const OLDEST_SECONDS = 4 * 24 * 3600;

/**
 * Whether a submission looks like a program's. Whoever is suspected is asked to send it again, with a new token and without what stands in
 * the unseen field: the page does both, and somebody who presses once more is let through.
 */
export function isSuspect({ age, unseen }: Traces): boolean {
  if (age === null || age < FASTEST_SECONDS || age > OLDEST_SECONDS) return true;
  return unseen !== null && unseen !== "";
}
