import { ENROLLMENT_BANDS, GOVERNANCES, LOCALES, POVERTY_BANDS, REGIONS } from "@arl/schema/enums";
import { STATES } from "../oracle/states";
import { dimensionOf } from "./cell";
import { monthAfter, type Facts } from "./facts";

const conditions = (dimension: string, keys: readonly string[]): string[] => keys.map((key) => `${dimension}=${key}`);

/** What a scope may ask of the systems, one value each. */
export const FILTERS: readonly string[] = [
  ...conditions("STATE", STATES.map(({ postal }) => postal)),
  ...conditions("REGION", REGIONS),
  ...conditions("LOCALE", LOCALES),
  ...conditions("TITLE_I", ["true", "false"]),
  ...conditions("POVERTY_BAND", POVERTY_BANDS),
  ...conditions("ENROLLMENT_BAND", ENROLLMENT_BANDS),
  ...conditions("GOVERNANCE", GOVERNANCES),
];

/** Dimensions that split a population into parts without overlap, coarse ones first. */
export const PARTITIONS = ["GOVERNANCE", "TITLE_I", "REGION", "LOCALE", "POVERTY_BAND", "ENROLLMENT_BAND", "CHALLENGE_LEVEL", "QUARTER", "MONTH", "STATE"] as const;

/** By what tables are cut. */
export type Dimension = (typeof PARTITIONS)[number] | "DOMAIN" | "TOPIC";

/** Whether two filters may stand together: one value of a dimension, and a place by one name. */
function fit(a: string, b: string): boolean {
  const [one, other] = [dimensionOf(a), dimensionOf(b)].map((dimension) => (dimension === "REGION" ? "STATE" : dimension));
  return one !== other;
}

/** Pairs of filters that fit together, each once. */
export const pairsOf = (filters: readonly string[]): string[][] =>
  filters.flatMap((a, place) => filters.slice(place + 1).filter((b) => fit(a, b)).map((b) => [a, b]));

/** The periods that a network's facts lie in: its months, quarters and years. */
export function periodsOf({ months }: Facts): string[] {
  const quarters = months.map((month) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`);
  const years = months.map((month) => month.slice(0, 4));
  return [...conditions("MONTH", months), ...conditions("QUARTER", [...new Set(quarters)]), ...conditions("YEAR", [...new Set(years)])];
}

/** First day of a period, and the day after its last. */
export function daysOf(period: string): { readonly from: string; readonly to: string } {
  const key = period.slice(period.indexOf("=") + 1);
  const year = key.slice(0, 4);
  if (key.length === 4) return { from: `${year}-01-01`, to: `${Number(year) + 1}-01-01` };
  if (!key.includes("Q")) return { from: `${key}-01`, to: `${monthAfter(key)}-01` };
  const first = `${year}-${String(Number(key.slice(-1)) * 3 - 2).padStart(2, "0")}`;
  return { from: `${first}-01`, to: `${monthAfter(monthAfter(monthAfter(first)))}-01` };
}
