import type { Locale } from "@arl/schema/enums";
import type { District } from "./country";
import type { Ask } from "./database";
import type { Marks } from "./marks";
import { NEEDS } from "./model";
import type { Network } from "./network";
import type { Plan } from "./plan";
import type { Reference } from "./reference";

/** What a scorer works with: the API to ask, the truth, and where to write what came of it. */
export interface Scoring {
  readonly ask: Ask;
  readonly network: Network;
  readonly reference: Reference;
  readonly country: readonly District[];
  readonly marks: Marks;
}

/** Below this q something is said to be found. */
export const FOUND_Q = 0.05;

/** The place of a topic in NEEDS; -1 for NONE. */
export const placeOf = (code: string): number => NEEDS.findIndex((need) => need.code === code);

/** For tables of power. */
export const sizeOf = ({ size }: Plan): string => (size === "pilot" ? "170 systems, 12 months" : size === "three times" ? "510 systems, 12 months" : "510 systems, 36 months");

export const isLocale = (key: string): key is Locale => ["CITY", "SUBURB", "TOWN", "RURAL"].includes(key);
