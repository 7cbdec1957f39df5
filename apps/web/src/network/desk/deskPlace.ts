import { EVERYTHING, type DeskView } from "./DeskControls";

/** Where somebody is in the queue: what of it they look at, its requests in the order in which they see them, and which they have opened. */
export interface DeskPlace {
  readonly view: DeskView;
  /** The page of it; null = the first. */
  readonly after: string | null;
  readonly ids: readonly string[];
  readonly opened: string | null;
}

let place: DeskPlace = { view: EVERYTHING, after: null, ids: [], opened: null };

/** It lasts until the page is loaded anew. */
export const deskPlace = (): DeskPlace => place;

export function keepPlace(part: Partial<DeskPlace>): void {
  place = { ...place, ...part };
}

/** The request that stands next to one, or before it; null where there is none. */
export function beside(ids: readonly string[], id: string, by: 1 | -1): string | null {
  const at = ids.indexOf(id);
  return at === -1 ? null : (ids[at + by] ?? null);
}
