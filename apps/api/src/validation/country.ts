import type { Locale } from "@arl/schema/enums";
import type { DistrictRecord } from "@arl/schema/records";
import { drawsOf, itemAt } from "./draws";
import { ASKING_WEIGHT } from "./model";

/** A district of the simulated country: the same for every network, as a country is. */
export interface District extends DistrictRecord {
  readonly locale: Locale;
  readonly region: string;
  readonly students: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly weight: number;
}

const DISTRICTS = 6000;

type StateRow = readonly [fips: string, postal: string, region: string, lat: number, lon: number];

const STATES: readonly StateRow[] = [
  ["06", "CA", "WEST", 36.8, -119.6], ["08", "CO", "WEST", 39, -105.5], ["04", "AZ", "WEST", 34.3, -111.7], ["41", "OR", "WEST", 43.9, -120.6], ["53", "WA", "WEST", 47.4, -120.4],
  ["17", "IL", "MIDWEST", 40, -89.2], ["18", "IN", "MIDWEST", 39.9, -86.3], ["19", "IA", "MIDWEST", 42, -93.5], ["26", "MI", "MIDWEST", 43.3, -84.6], ["27", "MN", "MIDWEST", 45.3, -94.3],
  ["29", "MO", "MIDWEST", 38.4, -92.5], ["39", "OH", "MIDWEST", 40.3, -82.8], ["55", "WI", "MIDWEST", 44.3, -89.8], ["13", "GA", "SOUTH", 32.6, -83.4], ["21", "KY", "SOUTH", 37.5, -85.3],
  ["37", "NC", "SOUTH", 35.5, -79.4], ["40", "OK", "SOUTH", 35.6, -97.5], ["47", "TN", "SOUTH", 35.9, -86.4], ["48", "TX", "SOUTH", 31.5, -98.5], ["51", "VA", "SOUTH", 37.5, -78.9],
  ["25", "MA", "NORTHEAST", 42.3, -71.8], ["34", "NJ", "NORTHEAST", 40.2, -74.7], ["36", "NY", "NORTHEAST", 42.9, -75.5], ["42", "PA", "NORTHEAST", 40.9, -77.8],
];

const CODES: Readonly<Record<Locale, string>> = { CITY: "12", SUBURB: "21", TOWN: "32", RURAL: "42" };
const TYPICAL_STUDENTS: Readonly<Record<Locale, number>> = { CITY: 9000, SUBURB: 3500, TOWN: 1700, RURAL: 700 };

function localeOf(draw: number): Locale {
  return draw < 0.08 ? "CITY" : draw < 0.32 ? "SUBURB" : draw < 0.52 ? "TOWN" : "RURAL";
}

/** Districts with their place, locale, students and poverty. */
export function buildCountry(): District[] {
  const draws = drawsOf(7_2021, 0);
  return Array.from({ length: DISTRICTS }, (_, number): District => {
    const [fips, state, region, lat, lon] = itemAt(STATES, number % STATES.length);
    const locale = localeOf(draws.uniform());
    const students = Math.max(60, Math.round(TYPICAL_STUDENTS[locale] * Math.exp(0.9 * draws.normal())));
    const [latitude, longitude] = [lat + 3.2 * (draws.uniform() - 0.5), lon + 4.4 * (draws.uniform() - 0.5)];
    const leaid = `${fips}${String(10_000 + Math.floor(number / STATES.length))}`;
    return {
      leaid,
      name: `Township ${leaid}`,
      state,
      city: null,
      zip: null,
      localeCode: CODES[locale],
      enrollment: students,
      schools: Math.max(1, Math.round(students / 500)),
      lat: latitude,
      lon: longitude,
      agencyType: 1,
      isCharter: false,
      isRegular: true,
      childPovertyPct: Math.round(10 * (3 + 34 * draws.uniform())) / 10,
      locale,
      region,
      students,
      latitude,
      longitude,
      weight: ASKING_WEIGHT[locale],
    };
  });
}

/** Kilometres between two places on a sphere. */
export function kilometres(a: District, b: District): number {
  const radians = Math.PI / 180;
  const term = Math.sin(((a.latitude - b.latitude) * radians) / 2) ** 2 + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(((a.longitude - b.longitude) * radians) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(Math.min(1, term)));
}
