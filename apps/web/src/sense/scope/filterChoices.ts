import { ENROLLMENT_BANDS, GOVERNANCES, LOCALES, POVERTY_BANDS, REGIONS } from "@arl/schema/enums";
import { GOVERNANCE_NAMES, LOCALE_NAMES, POVERTY_NAMES, REGION_NAMES, SIZE_NAMES } from "./scopeWords";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

const choices = <Word extends string>(words: readonly Word[], names: Record<Word, string>): Choice[] =>
  words.map((value) => ({ value, label: names[value] }));

export const REGION_CHOICES = choices(REGIONS, REGION_NAMES);
export const LOCALE_CHOICES = choices(LOCALES, LOCALE_NAMES);
export const POVERTY_CHOICES = choices(POVERTY_BANDS, POVERTY_NAMES);
export const SIZE_CHOICES = choices(ENROLLMENT_BANDS, SIZE_NAMES);
export const GOVERNANCE_CHOICES = choices(GOVERNANCES, GOVERNANCE_NAMES);
