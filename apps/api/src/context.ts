import type { Logger } from "pino";
import type { HeldLink } from "./access/links/link";
import type { Viewer } from "./access/viewer";
import type { Database } from "./db/client";
import type { Statistics } from "./db/statistics";
import type { Allowance } from "./limits/allowance";

/** What one GraphQL operation works with. */
export interface Context {
  readonly viewer: Viewer;
  /** The token of the private link that the operation came with; null = none. */
  readonly linkToken: string | null;
  /** What that link is to. Its holder is nobody else for the operation, signed in or not. */
  readonly link: HeldLink | null;
  /** "Now" for the whole operation, by the network's clock. */
  readonly now: Date;
  /** "Now" by the real clock, by which keys and allowances live in a demo network too. */
  readonly realNow: Date;
  /** The operation's transaction: one viewer, one snapshot. */
  readonly db: Database;
  readonly requestId: string;
  readonly log: Logger;
  /** What people know the organisation's own sign-in as; null or left out = there is none. */
  readonly oidcName?: string | null;
  /** What the caller has left; null where nobody is limited. */
  readonly allowance: Allowance | null;
  /** Aborted when nobody waits for the answer any more; null where that cannot be known. */
  readonly hungUp: AbortSignal | null;
  /**
   * What `make` makes of the transaction, made once for the operation: loaders, and what many fields need.
   * The same function always answers with the same thing.
   */
  use<Made>(make: (db: Database) => Made): Made;
  /** The transaction in which protected figures are computed, opened on first use and ended with the operation. */
  statistics(): Promise<Statistics>;
  /** Whether figures are protected for those who may not see the rows. Off only in tests, to show what protection is for. */
  readonly disclosure: Disclosure;
}

export type Disclosure = "on" | "off";

/** A `use` over one transaction. */
export function memoized(db: Database): Context["use"] {
  const made = new Map<unknown, unknown>();
  return <Made>(make: (db: Database) => Made): Made => {
    if (!made.has(make)) made.set(make, make(db));
    return made.get(make) as Made;
  };
}
