import type { Found } from "./found";

/** Kept for this tab alone: what somebody looked for is gone when they close it, or sign out. */
const PLACE = "recently-found";
const MOST = 5;

const isFound = (value: unknown): value is Found => typeof value === "object" && value !== null && "id" in value && "label" in value && "opens" in value;

/** What this reader chose last, the latest first. */
export function readRecent(viewer: string, store: Pick<Storage, "getItem"> = sessionStorage): readonly Found[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(`${PLACE}:${viewer}`) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isFound) : [];
  } catch {
    return [];
  }
}

/** Remembers a choice. */
export function keepRecent(viewer: string, found: Found, store: Pick<Storage, "getItem" | "setItem"> = sessionStorage): void {
  const before = readRecent(viewer, store).filter(({ id }) => id !== found.id);
  try {
    store.setItem(`${PLACE}:${viewer}`, JSON.stringify([{ ...found, group: "Recent" }, ...before].slice(0, MOST)));
  } catch {
    // A full or forbidden store loses a convenience, nothing else.
  }
}
