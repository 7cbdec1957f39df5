import type { Logger } from "pino";
import type { Viewer } from "./access/viewer";
import type { Database } from "./db/client";

/** What one GraphQL operation works with. */
export interface Context {
  readonly viewer: Viewer;
  /** "Now" for the whole operation, by the network's clock. */
  readonly now: Date;
  /** The operation's transaction: one viewer, one snapshot. */
  readonly db: Database;
  readonly requestId: string;
  readonly log: Logger;
  /**
   * What `make` makes of the transaction, made once for the operation: loaders, and what many fields need.
   * The same function always answers with the same thing.
   */
  use<Made>(make: (db: Database) => Made): Made;
}

/** A `use` over one transaction. */
export function memoized(db: Database): Context["use"] {
  const made = new Map<unknown, unknown>();
  return <Made>(make: (db: Database) => Made): Made => {
    if (!made.has(make)) made.set(make, make(db));
    return made.get(make) as Made;
  };
}
