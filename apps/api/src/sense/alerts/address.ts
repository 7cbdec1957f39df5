import type { Scope } from "../scope/scope.type";
import type { NamedThings } from "../scope/vocabulary.queries";
import type { AlertKind } from "./alert.table";

/** The page on which an alert's figure stands. */
const PAGES: Readonly<Record<AlertKind, string>> = {
  oldest_unmatched: "/gaps",
  session_rating: "/impact",
  response_rate: "/impact",
  topic_growth: "/trends",
  coverage: "/gaps",
};

/** The names that a scope's fields have in the dashboard's addresses. */
const PARAMS = {
  states: "states",
  regions: "regions",
  locales: "locales",
  titleI: "titleI",
  povertyBands: "poverty",
  enrollmentBands: "size",
  governance: "governance",
  providers: "providers",
  topics: "topics",
} as const satisfies Partial<Record<keyof Scope, string>>;

const parts = (scope: Scope) =>
  (Object.keys(PARAMS) as (keyof typeof PARAMS)[]).flatMap((field) => {
    const value = scope[field];
    if (value == null || (Array.isArray(value) && value.length === 0)) return [];
    return [{ field, words: Array.isArray(value) ? value.map(String) : [String(value)] }];
  });

/** Where a link to an alert's figure leads, with its scope. */
export function alertPath(kind: AlertKind, scope: Scope): string {
  const search = parts(scope).map(({ field, words }) => `${PARAMS[field]}=${words.map(encodeURIComponent).join(",")}`);
  return search.length === 0 ? PAGES[kind] : `${PAGES[kind]}?${search.join("&")}`;
}

const FIELD_WORDS: Readonly<Record<keyof typeof PARAMS, string>> = {
  states: "states",
  regions: "regions",
  locales: "locales",
  titleI: "Title I",
  povertyBands: "child poverty",
  enrollmentBands: "size",
  governance: "governance",
  providers: "organisations",
  topics: "topics",
};

/** A scope in words, for people who read a mail and not an address. */
export function scopeWords(scope: Scope, names: Pick<NamedThings, "topicRows" | "stateNames" | "providerNames">): string {
  const labels = new Map(names.topicRows.map(({ code, label }) => [code, label]));
  const named = (field: keyof typeof PARAMS, word: string): string => {
    if (field === "topics") return labels.get(word) ?? word;
    if (field === "states") return names.stateNames.get(word) ?? word;
    if (field === "providers") return names.providerNames.get(word) ?? word;
    if (field === "titleI") return word === "true" ? "yes" : "no";
    return word.toLowerCase().replaceAll("_", " ");
  };
  const said = parts(scope).map(({ field, words }) => `${FIELD_WORDS[field]} ${words.map((word) => named(field, word)).join(", ")}`);
  return said.length === 0 ? "the whole network" : said.join("; ");
}
