import type { EnrollmentBand, Locale } from "../../gql/graphql";
import { PLACES, SIZES } from "../../offerWords";

/** What a coach would rather work with. */
export interface Rather {
  readonly locales: readonly Locale[];
  readonly enrollmentBands: readonly EnrollmentBand[];
}

/** Where a system is, and how large. */
export interface Place {
  readonly locale: Locale | null;
  readonly enrollmentBand: EnrollmentBand;
}

const either = (words: readonly string[]): string => (words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`);

/** Whether a request is where its coach would rather work, as a sentence; null where they did not say. It decides nothing, so it is no part of a score. */
export function rathers(said: Rather | null, { locale, enrollmentBand }: Place): string | null {
  if (said === null || said.locales.length + said.enrollmentBands.length === 0) return null;
  const wish = [either(said.locales.map((each) => PLACES[each] ?? "")), either(said.enrollmentBands.map((each) => `with ${SIZES[each] ?? ""}`))].filter((part) => part !== "").join(", ");
  const others = [
    locale !== null && said.locales.length > 0 && !said.locales.includes(locale) ? `is ${PLACES[locale] ?? ""}` : null,
    enrollmentBand !== "UNKNOWN" && said.enrollmentBands.length > 0 && !said.enrollmentBands.includes(enrollmentBand) ? `has ${SIZES[enrollmentBand] ?? ""}` : null,
  ].filter((part) => part !== null);
  if (others.length > 0) return `Would rather coach ${wish}; this system ${others.join(" and ")}.`;
  const isKnown = (said.locales.length === 0 || locale !== null) && (said.enrollmentBands.length === 0 || enrollmentBand !== "UNKNOWN");
  return `Would rather coach ${wish}${isKnown ? ", as here" : ""}.`;
}
