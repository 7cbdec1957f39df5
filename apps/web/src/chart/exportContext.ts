import { createContext } from "react";

/** What an export says about where its numbers come from. */
export interface ExportNotes {
  /** The filters that apply, in words; empty = the whole network. */
  readonly filters: readonly string[];
  /** `Feb 1, 2021`. */
  readonly asOf: string;
  /** How far the records go, in words; null where that is not told. */
  readonly dataTo?: string | null;
  readonly source: string;
  /** Whether figures are protected, and not exact. */
  readonly protected: boolean;
}

export const ExportContext = createContext<ExportNotes>({ filters: [], asOf: "", source: "", protected: false });

/** The notes as sentences, in the order in which exports print them. */
export function noteLines({ filters, asOf, dataTo = null, source, protected: isProtected }: ExportNotes): readonly string[] {
  const applied = filters.length === 0 ? "none, the whole network" : filters.join("; ");
  const protection = "Protected: figures may be off by a little; what rests on fewer than 10 systems or 3 organisations is withheld";
  return [`Filters: ${applied}`, `As of: ${asOf}`, ...(dataTo === null ? [] : [`Records: ${dataTo}`]), `Source: ${source}`, ...(isProtected ? [protection] : [])];
}
