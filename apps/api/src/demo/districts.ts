import type { Locale } from "@arl/schema/enums";
import type { DistrictRecord } from "@arl/schema/records";
import { districtName } from "./places";
import { apportion } from "./quota";
import { at, randomStream, spread } from "./random";
import { type DemoState, DEMO_STATES } from "./states";
import type { DemoSystem } from "./systems";

const DISTRICTS = 600;

/** Invented agencies are numbered from 99501 within their state; real ones with 99 have 99001 to 99400 or 99901 up. */
const FIRST_NUMBER = 501;

const LOCALE_CODES: Readonly<Record<Locale, readonly string[]>> = {
  CITY: ["11", "12", "13"],
  SUBURB: ["21", "22", "23"],
  TOWN: ["31", "32", "33"],
  RURAL: ["41", "42", "43"],
};

const TYPICAL_ENROLLMENT: Readonly<Record<Locale, number>> = { CITY: 7800, SUBURB: 3400, TOWN: 1600, RURAL: 560 };

/** A directory entry before it has an id. */
interface Entry {
  readonly name: string;
  readonly place: string;
  readonly locale: Locale;
  readonly enrollment: number | null;
  readonly schools: number | null;
  readonly childPovertyPct: number;
  readonly agencyType: number;
  /** The asking system it belongs to. */
  readonly system: number | null;
}

/** Child poverty runs at about four tenths of the low-income share. */
function povertyOf(lowIncomeShare: number, noise: number): number {
  return Math.round(10 * Math.min(52, Math.max(1.8, lowIncomeShare * 36 - 2 + 3.5 * noise))) / 10;
}

function ofSystem(system: DemoSystem): Entry {
  const random = randomStream(`poverty ${system.place}`);
  return {
    name: system.name,
    place: system.place,
    locale: system.locale,
    enrollment: system.enrollment,
    schools: system.schools,
    childPovertyPct: povertyOf(system.lowIncomeShare ?? 0.5, random.normal()),
    agencyType: system.kind === "charter" ? 7 : 1,
    system: system.index,
  };
}

/** Districts that have not asked: mostly small and rural, as most districts are. */
function ofPlace(place: string, index: number, state: string): Entry {
  const random = randomStream(`district ${place}`);
  const draw = spread(index, 0.31);
  const locale: Locale =
    state === "DC" || draw < 0.05 ? "CITY" : draw < 0.28 ? "SUBURB" : draw < 0.48 ? "TOWN" : "RURAL";
  const serviceAgency = index % 61 === 17;
  const enrollment = Math.round(TYPICAL_ENROLLMENT[locale] * Math.exp(0.95 * random.normal())) + 25;
  return {
    name: serviceAgency ? `${place} Regional Service Agency` : districtName(place, state, locale),
    place,
    locale,
    enrollment: serviceAgency ? null : enrollment,
    schools: serviceAgency ? null : Math.max(1, Math.round(enrollment / random.whole(360, 620))),
    childPovertyPct: povertyOf(0.18 + 0.5 * random.next(), random.normal()),
    agencyType: serviceAgency ? 4 : 1,
    system: null,
  };
}

function record(entry: Entry, state: DemoState, ordinal: number): DistrictRecord {
  const random = randomStream(`location ${entry.place}`);
  const around = (middle: number, reach: number): number => Math.round(1e4 * (middle + reach * (2 * random.next() - 1))) / 1e4;
  return {
    leaid: `${state.fips}99${String(ordinal).padStart(3, "0")}`,
    name: entry.name,
    state: state.postal,
    city: entry.place,
    // A ZIP code would be some real place's.
    zip: null,
    localeCode: at(LOCALE_CODES[entry.locale], ordinal % 3),
    enrollment: entry.enrollment,
    schools: entry.schools,
    lat: around(state.lat, state.latReach),
    lon: around(state.lon, state.lonReach),
    agencyType: entry.agencyType,
    isCharter: entry.agencyType === 7,
    isRegular: entry.agencyType === 1,
    childPovertyPct: entry.childPovertyPct,
  };
}

/** The invented directory, and where the asking systems stand in it. */
interface DemoDirectory {
  readonly districts: readonly DistrictRecord[];
  /** By the system's index; a system that is not listed is missing. */
  readonly leaids: ReadonlyMap<number, string>;
}

/**
 * Six hundred districts in all fifty states and the District of Columbia, under ids that no real agency has.
 *
 * @param places names that no system uses
 */
export function buildDistricts(systems: readonly DemoSystem[], places: readonly string[]): DemoDirectory {
  const listed = systems.filter((system) => system.listed);
  const others = apportion(DISTRICTS - listed.length, DEMO_STATES.map((state) => state.districts), 2);
  const leaids = new Map<number, string>();
  let used = 0;
  const districts = DEMO_STATES.flatMap((state, order) => {
    const count = at(others, order);
    const silent = places.slice(used, used + count).map((place, index) => ofPlace(place, used + index, state.postal));
    used += count;
    const asking = listed.filter((system) => system.state === state.postal).map(ofSystem);
    const entries = randomStream(`order ${state.postal}`).shuffle([...asking, ...silent]);
    return entries.map((entry, index) => {
      const district = record(entry, state, FIRST_NUMBER + index);
      if (entry.system !== null) leaids.set(entry.system, district.leaid);
      return district;
    });
  });
  return { districts, leaids };
}
