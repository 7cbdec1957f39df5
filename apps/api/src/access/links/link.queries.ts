import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { LINK_DAYS, linkPath, newToken, tokenHash, type HeldLink, type LinkKind } from "./link";

/** Makes its viewer the holder of a link, to the end of the transaction. @returns what it is to; null where it does not work (any more). */
export async function openLink(db: Database, token: string): Promise<HeldLink | null> {
  const [row] = await db.execute<{ kind: LinkKind; subject_id: string }>(sql`select kind, subject_id from open_link(${tokenHash(token)})`);
  return row ? { kind: row.kind, subjectId: row.subject_id } : null;
}

/** Makes one more link to something. @returns its path, which nobody can find out again. */
export async function makeLink(db: Database, kind: LinkKind, subjectId: string): Promise<string> {
  const token = newToken();
  await db.execute(sql`select make_link(${kind}, ${subjectId}, ${tokenHash(token)}, ${LINK_DAYS[kind]}::integer)`);
  return linkPath(kind, token);
}

/** Ends every link to something: none of them works from now on. */
export async function endLinks(db: Database, kind: LinkKind, subjectId: string): Promise<void> {
  await db.execute(sql`select end_links(${kind}, ${subjectId})`);
}
