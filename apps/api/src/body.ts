/** No request of ours nests deeper; code that walks deeper values would run out of stack. */
const DEEPEST = 50;

/** A body's JSON; undefined where it is none, or nests deeper than any request does. */
export function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isWithin(value, DEEPEST) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isWithin(inner, levels - 1));
}
