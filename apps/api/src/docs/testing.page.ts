import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../paths";

export interface Block {
  /** What stands after the three ticks; empty = neither code nor data. */
  readonly language: string;
  readonly text: string;
  /** Of the page, from 1. */
  readonly line: number;
}

/** A page of docs/. */
export const pageText = (page: string): string => readFileSync(join(PROJECT_ROOT, "docs", page), "utf8");

/** Its fenced blocks, in order. */
export function blocksOf(text: string): Block[] {
  return [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? "",
    text: match[2] ?? "",
    line: text.slice(0, match.index).split("\n").length,
  }));
}

/**
 * Where an answer is not of the form that a page shows; empty when it is. Names and kinds of value must agree, of lists the
 * first item. Text that is shown up to an ellipsis must begin so, and codes, scopes and messages must be those shown.
 */
export function differences(shown: unknown, given: unknown, path = "answer"): string[] {
  if (Array.isArray(shown) && Array.isArray(given)) {
    return shown.length > 0 && given.length === 0 ? [`${path} is empty`] : differences(shown[0], given[0], `${path}.0`);
  }
  if (isObject(shown) && isObject(given)) {
    const [names, found] = [Object.keys(shown), Object.keys(given)];
    const missing = names.filter((name) => !found.includes(name)).map((name) => `${path}.${name} is not there`);
    const extra = found.filter((name) => !names.includes(name)).map((name) => `${path}.${name} is not shown`);
    return [...missing, ...extra, ...names.filter((name) => found.includes(name)).flatMap((name) => differences(shown[name], given[name], `${path}.${name}`))];
  }
  if (typeof shown === "string" && typeof given === "string") return isLike(shown, given, path) ? [] : [`${path} is ${JSON.stringify(given)}`];
  if (shown === null || given === null || typeof shown === typeof given) return [];
  return [`${path} is ${JSON.stringify(given)}`];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function isLike(shown: string, given: string, path: string): boolean {
  if (/^\d{4}-\d\d-\d\dT/.test(shown)) return /^\d{4}-\d\d-\d\dT/.test(given);
  // An id is any text, a key begins as all of them do.
  if (shown.endsWith("…")) return path.endsWith(".id") || given.startsWith(shown.slice(0, -1));
  return shown === given;
}
