import type { RequestStatus } from "../../enums";

/** What has happened to a request, by when. Null = it has not. */
export interface RequestEvents {
  readonly withdrawnAt: Date | null;
  readonly matchedAt: readonly Date[];
  readonly referredAt: readonly Date[];
}

/** Where a request stands at `now`; a match outlasts a later referral, and both outlast a withdrawal. */
export function requestStatus({ withdrawnAt, matchedAt, referredAt }: RequestEvents, now: Date): RequestStatus {
  const happened = (at: Date) => at.getTime() <= now.getTime();
  if (matchedAt.some(happened)) return "matched";
  if (referredAt.some(happened)) return "referred";
  return withdrawnAt && happened(withdrawnAt) ? "withdrawn" : "open";
}
