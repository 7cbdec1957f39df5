import { createContext } from "react";

/** What an export says about where its numbers come from. */
export interface ExportNotes {
  /** The filters that apply, in words; empty = the whole network. */
  readonly filters: readonly string[];
  /** `Feb 1, 2021`. */
  readonly asOf: string;
  readonly source: string;
}

export const ExportContext = createContext<ExportNotes>({ filters: [], asOf: "", source: "" });

/** The notes as sentences, in the order in which exports print them. */
export function noteLines({ filters, asOf, source }: ExportNotes): readonly string[] {
  const applied = filters.length === 0 ? "none, the whole network" : filters.join("; ");
  return [`Filters: ${applied}`, `As of: ${asOf}`, `Source: ${source}`];
}
