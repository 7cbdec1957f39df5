import {
  ENROLLMENT_BANDS,
  GOVERNANCES,
  LOCALES,
  POVERTY_BANDS,
  REGIONS,
} from "@arl/schema/enums";
import type { Scope, SearchText } from "../scope/scope";

/** What groups can be made by, as the switch names them, and in a sentence. */
export const GROUPINGS = {
  LOCALE: { label: "Locale", word: "locale" },
  TITLE_I: { label: "Title I", word: "Title I" },
  POVERTY_BAND: { label: "Poverty", word: "poverty" },
  ENROLLMENT_BAND: { label: "Size", word: "size" },
  GOVERNANCE: { label: "Governance", word: "governance" },
  REGION: { label: "Region", word: "region" },
  STATE: { label: "State", word: "state" },
  DOMAIN: { label: "Domain", word: "domain" },
  TOPIC: { label: "Topic", word: "topic" },
  CHALLENGE_LEVEL: { label: "Challenge level", word: "challenge level" },
  PROVIDER: { label: "Organisation", word: "organisation" },
} as const;

export type Grouping = keyof typeof GROUPINGS;

const isGrouping = (word: string): word is Grouping => word in GROUPINGS;

/** The grouping that the address asks for; locale where it asks for none we know. */
export function readGrouping(search: SearchText): Grouping {
  const word = (search["by"] ?? "").toUpperCase();
  return isGrouping(word) ? word : "LOCALE";
}

/** The grouping as the address writes it. */
export const writeGrouping = (by: string): string => (by === "LOCALE" ? "" : by.toLowerCase());

export type LoadMeasure = "RELATIONSHIPS" | "HOURS";

export const readMeasure = (search: SearchText): LoadMeasure => (search["load"]?.toUpperCase() === "HOURS" ? "HOURS" : "RELATIONSHIPS");

const among = <Word extends string>(words: readonly Word[], key: string): Word | undefined => words.find((word) => word === key);

/** What "filter by this" adds for a group; null where no filter says it. */
export function filterOf(by: Grouping, key: string): Scope | null {
  switch (by) {
    case "LOCALE":
      return listed("locales", among(LOCALES, key));
    case "TITLE_I":
      return key === "true" || key === "false" ? { titleI: key === "true" } : null;
    case "POVERTY_BAND":
      return listed("povertyBands", among(POVERTY_BANDS, key));
    case "ENROLLMENT_BAND":
      return listed("enrollmentBands", among(ENROLLMENT_BANDS, key));
    case "GOVERNANCE":
      return listed("governance", among(GOVERNANCES, key));
    case "REGION":
      return listed("regions", among(REGIONS, key));
    case "STATE":
      return key === "UNKNOWN" ? null : { states: [key] };
    case "DOMAIN":
    case "TOPIC":
      return { topics: [key] };
    case "CHALLENGE_LEVEL":
    case "PROVIDER":
      return null;
  }
}

const listed = (field: keyof Scope, value: string | undefined): Scope | null => (value === undefined ? null : { [field]: [value] });
