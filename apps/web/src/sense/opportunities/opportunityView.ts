import type { SearchText } from "../scope/scope";

/** Radii that neighbours are looked for within, in kilometres. */
export const RADII = [150, 250, 400, 600] as const;
/** Systems that could be coached together. */
export const COHORTS = [4, 6, 8, 12, 16] as const;

/** What an address asks of the page beside its scope. */
export interface OpportunityView {
  readonly maxKm: number;
  readonly cohortSize: number;
}

const among = (text: string | undefined, values: readonly number[], usual: number): number => values.find((value) => String(value) === text) ?? usual;

/** The view an address asks for; what it does not understand is the default. */
export const readOpportunityView = (search: SearchText): OpportunityView => ({
  maxKm: among(search["km"], RADII, 400),
  cohortSize: among(search["cohort"], COHORTS, 8),
});

const MILES = 0.621371;

/** `400 km (250 miles)`, both as people say them. */
export function distanceWords(km: number): string {
  const miles = km * MILES;
  const round = (value: number) => (value >= 100 ? Math.round(value / 10) * 10 : Math.max(1, Math.round(value)));
  return `${round(km)} km (${round(miles)} miles)`;
}
