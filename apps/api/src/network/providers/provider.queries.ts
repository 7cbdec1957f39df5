import { randomUUID } from "node:crypto";
import { and, eq, ne, or, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { LOCKS } from "../../db/locks";
import { conflict, notFound } from "../../errors";
import { providers, type ProviderRow } from "./provider.table";

/** @throws DomainError CONFLICT when another organisation has the name, or the network has its hub. */
export async function addOrganisation(db: Database, given: Omit<ProviderRow, "id">): Promise<ProviderRow> {
  const id = randomUUID();
  await refuseDoubles(db, { id, ...given });
  const [row] = await db.insert(providers).values({ id, ...given }).returning();
  if (!row) throw new Error("An organisation that was added is there.");
  return row;
}

/**
 * Changes what is given of an organisation.
 * @throws DomainError NOT_FOUND, or CONFLICT when another organisation has the name.
 */
export async function changeOrganisation(db: Database, id: string, change: Partial<Pick<ProviderRow, "name" | "website">>): Promise<ProviderRow> {
  if (change.name !== undefined) await refuseDoubles(db, { id, name: change.name, kind: null });
  const changed = await db
    .update(providers)
    .set(change)
    .where(eq(providers.id, id))
    .returning();
  const [row] = changed;
  if (!row) throw notFound("organisation", id);
  return row;
}

/** Whoever adds or renames one comes here one after the other, so that two at once are not both the first. */
async function refuseDoubles(db: Database, { id, name, kind }: Pick<ProviderRow, "id" | "name"> & { readonly kind: ProviderRow["kind"] | null }): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${LOCKS.organisations})`);
  const isHub = kind === "hub" ? eq(providers.kind, "hub") : sql`false`;
  const [double] = await db
    .select()
    .from(providers)
    .where(and(ne(providers.id, id), or(sql`lower(${providers.name}) = lower(${name})`, isHub)))
    .limit(1);
  if (!double) return;
  throw conflict(double.name.toLowerCase() === name.toLowerCase() ? `There is an organisation of this name: ${double.name}.` : `The network has a hub: ${double.name}.`);
}
