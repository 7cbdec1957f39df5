import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

const current = new AsyncLocalStorage<string>();

/** A caller's own id is kept when it is harmless, so that its logs and ours can be read together. */
const HARMLESS = /^[A-Za-z0-9._-]{8,64}$/;

/** The id of a request: the caller's `x-request-id` where it has a harmless one, else a new one. */
export function requestIdFrom(header: string | string[] | undefined): string {
  return typeof header === "string" && HARMLESS.test(header) ? header : randomUUID();
}

/** Everything that `work` starts knows the id. */
export const withRequestId = <T>(id: string, work: () => T): T => current.run(id, work);

/** The id of the request being answered; empty outside of one. */
export const currentRequestId = (): string => current.getStore() ?? "";
