import type { Network } from "./network";
import { providersOfRequest, select, type Scope } from "./scope";
import type { System } from "./systems";

/** What was asked for, or what was coached. */
export type EvidenceKind = "REQUESTS" | "SESSIONS";

/** A request or a session. */
export interface Evidence {
  readonly at: Date;
  readonly system: System;
  readonly topics: readonly string[];
  readonly providers: readonly string[];
  /** 1 to 4; null for a request and where it is not known. */
  readonly challengeLevel: number | null;
}

export function evidenceIn(network: Network, scope: Scope, now: Date, kind: EvidenceKind): Evidence[] {
  const { requests, sessions } = select(network, scope, now);
  if (kind === "SESSIONS") {
    return sessions.map((session) => ({ ...session, at: session.heldAt, system: session.engagement.request.system }));
  }
  return requests.map((request) => ({
    at: request.submittedAt,
    system: request.system,
    topics: request.topics,
    providers: providersOfRequest(request),
    challengeLevel: null,
  }));
}

export function systemsOf(evidence: readonly Evidence[]): number {
  return new Set(evidence.map(({ system }) => system)).size;
}
