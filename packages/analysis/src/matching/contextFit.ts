import type { Ask } from "./ask";
import type { PastWork } from "./candidate";

const KINDS = ["enrollment", "locale", "governance"] as const;
export type ContextKind = (typeof KINDS)[number];

/** Earlier relationships with systems of the same kind, for each kind that is known of the system. */
export interface Familiarity {
  readonly kind: ContextKind;
  /** Relationships, not necessarily whole. */
  readonly relationships: number;
}

/** @returns one entry for each kind known of the system, in a fixed order. */
export function familiarityOf(context: Ask["context"], past: PastWork): readonly Familiarity[] {
  return KINDS.flatMap((kind) => {
    const word = context[kind];
    return word === null ? [] : [{ kind, relationships: past.relationships * (past[kind][word] ?? 0) }];
  });
}

/**
 * How well a coach knows systems like this one, 0 to 1.
 *
 * Each kind gives (n + 1) / (n + 2) for n earlier relationships with its like: a new coach starts at a half, and the third
 * relationship tells more than the thirtieth. Where the leader needs another language, speaking one of those is half of the fit.
 */
export function contextFit(ask: Ask, past: PastWork, languages: readonly string[]): number {
  const known = familiarityOf(ask.context, past);
  const like = known.length === 0 ? 0.5 : known.reduce((sum, { relationships }) => sum + (relationships + 1) / (relationships + 2), 0) / known.length;
  if (ask.languages.length === 0) return like;
  return (like + (ask.languages.some((language) => languages.includes(language)) ? 1 : 0)) / 2;
}
