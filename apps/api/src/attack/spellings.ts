/** One question in other words: what gives the same rows should give the same answer, or noise wears off by asking again. */
export interface Spelling {
  readonly name: string;
  readonly query: string;
}

const FIGURES = "systemsRequesting { value n } requests { value n } systemsServed { value n } sessionsHeld { value n } relationships { value n } titleIShare { value n } returnRate { value n } sessionRating { value n }";

const impact = (scope: string): string => `impact(scope: { ${scope} }) { ${FIGURES} }`;

/**
 * Ways of asking for the city systems of a network's whole time.
 * @param firstDay,publicationDay of the network: a period that holds both is no restriction.
 */
export const spellings = (firstDay: string, publicationDay: string): Spelling[] => [
  { name: "as it is", query: `{ a: ${impact("locales: [CITY]")} }` },
  { name: "the value twice", query: `{ a: ${impact("locales: [CITY, CITY]")} }` },
  { name: "with empty filters", query: `{ a: ${impact("locales: [CITY], states: [], regions: [], topics: [], providers: [], povertyBands: []")} }` },
  { name: "with filters of null", query: `{ a: ${impact("titleI: null, locales: [CITY], from: null, to: null")} }` },
  { name: "from the first day", query: `{ a: ${impact(`locales: [CITY], from: "${firstDay}"`)} }` },
  { name: "from long before", query: `{ a: ${impact('locales: [CITY], from: "1990-01-01"')} }` },
  { name: "up to the publication day", query: `{ a: ${impact(`locales: [CITY], to: "${publicationDay}"`)} }` },
  { name: "up to some far day", query: `{ a: ${impact('from: "1990-01-01", to: "2199-01-01", locales: [CITY]')} }` },
  { name: "through a fragment", query: `{ a: ${impact("locales: [CITY]").replace(FIGURES, "...f")} } fragment f on Impact { ${FIGURES} }` },
  { name: "beside another question", query: `{ a: ${impact("locales: [CITY]")} b: ${impact("locales: [RURAL]")} }` },
];

/** The same table along its rows and along its columns, and as a line of a scope. */
export const TABLE_SPELLINGS: readonly { readonly name: string; readonly query: string }[] = [
  { name: "rows by columns", query: "{ a: needPatterns(rows: LOCALE, columns: TITLE_I) { cells { row { key } column { key } count { value n } systems { value n } } } }" },
  { name: "columns by rows", query: "{ a: needPatterns(rows: TITLE_I, columns: LOCALE) { cells { row { key } column { key } count { value n } systems { value n } } } }" },
  { name: "a line by a scope", query: "{ a: needPatterns(scope: { locales: [CITY] }, rows: TITLE_I) { cells { row { key } column { key } count { value n } systems { value n } } } }" },
];
