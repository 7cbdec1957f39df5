import { getTableColumns } from "drizzle-orm";
import { bigint, boolean, customType, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "../../db/columns";

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

const told = {
  at: instant("at").notNull(),
  /** Null = nobody signed in. */
  accountId: text("account_id"),
  actorName: text("actor_name").notNull(),
  actorEmail: text("actor_email"),
  keyId: text("key_id"),
  keyName: text("key_name"),
  action: text().notNull(),
  subjectType: text("subject_type").notNull(),
  /** "*" = several, which the detail counts. */
  subjectId: text("subject_id").notNull(),
  reason: text(),
  detail: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
  requestId: text("request_id"),
};

/** What was done, by whom and when: only ever added to, each event sealed with the hash of the one before. */
export const auditEvents = pgTable("audit_events", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  ...told,
  previousHash: bytes("previous_hash").notNull(),
  hash: bytes().notNull(),
});

/** How long the chain is and how it ends: one row. */
export const auditHead = pgTable("audit_head", {
  onlyRow: boolean("only_row").primaryKey().default(true),
  events: bigint({ mode: "number" }).notNull(),
  lastId: bigint("last_id", { mode: "number" }).notNull(),
  hash: bytes().notNull(),
});

/** Events of transactions that have not committed. */
export const auditPending = pgTable("audit_pending", {
  number: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  ...told,
});

/** What staff read of an event; the hashes are the database's own to check. */
export const auditColumns = (({ previousHash: _previous, hash: _hash, ...read }) => read)(getTableColumns(auditEvents));

export type AuditEventRow = Omit<typeof auditEvents.$inferSelect, "previousHash" | "hash">;
