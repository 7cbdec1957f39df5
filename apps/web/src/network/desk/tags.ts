/** Where some words stand, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Suggestion {
  /** Null where the leader chose it. */
  readonly confidence: number | null;
  readonly evidence: readonly Span[];
  readonly topic: { readonly code: string; readonly label: string };
}

/** The code of what no topic is about. */
export const NOT_IN_FRAMEWORK = "NONE";

/** As many as have a key and fit the eye. */
const MOST = 6;

interface Read {
  readonly suggestions: readonly Suggestion[];
  readonly needs: readonly { readonly suggestions: readonly Suggestion[] }[];
}

/** What may be chosen with one key: what the whole may be about, then what the leader chose, then what each need in it may be about. */
export function offeredTopics({ suggestions, needs }: Read, asked: readonly Suggestion["topic"][]): readonly Suggestion[] {
  const byCode = new Map<string, Suggestion>();
  const chosen = asked.map((topic) => ({ confidence: null, evidence: [], topic }));
  for (const suggestion of [...suggestions, ...chosen, ...needs.flatMap((need) => need.suggestions.slice(0, 1))]) {
    const { code } = suggestion.topic;
    const known = byCode.get(code);
    byCode.set(code, known ? { ...known, evidence: [...known.evidence, ...suggestion.evidence] } : suggestion);
  }
  return [...byCode.values()].slice(0, MOST);
}

/** A piece of text, and the numbers of the suggestions that it speaks for; none = it speaks for none. */
export interface Piece {
  readonly text: string;
  readonly numbers: readonly number[];
}

/** Below this a suggestion is hardly more than a guess, and its words are not marked. */
const LEAST_SURE = 0.25;

/** The words that speak for each suggestion that is worth the eye, by its number from 1; those side by side are one mark. */
export const marksOf = (suggestions: readonly Suggestion[]): readonly (Span & { readonly number: number })[] =>
  suggestions.flatMap(({ evidence, confidence }, index) => ((confidence ?? 0) < LEAST_SURE ? [] : joined(evidence).map((span) => ({ ...span, number: index + 1 }))));

/** Spans that overlap or have one character between them as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = found.at(-1);
    if (last && span.start <= last.end + 1) found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else found.push(span);
  }
  return found;
}

/** A text cut where marks begin and end; together the pieces are the text. */
export function piecesOf(text: string, marks: readonly (Span & { readonly number: number })[]): readonly Piece[] {
  const within = (at: number) => Math.min(Math.max(at, 0), text.length);
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [within(start), within(end)])])].toSorted((one, other) => one - other);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length;
    const numbers = marks.filter(({ start, end }) => start <= from && end >= to).map(({ number }) => number);
    return { text: text.slice(from, to), numbers: [...new Set(numbers)].toSorted((one, other) => one - other) };
  });
}

export const sameTopics = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((code) => other.includes(code));
