import { HeaderMap } from "@apollo/server";
import type { Logger } from "pino";
import type { Clock } from "../../clock";
import type { Database } from "../../db/client";
import { DomainError } from "../../errors";
import { getAccount } from "../account.queries";
import type { Account } from "../viewer";
import type { ApiKeyRow } from "./apiKey.loader";
import { keyWithHash, touchKey } from "./apiKey.queries";
import { isUsable, keyState } from "./lifetime";
import { narrowed } from "./powers";
import { hashOf, isWellFormed } from "./secret";

export interface BearerOptions {
  readonly db: Database;
  readonly log: Logger;
  /** By the real clock: a key's life is told by the caller's calendar, not by a demo network's. */
  readonly clock: Clock;
}

/** How often at most it is written down that a key is in use. */
const TOUCH_EVERY_MS = 60_000;

/**
 * Whom a request's `authorization` field stands for.
 * @throws DomainError UNAUTHENTICATED, answered with 401: for what is not written as a key is, in words that help; for
 * every other reason in one sentence, so that nobody learns which keys there are.
 */
export async function accountOfBearer(authorization: string, { db, log, clock }: BearerOptions): Promise<Account> {
  const secret = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (secret === undefined || !isWellFormed(secret)) throw refused("This is not an API key; send `authorization: Bearer arl_…`, all of it and as it was shown.");
  const key = await keyWithHash(db, hashOf(secret));
  const now = clock();
  if (!key || !isUsable(keyState(key, now))) throw refused(UNKNOWN);
  const owner = await getAccount(db, key.userId);
  const account = owner && narrowed(owner, key);
  if (!account) throw refused(UNKNOWN);
  await noteUse(db, key, now).catch((error: unknown) => log.warn({ err: error }, "the use of a key was not noted"));
  return account;
}

/** @throws DomainError UNAUTHENTICATED, always */
export function refuseTwoCredentials(): never {
  throw refused("Send either a session's cookie or an API key, not both.");
}

const UNKNOWN = "No key that works is like this one: it is unknown, or expired, or revoked, or its owner has no rights left.";

/** Source of the header: RFC 6750, "The OAuth 2.0 Authorization Framework: Bearer Token Usage", section 3. */
function refused(message: string): DomainError {
  const headers = new HeaderMap([["www-authenticate", 'Bearer realm="coaching network", error="invalid_token"']]);
  return new DomainError("UNAUTHENTICATED", message, { http: { status: 401, headers } });
}

async function noteUse(db: Database, key: ApiKeyRow, now: Date): Promise<void> {
  const { lastUsedAt } = key;
  if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= TOUCH_EVERY_MS) await touchKey(db, key, now);
}
