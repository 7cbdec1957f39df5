import type { EnrollmentBand, Governance, Locale, PovertyBand, Region } from "@arl/schema/enums";

/** What the headings of tables are called. */
export const LOCALE_LABELS: Readonly<Record<Locale, string>> = { CITY: "City", SUBURB: "Suburb", TOWN: "Town", RURAL: "Rural" };

export const REGION_LABELS: Readonly<Record<Region, string>> = {
  NORTHEAST: "Northeast",
  MIDWEST: "Midwest",
  SOUTH: "South",
  WEST: "West",
  OTHER: "Territories and BIE",
};

export const POVERTY_LABELS: Readonly<Record<PovertyBand, string>> = {
  UNDER_10: "Under 10% in poverty",
  FROM_10_TO_20: "10 to 20% in poverty",
  FROM_20_TO_30: "20 to 30% in poverty",
  OVER_30: "30% or more in poverty",
  UNKNOWN: "Poverty not known",
};

export const ENROLLMENT_LABELS: Readonly<Record<EnrollmentBand, string>> = {
  UNDER_1K: "Under 1,000 students",
  FROM_1K_TO_5K: "1,000 to 5,000 students",
  FROM_5K_TO_25K: "5,000 to 25,000 students",
  OVER_25K: "25,000 students or more",
  UNKNOWN: "Size not known",
};

export const GOVERNANCE_LABELS: Readonly<Record<Governance, string>> = { DISTRICT: "District", CHARTER: "Charter", OTHER: "Other" };

export const CHALLENGE_LABELS: Readonly<Record<string, string>> = {
  "1": "1 Stabilise",
  "2": "2 Define",
  "3": "3 Plan and implement",
  "4": "4 Redesign",
};

export const TITLE_I_LABELS: Readonly<Record<string, string>> = { true: "Title I", false: "Not Title I" };

export const UNKNOWN_LABEL = "Not known";
