// What an offer says, on the page behind its link and in the caseload alike.

/** Why not, in one tap. */
export const DECLINE_CHOICES = [
  { value: "NO_TIME", label: "No time just now" },
  { value: "NOT_MY_TOPIC", label: "Not my topic" },
  { value: "CONFLICT_OF_INTEREST", label: "A conflict of interest" },
  { value: "OTHER", label: "Something else" },
] as const;

export const PLACES: Readonly<Record<string, string>> = { CITY: "in a city", SUBURB: "in a suburb", TOWN: "in a town", RURAL: "in the country" };
export const SIZES: Readonly<Record<string, string>> = { UNDER_1K: "under 1,000 students", FROM_1K_TO_5K: "1,000 to 5,000 students", FROM_5K_TO_25K: "5,000 to 25,000 students", OVER_25K: "over 25,000 students" };
const KINDS: Readonly<Record<string, string>> = { DISTRICT: "A district", CHARTER: "A charter network", OTHER: "A school system" };

interface System {
  readonly stateCode: string;
  readonly locale: string | null;
  readonly enrollmentBand: string;
  readonly governance: string | null;
}

/** Who asks, without a name: "A district in a town, OH, with 1,000 to 5,000 students." */
export function systemWords({ stateCode, locale, enrollmentBand, governance }: System): string {
  const size = SIZES[enrollmentBand];
  return `${KINDS[governance ?? "OTHER"] ?? "A school system"} ${locale === null ? `in ${stateCode}` : `${PLACES[locale] ?? ""}, ${stateCode}`}${size === undefined ? "" : `, with ${size}`}.`;
}

export const urgencyWords = (urgency: string | null): string | null => (urgency === "HIGH" ? "It is urgent." : urgency === "LOW" ? "It is not urgent." : null);

interface Placed {
  readonly leads: boolean;
  /** Who leads first, unless the reader does. */
  readonly colleagues: readonly { readonly name: string; readonly organisation: string }[];
}

/** With whom one would coach, and who leads. */
export function placeWords(kind: "TEAM" | "SPECIALIST", { leads, colleagues }: Placed): string {
  const [first, ...others] = colleagues.map(({ name, organisation }) => `${name} of ${organisation}`);
  if (first === undefined) return "You would coach there by yourself.";
  const listed = (names: readonly string[]) => (names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);
  if (kind === "SPECIALIST") return `You would help ${listed([first, ...others])}.`;
  if (leads) return `You would lead, with ${listed([first, ...others])}.`;
  return `You would work with ${first}, who leads${others.length === 0 ? "" : `, and ${listed(others)}`}.`;
}
