import type { EnrollmentBand, Governance, Locale, Urgency } from "@arl/schema/enums";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";

const LOCALE_WORDS: Readonly<Record<Locale, string>> = { CITY: "in a city", SUBURB: "in a suburb", TOWN: "in a town", RURAL: "in the country" };
const SIZE_WORDS: Readonly<Record<EnrollmentBand, string | null>> = {
  UNDER_1K: "under 1,000 students",
  FROM_1K_TO_5K: "1,000 to 5,000 students",
  FROM_5K_TO_25K: "5,000 to 25,000 students",
  OVER_25K: "over 25,000 students",
  UNKNOWN: null,
};
const KIND_WORDS: Readonly<Record<Governance, string>> = { DISTRICT: "A district", CHARTER: "A charter network", OTHER: "A school system" };
const URGENCY_WORDS: Readonly<Record<Urgency, string | null>> = { high: "It is urgent.", normal: null, low: "It is not urgent." };

/** A system that is not named: "A district in a town in OH with 1,000 to 5,000 students". */
export function unnamedSystem({ governance, locale, stateCode, enrollmentBand }: { readonly governance: Governance | null; readonly locale: Locale | null; readonly stateCode: string; readonly enrollmentBand: EnrollmentBand }): string {
  const size = SIZE_WORDS[enrollmentBand];
  return [KIND_WORDS[governance ?? "OTHER"], ...(locale ? [LOCALE_WORDS[locale]] : []), locale ? `(${stateCode})` : `in ${stateCode}`, ...(size ? [`with ${size}`] : [])].join(" ");
}

export const urgencyWords = (urgency: Urgency | null): string | null => URGENCY_WORDS[urgency ?? "normal"];

/** "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string => (words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`);

/** A moment as mail tells it: "Tuesday, February 2, 5:00 PM EST". */
export function moment(at: Date, timeZone: string | null = null): string {
  return new Intl.DateTimeFormat("en-US", { weekday: "long", month: "long", day: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short", timeZone: timeZone ?? NETWORK_TIME_ZONE }).format(at);
}
