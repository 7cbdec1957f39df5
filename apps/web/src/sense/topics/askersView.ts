import type { SearchText } from "../scope/scope";

/** What kinds of systems ask can be told by. */
export const ASKER_DIMENSIONS = { LOCALE: "Locale", POVERTY_BAND: "Child poverty", ENROLLMENT_BAND: "Size", TITLE_I: "Title I", REGION: "Region" } as const;
export type AskerDimension = keyof typeof ASKER_DIMENSIONS;

/** The kind an address asks for; locale where it asks for none. */
export function readAskersView(search: SearchText): AskerDimension {
  const asked = search["by"]?.toUpperCase() ?? "";
  return asked in ASKER_DIMENSIONS ? (asked as AskerDimension) : "LOCALE";
}
