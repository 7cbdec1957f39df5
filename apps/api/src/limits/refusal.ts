import { HeaderMap } from "@apollo/server";
import { DomainError } from "../errors";
import { limitHeaders } from "./headers";
import type { Standing } from "./rateLimits";

/** Answered with 429 and the seconds after which to come back. */
export function rateLimited(standing: Standing): DomainError {
  const { policy, limit, resetAt } = standing;
  const retryAfter = Math.max(1, Math.ceil((resetAt.getTime() - Date.now()) / 1000));
  const spent = policy === "requests" ? `${limit} requests a minute` : `${limit} points an hour`;
  const headers = new HeaderMap([...limitHeaders([standing]), ["retry-after", String(retryAfter)]]);
  return new DomainError("RATE_LIMITED", `The allowance of ${spent} is used up; it is whole again in ${retryAfter} seconds.`, {
    http: { status: 429, headers },
    retryAfter,
    resetAt: resetAt.toISOString(),
  });
}
