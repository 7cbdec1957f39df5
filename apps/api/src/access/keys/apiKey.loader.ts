import DataLoader from "dataloader";
import { inArray } from "drizzle-orm";
import { arranged } from "../../db/arranged";
import type { Database } from "../../db/client";
import { apiKeys } from "./apiKey.table";

/** All of a key but its hash, which no viewer's role reads. */
export const shownColumns = {
  id: apiKeys.id,
  userId: apiKeys.userId,
  name: apiKeys.name,
  prefix: apiKeys.prefix,
  scopes: apiKeys.scopes,
  providerId: apiKeys.providerId,
  createdAt: apiKeys.createdAt,
  expiresAt: apiKeys.expiresAt,
  lastUsedAt: apiKeys.lastUsedAt,
  revokedAt: apiKeys.revokedAt,
  rotatedTo: apiKeys.rotatedTo,
};

export type ApiKeyRow = Omit<typeof apiKeys.$inferSelect, "hash">;

/** A key by its id, as far as the viewer may see it. */
export const apiKeyById = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select(shownColumns).from(apiKeys).where(inArray(apiKeys.id, [...ids]));
    return arranged("API key", ids, rows, ({ id }) => id);
  });
