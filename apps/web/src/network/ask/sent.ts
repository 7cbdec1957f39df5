const NAME = "ask-sent";
const HALF_HOUR_MS = 1_800_000;

/** The page of the request that this tab has sent within half an hour, as a path; null where it has sent none. Whoever goes back is told that it is in. */
export function keptSent(storage: Pick<Storage, "getItem">, now: number): string | null {
  try {
    const kept = JSON.parse(storage.getItem(NAME) ?? "null") as { readonly at?: unknown; readonly link?: unknown } | null;
    if (typeof kept?.link !== "string" || !kept.link.startsWith("/my/") || typeof kept.at !== "number") return null;
    return now - kept.at < HALF_HOUR_MS ? kept.link : null;
  } catch {
    return null;
  }
}

export function keepSent(storage: Pick<Storage, "setItem">, link: string, now: number): void {
  try {
    storage.setItem(NAME, JSON.stringify({ at: now, link }));
  } catch {
    // The page of the request comes up all the same.
  }
}
