import type { Locale, SystemKind } from "@arl/schema/enums";
import { charterName, districtName, schoolName } from "./places";
import { PILOT_FACTS } from "./planted";
import { apportion } from "./quota";
import { at, randomStream, spread } from "./random";
import { DEMO_STATES } from "./states";

/** When a system holds its first session: before 5 December 2020, after it, or not within the pilot. */
export type Wave = "DECEMBER" | "JANUARY" | "NEVER";

/** An invented system that asks for coaching. */
export interface DemoSystem {
  readonly index: number;
  readonly wave: Wave;
  readonly kind: SystemKind;
  /** Whether the district directory lists it; the others ask by name and state. */
  readonly listed: boolean;
  readonly name: string;
  readonly place: string;
  readonly state: string;
  readonly locale: Locale;
  readonly enrollment: number;
  readonly schools: number;
  /** Null where neither the leader nor anyone else said. */
  readonly lowIncomeShare: number | null;
}

interface Slot {
  readonly wave: Wave;
  readonly kind: SystemKind;
  readonly locale: Locale;
}

type Composition = readonly [Wave, SystemKind, Readonly<Partial<Record<Locale, number>>>];

/** By 5 December 76 of 148 served systems are in cities, 35 in suburbs, 37 in towns and rural places. */
const COMPOSITION: readonly Composition[] = [
  ["DECEMBER", "district", { CITY: 58, SUBURB: 32, TOWN: 15, RURAL: 21 }],
  ["DECEMBER", "charter", { CITY: 11, SUBURB: 2, TOWN: 1 }],
  ["DECEMBER", "school", { CITY: 7, SUBURB: 1 }],
  ["JANUARY", "district", { CITY: 5, SUBURB: 4, TOWN: 2, RURAL: 3 }],
  ["JANUARY", "charter", { CITY: 1, SUBURB: 1 }],
  ["JANUARY", "school", { CITY: 1 }],
  ["NEVER", "district", { CITY: 3, SUBURB: 2, TOWN: 1, RURAL: 2 }],
  ["NEVER", "charter", { CITY: 1 }],
];

/** States with a system served by 5 December, and those that come after. */
const DECEMBER_STATES =
  "AL AZ AR CA CO CT DC FL GA IL IN IA KS KY LA MD MA MI MN MS MO NV NH NJ NM NY NC OH OK OR PA RI SC TN TX UT VA WA".split(" ");
const LATER_STATES = ["WI", "ID", "ME", "TX", "CA", "NY", "MI", "GA", "OH", "WI", "IL", "AZ", "WA", "NC", "ID", "FL", "PA", "MO", "CO", "TN", "CA", "MN", "VA", "LA", "KY", "IN"];

/** The six largest: one holds about 15% of all students served by 5 December. */
const GIANTS: readonly (readonly [state: string, enrollment: number])[] = [
  ["TX", 141_260], ["FL", 74_310], ["CA", 52_840], ["NC", 41_530], ["GA", 33_920], ["OH", 28_470],
];

const TYPICAL_ENROLLMENT: Readonly<Record<Locale, number>> = { CITY: 4400, SUBURB: 3300, TOWN: 1700, RURAL: 820 };

function slots(): Slot[] {
  return COMPOSITION.flatMap(([wave, kind, locales]) =>
    Object.entries(locales).flatMap(([locale, count]) =>
      Array.from({ length: count }, (): Slot => ({ wave, kind, locale: locale as Locale })),
    ),
  );
}

/** One state for each slot: all 38 at least twice in December, the large ones more often. */
function statesFor(all: readonly Slot[]): string[] {
  const random = randomStream("system states");
  const december = all.filter((slot) => slot.wave === "DECEMBER").length;
  const weights = DECEMBER_STATES.map((postal) => DEMO_STATES.find((state) => state.postal === postal)?.students ?? 0);
  const counts = apportion(december, weights.map(Math.sqrt), 2);
  const drawn = DECEMBER_STATES.flatMap((postal, index) => Array.from({ length: at(counts, index) }, () => postal));
  for (const [postal] of GIANTS) drawn.splice(drawn.indexOf(postal), 1);
  const mixed = random.shuffle(drawn);
  const states = [...GIANTS.map(([postal]) => postal), ...mixed, ...LATER_STATES];
  // The District of Columbia is all city: its turn goes to a city charter or school.
  const cityCharter = all.findIndex((slot) => slot.kind === "charter" && slot.locale === "CITY");
  states
    .flatMap((postal, index) => (postal === "DC" ? [index] : []))
    .forEach((index, turn) => {
      const other = cityCharter + turn;
      [states[index], states[other]] = [at(states, other), "DC"];
    });
  return states;
}

/** Students: giants as given, the others skewed to the right around what is typical of their place. */
function rawEnrollment(slot: Slot, index: number): number {
  const random = randomStream(`enrollment ${String(index)}`);
  if (slot.kind === "school") return random.whole(230, 780);
  if (slot.kind === "charter") return Math.round(900 * Math.exp(0.75 * random.normal()) + 300);
  const giant = slot.wave === "DECEMBER" ? GIANTS[index] : undefined;
  if (giant !== undefined) return giant[1];
  return Math.round(TYPICAL_ENROLLMENT[slot.locale] * Math.exp(0.8 * random.normal())) + 90;
}

/** Figures that add up to exactly what the pilot reported for 5 December. */
function sizes(all: readonly Slot[]): { enrollment: number[]; schools: number[] } {
  const { students, schools } = PILOT_FACTS.december;
  const enrollment = all.map(rawEnrollment);
  const elastic = all.flatMap((slot, i) => (slot.wave === "DECEMBER" && slot.kind === "district" && i >= GIANTS.length ? [i] : []));
  const december = all.flatMap((slot, i) => (slot.wave === "DECEMBER" ? [i] : []));
  const fixed = december.filter((i) => !elastic.includes(i)).reduce((sum, i) => sum + at(enrollment, i), 0);
  apportion(students - fixed, elastic.map((i) => at(enrollment, i)), 60).forEach((size, order) => {
    enrollment[at(elastic, order)] = size;
  });
  const wanted = enrollment.map((size, i) => (all[i]?.kind === "school" ? 0 : Math.max(0, size ** 0.93 * (0.85 + 0.3 * spread(i)) - 350)));
  const count = enrollment.map((size) => Math.max(1, Math.round(size / 620)));
  apportion(schools, december.map((i) => at(wanted, i)), 1).forEach((size, order) => {
    count[at(december, order)] = size;
  });
  return { enrollment, schools: count };
}

/** 78% of known shares are 0.40 or more; one system in fourteen does not say. */
function lowIncomeShares(count: number): (number | null)[] {
  const random = randomStream("low income");
  return Array.from({ length: count }, (_, index) => {
    const titleI = spread(index, 0.2) < PILOT_FACTS.titleIShare;
    const share = titleI ? 0.42 + 0.5 * random.next() ** 0.9 : 0.08 + 0.29 * random.next();
    return index % 14 === 9 ? null : Math.round(share * 1000) / 1000;
  });
}

function nameOf(slot: Slot, place: string, state: string, index: number): string {
  if (slot.kind === "school") return schoolName(place, index);
  return slot.kind === "charter" ? charterName(place, index) : districtName(place, state, slot.locale);
}

/**
 * The systems that ask, in no order of time.
 *
 * @param places a name for each of them, at least as many as there are systems
 */
export function buildSystems(places: readonly string[]): DemoSystem[] {
  const all = slots();
  const states = statesFor(all);
  const { enrollment, schools } = sizes(all);
  const shares = lowIncomeShares(all.length);
  return all.map((slot, index) => {
    const place = at(places, index);
    const state = at(states, index);
    return {
      ...slot,
      index,
      place,
      state,
      listed: slot.kind === "district" || (slot.kind === "charter" && index % 3 === 0),
      name: nameOf(slot, place, state, index),
      enrollment: at(enrollment, index),
      schools: at(schools, index),
      lowIncomeShare: at(shares, index),
    };
  });
}
