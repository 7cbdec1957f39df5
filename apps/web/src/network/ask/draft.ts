import type { Urgency } from "../../open/gql/graphql";
import { newKey } from "../../open/newKey";

/** A district of the directory, as it was chosen. */
export interface ChosenDistrict {
  readonly leaid: string;
  readonly name: string;
  readonly state: string;
}

/** What stands in the form. */
export interface Draft {
  /** Under which it is sent, however often: the same key is the same request. */
  readonly key: string;
  readonly district: ChosenDistrict | null;
  /** Where the district is not listed. */
  readonly unlisted: boolean;
  readonly systemName: string;
  readonly state: string;
  readonly narrative: string;
  readonly urgency: Urgency | null;
  readonly email: string;
}

export const emptyDraft = (): Draft => ({ key: newKey(), district: null, unlisted: false, systemName: "", state: "", narrative: "", urgency: null, email: "" });

const NAME = "ask-draft";
const DAYS = 7;
const DAY_MS = 86_400_000;

/** Storage that may be forbidden, or full: then nothing is kept, and the form works as before. */
type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;

/** The draft that this browser has kept; an empty one where there is none, or it is older than a week. */
export function keptDraft(storage: Storage, now: number): Draft {
  try {
    const kept = JSON.parse(storage.getItem(NAME) ?? "null") as { readonly at?: unknown; readonly draft?: Draft } | null;
    if (kept?.draft && typeof kept.at === "number" && now - kept.at < DAYS * DAY_MS) return { ...emptyDraft(), ...kept.draft };
    forgetDraft(storage);
  } catch {
    // Falls through to an empty one.
  }
  return emptyDraft();
}

export function keepDraft(storage: Storage, draft: Draft, now: number): void {
  try {
    storage.setItem(NAME, JSON.stringify({ at: now, draft }));
  } catch {
    // The form works without.
  }
}

export function forgetDraft(storage: Storage): void {
  try {
    storage.removeItem(NAME);
  } catch {
    // There was none.
  }
}
