import type { Scope } from "./scope.type";

/**
 * A scope that has been checked: states, organisations and topics exist, domains are written out as their topics, and
 * days are in order. Empty = not restricted.
 */
export interface CheckedScope {
  readonly from: string | null;
  readonly to: string | null;
  /** Whether what came after `to` is known: then the period chooses rows alone. */
  readonly toldNow?: boolean;
  readonly states: readonly string[];
  readonly regions: readonly string[];
  readonly locales: readonly string[];
  readonly titleI: boolean | null;
  readonly povertyBands: readonly string[];
  readonly enrollmentBands: readonly string[];
  readonly governance: readonly string[];
  readonly providers: readonly string[];
  /** Topic codes, or NONE; never a domain's. */
  readonly topics: readonly string[];
}

/** What a scope may name. */
export interface Vocabulary {
  readonly states: ReadonlySet<string>;
  readonly providers: ReadonlySet<string>;
  /** Topic codes behind each code that may be given: itself for a topic, all its topics for a domain. */
  readonly topics: ReadonlyMap<string, readonly string[]>;
}

export interface ScopeFault {
  /** Path of the input at fault. */
  readonly field: string;
  readonly message: string;
}

/** Checks a scope against what exists. Never throws: the first fault is returned. */
export function checkScope(scope: Scope, known: Vocabulary): CheckedScope | ScopeFault {
  const from = scope.from ?? null;
  const to = scope.to ?? null;
  if (from !== null && to !== null && from > to) {
    return { field: "scope.from", message: `The period begins on ${from}, after its end on ${to}.` };
  }
  const states = (scope.states ?? []).map((code) => code.toUpperCase());
  const strangeState = states.find((code) => !known.states.has(code));
  if (strangeState !== undefined) return { field: "scope.states", message: `"${strangeState}" is not a state's postal code.` };

  const providers = scope.providers ?? [];
  const strangeProvider = providers.find((id) => !known.providers.has(id));
  if (strangeProvider !== undefined) return { field: "scope.providers", message: `No organisation has the id "${strangeProvider}".` };

  const codes = scope.topics ?? [];
  const strangeTopic = codes.find((code) => !known.topics.has(code));
  if (strangeTopic !== undefined) return { field: "scope.topics", message: `The framework has no topic or domain "${strangeTopic}".` };

  return {
    from,
    to,
    states,
    regions: scope.regions ?? [],
    locales: scope.locales ?? [],
    titleI: scope.titleI ?? null,
    povertyBands: scope.povertyBands ?? [],
    enrollmentBands: scope.enrollmentBands ?? [],
    governance: scope.governance ?? [],
    providers,
    topics: [...new Set(codes.flatMap((code) => known.topics.get(code) ?? []))],
  };
}

/** The same scope without its topics: the base that shares and trends are measured against. */
export const withoutTopics = (scope: CheckedScope): CheckedScope => ({ ...scope, topics: [] });
