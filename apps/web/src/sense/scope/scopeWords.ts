import type { EnrollmentBand, Governance, Locale, PovertyBand, Region } from "@arl/schema/enums";
import { periodName, periodOfKey } from "./period";
import { without, type Scope } from "./scope";

export const REGION_NAMES: Record<Region, string> = {
  NORTHEAST: "Northeast",
  MIDWEST: "Midwest",
  SOUTH: "South",
  WEST: "West",
  OTHER: "Territories and BIE",
};

export const LOCALE_NAMES: Record<Locale, string> = { CITY: "City", SUBURB: "Suburb", TOWN: "Town", RURAL: "Rural" };

export const POVERTY_NAMES: Record<PovertyBand, string> = {
  UNDER_10: "Under 10% in poverty",
  FROM_10_TO_20: "10–20% in poverty",
  FROM_20_TO_30: "20–30% in poverty",
  OVER_30: "30% or more in poverty",
  UNKNOWN: "Poverty unknown",
};

export const SIZE_NAMES: Record<EnrollmentBand, string> = {
  UNDER_1K: "Under 1,000 students",
  FROM_1K_TO_5K: "1,000–5,000 students",
  FROM_5K_TO_25K: "5,000–25,000 students",
  OVER_25K: "25,000 students or more",
  UNKNOWN: "Size unknown",
};

export const GOVERNANCE_NAMES: Record<Governance, string> = {
  DISTRICT: "Districts",
  CHARTER: "Charters",
  OTHER: "Other systems",
};

/** What codes and ids are called, from the network's own lists. */
export interface ScopeNames {
  readonly states: ReadonlyMap<string, string>;
  readonly providers: ReadonlyMap<string, string>;
  readonly topics: ReadonlyMap<string, string>;
}

/** One filter that applies, and the scope without it. */
export interface Chip {
  readonly id: string;
  readonly label: string;
  readonly rest: Scope;
}

type ListField = "states" | "regions" | "locales" | "povertyBands" | "enrollmentBands" | "governance" | "providers" | "topics";

function listChips(scope: Scope, field: ListField, name: (word: string) => string): Chip[] {
  const words: readonly string[] = scope[field] ?? [];
  return words.map((word) => {
    const left = words.filter((other) => other !== word);
    const rest = left.length === 0 ? without(scope, field) : { ...scope, [field]: left };
    return { id: `${field}:${word}`, label: name(word), rest };
  });
}

const called = (names: Readonly<Record<string, string>>) => (word: string) => names[word] ?? word;
const listed = (names: ReadonlyMap<string, string>) => (word: string) => names.get(word) ?? word;

/** The filters of a scope, one chip each, in the order of the bar. */
export function scopeChips(scope: Scope, names: ScopeNames): readonly Chip[] {
  const period = periodName(scope);
  const titleI = scope.titleI === undefined ? null : scope.titleI ? "Title I" : "Not Title I";
  return [
    ...(period === null ? [] : [{ id: "period", label: period, rest: without(scope, "from", "to") }]),
    ...listChips(scope, "regions", called(REGION_NAMES)),
    ...listChips(scope, "states", listed(names.states)),
    ...listChips(scope, "locales", called(LOCALE_NAMES)),
    ...(titleI === null ? [] : [{ id: "titleI", label: titleI, rest: without(scope, "titleI") }]),
    ...listChips(scope, "povertyBands", called(POVERTY_NAMES)),
    ...listChips(scope, "enrollmentBands", called(SIZE_NAMES)),
    ...listChips(scope, "governance", called(GOVERNANCE_NAMES)),
    ...listChips(scope, "providers", listed(names.providers)),
    ...listChips(scope, "topics", listed(names.topics)),
  ];
}

/** The filter that one key of a dimension stands for; null where no filter says it. */
export function scopeOfKey(dimension: string, key: string): Scope | null {
  switch (dimension) {
    case "TOPIC":
    case "DOMAIN":
      return { topics: [key] };
    case "STATE":
      return { states: [key] };
    case "PROVIDER":
      return key === "UNKNOWN" ? null : { providers: [key] };
    case "REGION":
      return { regions: [key as Region] };
    case "LOCALE":
      return key in LOCALE_NAMES ? { locales: [key as Locale] } : null;
    case "TITLE_I":
      return key === "true" || key === "false" ? { titleI: key === "true" } : null;
    case "POVERTY_BAND":
      return { povertyBands: [key as PovertyBand] };
    case "ENROLLMENT_BAND":
      return { enrollmentBands: [key as EnrollmentBand] };
    case "GOVERNANCE":
      return { governance: [key as Governance] };
    case "MONTH":
    case "QUARTER":
    case "WEEK":
      return periodOfKey(key);
    default:
      return null;
  }
}
