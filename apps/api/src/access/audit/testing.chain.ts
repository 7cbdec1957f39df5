import { createHash } from "node:crypto";
import type postgres from "postgres";

interface ChainRow {
  readonly id: string;
  readonly fields: readonly (string | null)[];
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
}

/**
 * The id of the first event at which the chain breaks, found without the database's own check; null = it holds.
 * An event's hash is SHA-256 of the hash before it, then its fields in order: each its length in bytes, a colon and its text, or
 * "-" for null; a space between two.
 */
export async function firstBrokenLink(sql: postgres.Sql): Promise<string | null> {
  const rows = await sql<ChainRow[]>`
    select id::text, previous_hash, hash, to_json(array[id::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), account_id, actor_name,
      actor_email, key_id, key_name, action, subject_type, subject_id, reason, detail::text, request_id]) as fields
    from audit_events order by audit_events.id`;
  let [last, lastId] = [Buffer.alloc(32), 0];
  for (const { id, fields, previous_hash, hash } of rows) {
    const text = fields.map((field) => (field === null ? "-" : `${Buffer.byteLength(field)}:${field}`)).join(" ");
    const computed = createHash("sha256").update(last).update(text, "utf8").digest();
    if (!previous_hash.equals(last) || !hash.equals(computed)) return id;
    [last, lastId] = [computed, Number(id)];
  }
  const [head] = await sql<{ events: string; last_id: string; hash: Buffer }[]>`select events, last_id, hash from audit_head`;
  if (!head || Number(head.events) !== rows.length || Number(head.last_id) !== lastId || !head.hash.equals(last)) return "the end";
  return null;
}
