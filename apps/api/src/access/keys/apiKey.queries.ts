import { randomUUID } from "node:crypto";
import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { positionPage, sortableInstant } from "../../db/page.queries";
import { conflict } from "../../errors";
import type { Page, PageRequest, Position } from "../../page";
import { shownColumns, type ApiKeyRow } from "./apiKey.loader";
import { apiKeys } from "./apiKey.table";

/** Keys newest first: all of the network for staff, their own for others. */
export const apiKeyPage = (db: Database, request: PageRequest): Promise<Page<Position>> =>
  positionPage(db, sql`select k.id, ${sortableInstant(sql`k.created_at`)} as key from api_keys k`, "descending", request);

/** Somebody's keys, newest first. */
export const keysOf = (db: Database, userId: string): Promise<ApiKeyRow[]> =>
  db.select(shownColumns).from(apiKeys).where(eq(apiKeys.userId, userId)).orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));

/** How many keys of somebody's work at an instant. */
export const countUsableKeys = (db: Database, userId: string, now: Date): Promise<number> =>
  db.$count(apiKeys, and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, now)));

export type NewKey = Pick<ApiKeyRow, "userId" | "name" | "prefix" | "scopes" | "providerId" | "createdAt" | "expiresAt"> & { readonly hash: string };

export async function addKey(db: Database, key: NewKey): Promise<ApiKeyRow> {
  const [added] = await db.insert(apiKeys).values({ id: randomUUID(), ...key }).returning(shownColumns);
  if (!added) throw new Error("An insert answers with its row.");
  return added;
}

/** Ends a key at once. */
export const revokeKey = (db: Database, id: string, now: Date): Promise<ApiKeyRow> => changed(db, id, { revokedAt: now });

/** Puts another key in a key's place, and sets when the old one ends. */
export const supersedeKey = (db: Database, id: string, { rotatedTo, expiresAt }: { rotatedTo: string; expiresAt: Date }): Promise<ApiKeyRow> =>
  changed(db, id, { rotatedTo, expiresAt });

/** The code that the database gives where a key would live on that has ended, or been rotated. */
const ENDED_MEANWHILE = "NW002";

/** @throws DomainError CONFLICT when somebody else rotated or revoked the key at the same moment. */
async function changed(db: Database, id: string, values: Partial<ApiKeyRow>): Promise<ApiKeyRow> {
  try {
    const [row] = await db.update(apiKeys).set(values).where(eq(apiKeys.id, id)).returning(shownColumns);
    if (row) return row;
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    if (code !== ENDED_MEANWHILE) throw error;
  }
  throw conflict("The key was changed by somebody else at the same moment. Look again.");
}

/** Tells the owner by mail that a key was made in their name; sent once the operation is done. */
export async function announceKey(db: Database, to: string, payload: { readonly name: string; readonly expiresAt: string; readonly link: string }): Promise<void> {
  await db.execute(sql`select enqueue_mail('key_made', ${to}, ${JSON.stringify(payload)}::jsonb)`);
}

/** The key with this hash, whatever became of it; asked by the server itself, before it is known who is looking. */
export async function keyWithHash(db: Database, hash: string): Promise<ApiKeyRow | null> {
  const [row] = await db.select(shownColumns).from(apiKeys).where(eq(apiKeys.hash, hash));
  return row ?? null;
}

/** Notes when a key was used; of several requests at once, the first does. */
export async function touchKey(db: Database, { id, lastUsedAt }: Pick<ApiKeyRow, "id" | "lastUsedAt">, now: Date): Promise<void> {
  const asItWas = lastUsedAt === null ? isNull(apiKeys.lastUsedAt) : eq(apiKeys.lastUsedAt, lastUsedAt);
  await db.update(apiKeys).set({ lastUsedAt: now }).where(and(eq(apiKeys.id, id), asItWas));
}
