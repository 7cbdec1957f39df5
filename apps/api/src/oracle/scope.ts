import type { EnrollmentBand, Governance, Locale, PovertyBand, Region } from "@arl/schema/enums";
import { startOfDay, type Day } from "./calendar";
import { topicsMeant } from "./framework";
import { knownBefore, type Engagement, type Network, type Request, type Session } from "./network";
import type { System } from "./systems";

/** Which part of the network a figure covers. Fields left out do not restrict. */
export interface Scope {
  /** Inclusive. */
  readonly from?: Day | null;
  /** Exclusive. */
  readonly to?: Day | null;
  readonly states?: readonly string[] | null;
  readonly regions?: readonly Region[] | null;
  readonly locales?: readonly Locale[] | null;
  readonly titleI?: boolean | null;
  readonly povertyBands?: readonly PovertyBand[] | null;
  readonly enrollmentBands?: readonly EnrollmentBand[] | null;
  readonly governance?: readonly Governance[] | null;
  readonly providers?: readonly string[] | null;
  /** Topic codes; a domain's stands for all its topics. */
  readonly topics?: readonly string[] | null;
}

/** The instant of knowledge: what happens at it or later does not count. Of the future nothing is known. */
export function asOf(scope: Scope, now: Date): Date {
  if (scope.to == null) return now;
  const end = startOfDay(scope.to);
  return end < now ? end : now;
}

function isAmong<T>(value: T | null, wanted: readonly T[] | null | undefined): boolean {
  return wanted == null || (value !== null && wanted.includes(value));
}

function shareOne<T>(values: readonly T[], wanted: readonly T[] | null | undefined): boolean {
  return wanted == null || values.some((value) => wanted.includes(value));
}

function systemInScope(system: System, scope: Scope): boolean {
  return (
    isAmong(system.state, scope.states) &&
    isAmong(system.region, scope.regions) &&
    isAmong(system.locale, scope.locales) &&
    (scope.titleI == null || system.titleI === scope.titleI) &&
    isAmong(system.povertyBand, scope.povertyBands) &&
    isAmong(system.enrollmentBand, scope.enrollmentBands) &&
    isAmong(system.governance, scope.governance)
  );
}

/** Organisations of a request: those of its engagements, without repeats. */
export function providersOfRequest(request: Request): string[] {
  return [...new Set(request.engagements.flatMap(({ providers }) => providers))];
}

export interface Selection {
  readonly requests: readonly Request[];
  readonly sessions: readonly Session[];
  /** Engagements with a held session. */
  readonly relationships: readonly Engagement[];
}

/** All that a scope selects. */
export function select(network: Network, scope: Scope, now: Date): Selection {
  const picture = knownBefore(network, asOf(scope, now));
  const from = scope.from == null ? null : startOfDay(scope.from);
  const to = scope.to == null ? null : startOfDay(scope.to);
  const wanted = scope.topics == null ? null : [...topicsMeant(scope.topics)];
  const inWindow = (date: Date): boolean => (from === null || date >= from) && (to === null || date < to);
  const tagged = (topics: readonly string[]): boolean => shareOne(topics, wanted);
  return {
    requests: picture.requests.filter(
      (request) =>
        inWindow(request.submittedAt) &&
        systemInScope(request.system, scope) &&
        shareOne(providersOfRequest(request), scope.providers) &&
        tagged(request.topics),
    ),
    sessions: picture.sessions.filter(
      (session) =>
        inWindow(session.heldAt) &&
        systemInScope(session.engagement.request.system, scope) &&
        shareOne(session.providers, scope.providers) &&
        tagged(session.topics),
    ),
    relationships: picture.engagements.filter((engagement) => {
      const [first] = engagement.sessions;
      return (
        first !== undefined &&
        inWindow(first.heldAt) &&
        systemInScope(engagement.request.system, scope) &&
        shareOne(engagement.providers, scope.providers) &&
        tagged(engagement.request.topics)
      );
    }),
  };
}
