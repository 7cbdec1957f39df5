import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Account } from "../access/viewer";
import { rateLimited } from "./refusal";
import type { Store } from "./store";

/** Whose allowance a request uses up: a key's own, a person's, or that of the address from which the public asks. */
export interface Caller {
  readonly kind: "key" | "person" | "address";
  readonly id: string;
}

/** How a caller stands with one allowance. */
export interface Standing {
  readonly policy: "requests" | "points";
  readonly limit: number;
  readonly remaining: number;
  /** Seconds in which the allowance lasts. */
  readonly window: number;
  readonly resetAt: Date;
}

/** Points an hour: a program plans ahead; of a person's pages the dearest fits every two seconds, all day long. */
export const POINTS_AN_HOUR = { key: 10_000, person: 500_000, address: 30_000 } as const satisfies Record<Caller["kind"], number>;

const MINUTE = 60;
const HOUR = 3_600;

export interface RateLimitOptions {
  /** Of each caller. */
  readonly requestsAMinute: number;
  readonly pointsAnHour?: Readonly<Record<Caller["kind"], number>>;
}

/** Allowances that every process on the database shares. */
export interface RateLimits {
  /** @throws DomainError RATE_LIMITED, answered with 429 */
  countRequest(caller: Caller): Promise<Standing>;
  /** @throws DomainError RATE_LIMITED, answered with 429 */
  spend(caller: Caller, points: number): Promise<Standing>;
}

/** @param store where what was used is kept; while it does not answer in time, each process counts for itself. */
export function createRateLimits(store: Store, { requestsAMinute, pointsAnHour = POINTS_AN_HOUR }: RateLimitOptions): RateLimits {
  const requests = allowance(store, "requests", requestsAMinute, MINUTE);
  const points = {
    key: allowance(store, "points", pointsAnHour.key, HOUR),
    person: allowance(store, "points", pointsAnHour.person, HOUR),
    address: allowance(store, "points", pointsAnHour.address, HOUR),
  };
  return {
    countRequest: (caller) => requests(caller, 1),
    spend: (caller, cost) => points[caller.kind](caller, cost),
  };
}

/** The allowance that begins anew a window after the first use; once it is used up, nothing more goes through until then. */
function allowance(store: Store, policy: Standing["policy"], points: number, window: number) {
  const limiter = new RateLimiterPostgres({
    storeClient: store,
    storeType: "client",
    schemaName: "limits",
    tableName: "used",
    tableCreated: true,
    keyPrefix: policy,
    points,
    duration: window,
    // Who has used everything up is refused without asking the database again.
    inMemoryBlockOnConsumed: points,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: policy, points, duration: window }),
  });
  return async ({ kind, id }: Caller, cost: number): Promise<Standing> => {
    const told = ({ remainingPoints, msBeforeNext }: RateLimiterRes): Standing => ({
      policy,
      limit: points,
      remaining: remainingPoints,
      window,
      resetAt: new Date(Date.now() + msBeforeNext),
    });
    try {
      return told(await limiter.consume(`${kind}:${id}`, cost));
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) throw rateLimited(told(refusal));
      throw refusal;
    }
  };
}

/** @param ip as the connection has it. */
export function callerOf(viewer: Account | null, ip: string): Caller {
  if (viewer?.key) return { kind: "key", id: viewer.key.id };
  return viewer ? { kind: "person", id: viewer.id } : { kind: "address", id: network(ip) };
}

/** A household or an office has a whole /64 of IPv6 addresses to ask from, but one of IPv4. */
function network(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined || !ip.includes(":")) return mapped ?? ip;
  const [head = "", tail] = (ip.split("%")[0] ?? "").split("::");
  const groups = (text: string | undefined) => (text ? text.split(":") : []);
  const left = groups(head);
  const missing = tail === undefined ? 0 : 8 - left.length - groups(tail).length;
  return [...left, ...Array.from({ length: missing }, () => "0"), ...groups(tail)].slice(0, 4).join(":");
}
