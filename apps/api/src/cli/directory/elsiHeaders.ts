/**
 * The columns of NCES's ELSI table generator that a directory is made of, by the header of the plain format.
 * Where a table has several of them, the first name here goes before the next.
 *
 * @see https://nces.ed.gov/ccd/elsi/
 */
const ELSI_NAMES: Readonly<Record<string, readonly string[]>> = {
  leaid: ["agency id - nces assigned"],
  name: ["agency name"],
  state: ["state abbr", "state name"],
  city: ["location city", "mailing city"],
  zip: ["location zip", "mailing zip"],
  locale_code: ["locale", "urban-centric locale"],
  enrollment: ["total students all grades (excludes ae)", "total students all grades (includes ae)", "total students"],
  schools: ["total number operational schools", "total number of public schools"],
  lat: ["latitude"],
  lon: ["longitude"],
  agency_type: ["agency type"],
};

/** As in "Total Students All Grades (Excludes AE) [District] 2022-23": the name, and the year of which there may be several. */
const ELSI_HEADER = /^(?<name>.*?)\s*(?:\[[^\]]*\]\s*(?<year>.*))?$/;

interface ElsiHeader {
  readonly name: string;
  /** Comparable: the later the larger; the latest available the largest. */
  readonly year: string;
}

/**
 * @param headers a row that may be the header of a directory
 * @returns its headers in the plain format (those that it does not know as they are), or null where it is no header
 */
export function plainHeaders(headers: readonly string[]): string[] | null {
  const lower = headers.map((header) => header.toLowerCase());
  if (lower.includes("leaid")) return [...headers];
  const elsi = lower.map((header): ElsiHeader => {
    const { name = "", year = "" } = ELSI_HEADER.exec(header)?.groups ?? {};
    return { name, year: year.startsWith("latest") ? "9999" : year };
  });
  const places = Object.entries(ELSI_NAMES).map(([plain, names]) => [plain, placeOf(names, elsi)] as const);
  if (places.some(([plain, place]) => plain === "leaid" && place === null)) return null;
  const plainByPlace = new Map(places.map(([plain, place]) => [place, plain]));
  return headers.map((header, place) => plainByPlace.get(place) ?? header);
}

/** The place of the first name that there is, in its latest year. */
function placeOf(names: readonly string[], headers: readonly ElsiHeader[]): number | null {
  for (const name of names) {
    const places = headers.flatMap((header, place) => (header.name === name ? [{ place, year: header.year }] : []));
    const [latest] = places.sort((a, b) => (a.year === b.year ? a.place - b.place : a.year < b.year ? 1 : -1));
    if (latest) return latest.place;
  }
  return null;
}
