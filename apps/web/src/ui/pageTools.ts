import { createContext, type ReactNode } from "react";

/** What the frame adds to every page of figures, beside what the page itself says. */
export interface PageTools {
  /** As of when, and how far the records go. */
  readonly stamp: ReactNode;
  /** How far the records go alone, for a page that is as of another day than the rest; null where it is not told. */
  readonly records: string | null;
  /** The filters in words, for paper, where their chips cannot be seen. */
  readonly printed: ReactNode;
}

export const PageToolsContext = createContext<PageTools | null>(null);
