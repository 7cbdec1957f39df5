import type { ApiKeyRow } from "./apiKey.loader";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const LIFETIME_DAYS = { least: 1, most: 365, usual: 90 } as const;
export const OVERLAP_HOURS = { least: 0, most: 168, usual: 24 } as const;

export const KEY_STATES = ["active", "expired", "revoked", "rotated"] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** How a key stands at an instant; one that was rotated still works until it expires. */
export function keyState({ revokedAt, expiresAt, rotatedTo }: Pick<ApiKeyRow, "revokedAt" | "expiresAt" | "rotatedTo">, now: Date): KeyState {
  if (revokedAt !== null) return "revoked";
  if (expiresAt <= now) return "expired";
  return rotatedTo === null ? "active" : "rotated";
}

export const isUsable = (state: KeyState): boolean => state === "active" || state === "rotated";

/** @param days whole days from now. */
export const expiryAfter = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MS);

/** A key's successor lives as long as the key was made to. */
export const successorExpiry = ({ createdAt, expiresAt }: Pick<ApiKeyRow, "createdAt" | "expiresAt">, now: Date): Date =>
  new Date(now.getTime() + expiresAt.getTime() - createdAt.getTime());

/** When a rotated key ends: after the overlap, and never later than it would have. */
export const overlapEnd = ({ expiresAt }: Pick<ApiKeyRow, "expiresAt">, now: Date, hours: number): Date =>
  new Date(Math.min(expiresAt.getTime(), now.getTime() + hours * HOUR_MS));
