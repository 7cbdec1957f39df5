import { LOCALES, SYSTEM_KINDS, URGENCIES } from "@arl/schema/enums";
import type { DistrictRecord, RequestRecord } from "@arl/schema/records";
import { at, idOf, randomStream, type Random } from "../demo/random";
import { DEMO_STATES, type DemoState } from "../demo/states";
import { BEGINNING, drawTopics, END, instantBetween } from "./chance";
import { drawNarrative } from "./narrative";
import type { Scale } from "./scale";

/** One invented district for each system; large ones are rare, and some figures are not known. */
export function buildDistricts({ systems }: Scale): DistrictRecord[] {
  const random = randomStream("bench districts");
  return Array.from({ length: systems }, (_, index): DistrictRecord => {
    const state = drawState(random);
    const enrollment = Math.round(Math.exp(7.4 + 1.3 * random.normal()));
    return {
      leaid: `${state.fips}${String(index).padStart(5, "0")}`,
      name: `Invented District ${index}`,
      state: state.postal,
      city: null,
      zip: null,
      localeCode: `${random.whole(1, 4)}${random.whole(1, 3)}`,
      enrollment: random.chance(0.96) ? enrollment : null,
      schools: random.chance(0.96) ? Math.ceil(enrollment / 520) : null,
      lat: null,
      lon: null,
      agencyType: 1,
      isCharter: false,
      isRegular: true,
      childPovertyPct: random.chance(0.9) ? Math.round(random.next() * 380) / 10 : null,
    };
  });
}

function drawState(random: Random): DemoState {
  let left = random.next() * DEMO_STATES.reduce((sum, { districts }) => sum + districts, 0);
  return DEMO_STATES.find(({ districts }) => (left -= districts) <= 0) ?? at(DEMO_STATES, 0);
}

/** Requests of two years, more of them later on; every system asks at least once, some ask often. */
export function buildRequests({ requests }: Scale, districts: readonly DistrictRecord[]): RequestRecord[] {
  const random = randomStream("bench requests");
  const words = randomStream("bench narratives");
  return Array.from({ length: requests }, (_, index): RequestRecord => {
    const district = at(districts, index < districts.length ? index : Math.floor(districts.length * random.next() ** 1.6));
    return {
      id: idOf("request", index, 6),
      submittedAt: instantBetween(random, BEGINNING + (END - BEGINNING) * random.next() ** 0.7 * 0.99, END),
      leaid: district.leaid,
      systemName: district.name,
      state: district.state,
      systemKind: random.chance(0.9) ? at(SYSTEM_KINDS, random.chance(0.85) ? 0 : 1) : null,
      schools: null,
      enrollment: null,
      locale: random.chance(0.2) ? random.pick(LOCALES) : null,
      lowIncomeShare: random.chance(0.7) ? Math.round(random.next() * 100) / 100 : null,
      leaderName: null,
      leaderEmail: null,
      leaderRole: null,
      narrative: drawNarrative(words),
      topics: drawTopics(random, "requests"),
      urgency: random.pick(URGENCIES),
      secondsToSubmit: random.whole(20, 300),
    };
  });
}
