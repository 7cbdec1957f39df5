import type { SearchText } from "../scope/scope";

/** By what those reached are counted. */
export type Counted = "districts" | "students";

/** By what the page can be cut; the first is the default. */
export const CUTS = {
  LOCALE: "Locale",
  POVERTY_BAND: "Children in poverty",
  ENROLLMENT_BAND: "Size",
  REGION: "Region",
  STATE: "State",
} as const;
export type Cut = keyof typeof CUTS;

export interface ReachView {
  readonly by: Cut;
  readonly count: Counted;
}

/** The view an address asks for; anything else is locale, by districts. */
export function readReachView(search: SearchText): ReachView {
  const by = search["by"]?.toUpperCase() ?? "";
  return { by: by in CUTS ? (by as Cut) : "LOCALE", count: search["count"]?.toLowerCase() === "students" ? "students" : "districts" };
}

/** What a group's systems are called at the beginning of a sentence. */
export function districtsOf(by: Cut, { label }: { readonly label: string }): string {
  switch (by) {
    case "LOCALE":
      return `${label} districts`;
    case "POVERTY_BAND":
      return `Districts with ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
    case "ENROLLMENT_BAND":
      return `Districts of ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
    case "REGION":
      return label === "Territories and BIE" ? "Districts of the territories" : `Districts of the ${label}`;
    case "STATE":
      return `Districts of ${label}`;
  }
}

/** The same inside a sentence. */
export const lowerDistrictsOf = (by: Cut, key: { readonly label: string }): string => {
  const words = districtsOf(by, key);
  return words.charAt(0).toLowerCase() + words.slice(1);
};

/** A group's name where the cut is named beside it. */
export const shortLabel = (label: string): string => label.replace(/ (in poverty|students)/, "");
