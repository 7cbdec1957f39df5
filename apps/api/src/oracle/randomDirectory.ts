import type { DistrictRecord } from "@arl/schema/records";
import type { Rng } from "./random";
import { STATES } from "./states";

const NAMES = ["Maple", "Granite", "Prairie", "Harbor", "Juniper", "Summit", "Willow", "Copper", "Heron", "Mesa"];
const LOCALE_CODES = ["11", "12", "13", "21", "22", "23", "31", "32", "33", "41", "42", "43"];
/** Figures just below and on the ends of bands, among others. */
const ENROLLMENTS = [0, 412, 999, 1_000, 4_999, 5_000, 18_250, 24_999, 25_000, 187_431];
const POVERTY = [0, 9.99, 10, 14.2, 19.99, 20, 29.99, 30, 55.5, 100];

/** Invented districts; their ids lie in a range that no state uses. */
export function randomDirectory(rng: Rng, size: number): DistrictRecord[] {
  return Array.from({ length: size }, (_, place): DistrictRecord => {
    const state = rng.chance(0.04) ? { fips: "59", postal: "BI" } : rng.pick(STATES);
    return {
      leaid: `${state.fips}9${String(place).padStart(4, "0")}`,
      name: `${rng.pick(NAMES)} ${rng.pick(["Unified", "Public Schools", "ISD"])} ${place}`,
      state: state.postal,
      city: rng.maybe(0.5, () => rng.pick(NAMES)),
      zip: null,
      localeCode: rng.maybe(0.85, () => rng.pick(LOCALE_CODES)),
      enrollment: rng.maybe(0.85, () => (rng.chance(0.5) ? rng.pick(ENROLLMENTS) : rng.int(100, 40_000))),
      schools: rng.maybe(0.85, () => rng.int(0, 120)),
      lat: null,
      lon: null,
      agencyType: 1,
      isCharter: false,
      isRegular: true,
      childPovertyPct: rng.maybe(0.8, () => (rng.chance(0.5) ? rng.pick(POVERTY) : rng.int(0, 600) / 10)),
    };
  });
}
