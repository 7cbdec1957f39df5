/** Where a call's time zone is taken from, when nobody says it. */
export const ZONE_SOURCES = ["last_call", "leader", "state", "most_of_state", "network"] as const;
export type ZoneSource = (typeof ZONE_SOURCES)[number];

/** The zone in which most people of each state live, with the zone's rules of today. */
const STATES_BY_ZONE: Readonly<Record<string, string>> = {
  "America/New_York": "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
  "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
  "America/Denver": "CO ID MT NM UT WY",
  "America/Phoenix": "AZ",
  "America/Los_Angeles": "CA NV OR WA",
  "America/Anchorage": "AK",
  "Pacific/Honolulu": "HI",
  "America/Puerto_Rico": "PR VI",
  "Pacific/Guam": "GU MP",
  "Pacific/Pago_Pago": "AS",
};

/** States that a boundary between zones runs through (49 CFR part 71). */
const IN_TWO_ZONES: ReadonlySet<string> = new Set("AK FL ID IN KS KY MI ND NE NV OR SD TN TX".split(" "));

const ZONES = new Map(Object.entries(STATES_BY_ZONE).flatMap(([zone, states]) => states.split(" ").map((state) => [state, zone] as const)));

/** The zone of most of a state, and whether it is that of all of it; null for a code that is no state's. */
export function zoneOfState(code: string): { readonly timeZone: string; readonly source: "state" | "most_of_state" } | null {
  const timeZone = ZONES.get(code);
  return timeZone === undefined ? null : { timeZone, source: IN_TWO_ZONES.has(code) ? "most_of_state" : "state" };
}
