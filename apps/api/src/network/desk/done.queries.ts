import { eq, sql } from "drizzle-orm";
import type { Account } from "../../access/viewer";
import type { Database } from "../../db/client";
import { conflict, notFound } from "../../errors";
import { deskEvents, type DeskEventKind, type DeskEventRow } from "./desk.table";

/** Something that is done at the desk. */
export interface Deed {
  /** Made by who does it: the same id is the same deed. */
  readonly id: string;
  readonly requestId: string;
  readonly kind: DeskEventKind;
  readonly about?: string | null;
  readonly reason?: string | null;
  readonly text?: string | null;
}

/**
 * Does something once: locks the request (and the others named) until the transaction ends, does the work and writes the deed down. A repeat changes nothing.
 * @throws DomainError NOT_FOUND for an unknown request, CONFLICT where the id was another deed's.
 */
export async function doOnce(db: Database, deed: Deed, { by, now, others = [] }: { readonly by: Account; readonly now: Date; readonly others?: readonly string[] }, work: () => Promise<void>): Promise<void> {
  await lockRequests(db, [deed.requestId, ...others]);
  const [before] = await db.select().from(deskEvents).where(eq(deskEvents.id, deed.id));
  if (before) return refuseOther(before, deed, by);
  await work();
  const { id, requestId, kind, about = null, reason = null, text = null } = deed;
  const written = await db.insert(deskEvents).values({ id, requestId, kind, about, reason, text, byId: by.id, byName: by.name, at: now }).onConflictDoNothing().returning({ id: deskEvents.id });
  if (written.length === 0) throw conflict("This id was used for something else at the same time.");
}

/** Whoever changes one waits here for who did so before, and then sees what they did. */
async function lockRequests(db: Database, ids: readonly string[]): Promise<void> {
  const rows = await db.execute<{ id: string }>(sql`select id from requests where id = any (${sql.param([...ids])}::text[]) order by id for update`);
  const there = new Set(rows.map(({ id }) => id));
  for (const id of ids) if (!there.has(id)) throw notFound("request", id);
}

function refuseOther(before: DeskEventRow, deed: Deed, by: Account): void {
  const isSame = before.requestId === deed.requestId && before.kind === deed.kind && before.byId === by.id && before.about === (deed.about ?? null) && before.reason === (deed.reason ?? null) && before.text === (deed.text ?? null);
  if (!isSame) throw conflict("This id was used for something else already.");
}
