import type { Standing } from "./rateLimits";

/**
 * How a caller stands, as fields of an HTTP answer.
 * Source: R. Polli, A. Martinez and D. Miller, "RateLimit header fields for HTTP", IETF draft-ietf-httpapi-ratelimit-headers-10.
 * @param standings as told just now; none give no fields.
 */
export function limitHeaders(standings: readonly Standing[]): [name: string, value: string][] {
  if (standings.length === 0) return [];
  const policies = standings.map(({ policy, limit, window }) => `"${policy}";q=${limit};w=${window}`);
  const limits = standings.map(({ policy, remaining, resetAt }) => `"${policy}";r=${remaining};t=${Math.max(0, Math.ceil((resetAt.getTime() - Date.now()) / 1000))}`);
  return [
    ["ratelimit-policy", policies.join(", ")],
    ["ratelimit", limits.join(", ")],
  ];
}
