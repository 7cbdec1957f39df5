/** The roles of the database, as whom the server's statements run. */
export const DATABASE_ROLES = [
  /** Viewers, by what they are in the network. Stewards are funders here. */
  "network_public",
  "network_funder",
  "network_coach",
  "network_provider",
  "network_staff",
  /** What computes protected figures, for whomever. */
  "network_statistics",
  /** The server between operations: it finds out who is looking, and looks after their way in. */
  "network_server",
  /** The holder of a private link. */
  "network_link",
  /** Who writes down what the public asks for. */
  "network_intake",
] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

export type Verb = "select" | "insert" | "update" | "delete";

/** All rows; or "own": those that a row policy's condition lets through, which asks who is looking. */
export type Rows = "all" | "own";

export interface Right {
  readonly who: readonly DatabaseRole[];
  readonly may: Verb;
  readonly rows: Rows;
  /** The columns it is for; null = all of them. */
  readonly only: readonly string[] | null;
  /** The columns it is not for. */
  readonly without: readonly string[];
}

/** Column names, set apart by spaces. */
interface Columns {
  readonly only?: string;
  readonly without?: string;
}

export interface TableRights {
  /** Every column of the table. */
  readonly columns: readonly string[];
  /** What is not said here nobody may. */
  readonly rights: readonly Right[];
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

const may = (verb: Verb) => (who: readonly DatabaseRole[], rows: Rows, { only, without = "" }: Columns = {}): Right => ({
  who,
  may: verb,
  rows,
  only: only === undefined ? null : words(only),
  without: words(without),
});

export const reads = may("select");
export const adds = may("insert");
export const changes = may("update");
export const removes = may("delete");

/** A table: its columns, set apart by spaces, and who may do what with them. */
export const table = (columns: string, ...rights: readonly Right[]): TableRights => ({ columns: words(columns), rights });
