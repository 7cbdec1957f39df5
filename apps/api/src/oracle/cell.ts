import type { Figure } from "./figure";

/** Keys are compared, labels only shown. */
export interface Key {
  readonly key: string;
  readonly label: string;
}

export interface Cell {
  readonly row: Key | null;
  readonly column: Key | null;
  readonly count: Figure;
  readonly systems: Figure;
  readonly share: Figure;
}

export const keyOf = (key: string, label: string = key): Key => ({ key, label });

/** What is not known, of a system, a tag or an organisation. It comes last. */
export const UNKNOWN = "UNKNOWN";
