import { useDeferredValue, useState } from "react";

/** Rows on a page of the drawer. */
export const PAGE_ROWS = 25;

export interface Paging {
  readonly page: number;
  readonly pending: boolean;
  readonly previous: () => void;
  readonly next: (endCursor: string | null) => void;
}

/** Pages by cursor: each page remembers the cursor it begins after, so going back asks nothing new. */
export function usePages(): { readonly after: string | null; readonly paging: Paging } {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  const shown = useDeferredValue(cursors);
  return {
    after: shown.at(-1) ?? null,
    paging: {
      page: shown.length,
      pending: shown !== cursors,
      previous: () => setCursors((all) => (all.length > 1 ? all.slice(0, -1) : all)),
      next: (endCursor) => setCursors((all) => [...all, endCursor]),
    },
  };
}
