import {
  ENROLLMENT_BANDS,
  GOVERNANCES,
  LOCALES,
  POVERTY_BANDS,
  REGIONS,
  type EnrollmentBand,
  type Governance,
  type Locale,
  type PovertyBand,
  type Region,
} from "@arl/schema/enums";
import { isCalendarDate } from "./period";

/** Which part of the network a page shows: the API's input of the same name. A field left out does not restrict. */
export interface Scope {
  /** Inclusive, `2020-05-01`. */
  readonly from?: string;
  /** Exclusive. */
  readonly to?: string;
  readonly states?: readonly string[];
  readonly regions?: readonly Region[];
  readonly locales?: readonly Locale[];
  readonly titleI?: boolean;
  readonly povertyBands?: readonly PovertyBand[];
  readonly enrollmentBands?: readonly EnrollmentBand[];
  readonly governance?: readonly Governance[];
  readonly providers?: readonly string[];
  readonly topics?: readonly string[];
}

export type ScopeField = keyof Scope;

/** The plain text of an address's parameters, by name. */
export type SearchText = Readonly<Record<string, string>>;

/** A part of the address that says nothing we understand; it was left out. */
export interface Dropped {
  readonly param: string;
  readonly value: string;
}

interface Param {
  readonly param: string;
  readonly field: ScopeField;
  /** The value in its one spelling, or null where it means nothing. */
  readonly read: (word: string) => string | null;
  readonly list: boolean;
}

const oneOf = (words: readonly string[]) => (word: string) => {
  const upper = word.toUpperCase();
  return words.includes(upper) ? upper : null;
};
const matching = (pattern: RegExp) => (word: string) => (pattern.test(word) ? word : null);
const date = (word: string) => (isCalendarDate(word) ? word : null);
const state = (word: string) => matching(/^[A-Z]{2}$/)(word.toUpperCase());
const id = matching(/^[\w.:~-]{1,80}$/);

const PARAMS: readonly Param[] = [
  { param: "from", field: "from", read: date, list: false },
  { param: "to", field: "to", read: date, list: false },
  { param: "states", field: "states", read: state, list: true },
  { param: "regions", field: "regions", read: oneOf(REGIONS), list: true },
  { param: "locales", field: "locales", read: oneOf(LOCALES), list: true },
  { param: "titleI", field: "titleI", read: matching(/^(true|false)$/), list: false },
  { param: "poverty", field: "povertyBands", read: oneOf(POVERTY_BANDS), list: true },
  { param: "size", field: "enrollmentBands", read: oneOf(ENROLLMENT_BANDS), list: true },
  { param: "governance", field: "governance", read: oneOf(GOVERNANCES), list: true },
  { param: "providers", field: "providers", read: id, list: true },
  { param: "topics", field: "topics", read: id, list: true },
];

/** The names under which a scope stands in the address. */
export const SCOPE_PARAMS: readonly string[] = PARAMS.map(({ param }) => param);

function readParam(
  { param, read, list }: Param,
  text: string,
): { readonly words: readonly string[]; readonly dropped: readonly Dropped[] } {
  const words = (list ? text.split(",") : [text]).map((word) => word.trim()).filter((word) => word !== "");
  const kept = words.map(read).filter((word) => word !== null);
  const dropped = words.filter((word) => read(word) === null).map((value) => ({ param, value }));
  return { words: [...new Set(kept)], dropped };
}

/**
 * The scope an address means. Whatever it does not understand is left out and reported, so that a
 * mistyped link still opens.
 */
export function readScope(search: SearchText): { readonly scope: Scope; readonly dropped: readonly Dropped[] } {
  const scope: Record<string, unknown> = {};
  const dropped: Dropped[] = [];
  for (const entry of PARAMS) {
    const text = search[entry.param];
    if (text === undefined) continue;
    const { words, dropped: bad } = readParam(entry, text);
    dropped.push(...bad);
    if (words.length === 0) continue;
    if (entry.field === "titleI") scope["titleI"] = words[0] === "true";
    else scope[entry.field] = entry.list ? words : words[0];
  }
  return withOrderedPeriod(scope as Scope, dropped);
}

function withOrderedPeriod(scope: Scope, dropped: readonly Dropped[]) {
  const { from, to } = scope;
  if (from === undefined || to === undefined || from < to) return { scope, dropped };
  return { scope: without(scope, "to"), dropped: [...dropped, { param: "to", value: to }] };
}

/** The address's parameters for a scope; `readScope` reads them back to the same scope. */
export function writeScope(scope: Scope): SearchText {
  const search: Record<string, string> = {};
  for (const { param, field } of PARAMS) {
    const value = scope[field];
    if (value === undefined) continue;
    const text = Array.isArray(value) ? value.join(",") : String(value);
    if (text !== "") search[param] = text;
  }
  return search;
}

/** The scope with one field no longer restricting. */
export function without(scope: Scope, ...fields: readonly ScopeField[]): Scope {
  return Object.fromEntries(Object.entries(scope).filter(([field]) => !fields.includes(field as ScopeField)));
}

/** The scope narrowed to `more`: its lists replace the scope's, its period is cut to the scope's own. */
export function narrowed(scope: Scope, more: Scope): Scope {
  const from = [scope.from, more.from].filter((day) => day !== undefined).sort().at(-1);
  const to = [scope.to, more.to].filter((day) => day !== undefined).sort()[0];
  return { ...scope, ...more, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
