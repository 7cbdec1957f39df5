import { LOCALES, SYSTEM_KINDS, URGENCIES } from "@arl/schema/enums";
import type { DistrictRecord, RequestRecord } from "@arl/schema/records";
import type { Rng } from "./random";
import { randomTopics } from "./randomPeople";
import { text } from "./randomTexts";
import { anyInstant } from "./randomTimes";
import { STATES } from "./states";

/** What the requests of one system have in common. */
interface Asker {
  readonly leaid: string | null;
  readonly state: string;
  /** Ways in which its name is written; null only beside a leaid. */
  readonly names: readonly (string | null)[];
}

const BASES = ["St. Mary's Academy", "K-8 Learning Lab", "Rural  Alliance, Inc", "P.S. 118", "Río Grande Charter"];

/** A name with other case, spaces and punctuation, but the same letters and digits. */
function spellings(name: string): string[] {
  return [
    name,
    name.toUpperCase(),
    name.toLowerCase().replaceAll(/[.,']/g, ""),
    name.replaceAll(" ", "-"),
    ` ${name.replaceAll(" ", "")}.`.trim(),
  ];
}

/** Systems by leaid and by name; names recur in other states, where they are other systems. */
function randomAskers(districts: readonly DistrictRecord[], size: number): Asker[] {
  const states = STATES.map(({ postal }) => postal);
  return Array.from({ length: size }, (_, place): Asker => {
    const district = districts[place];
    if (district && place % 9 < 5) {
      return { leaid: district.leaid, state: district.state, names: [null, district.name, ...spellings("Another name")] };
    }
    if (district && place % 18 === 8) {
      // The name and state of a district, but no leaid: for all that is known, another system.
      const namesake = districts[place - 8] ?? district;
      return { leaid: null, state: namesake.state, names: spellings(namesake.name) };
    }
    const serial = Math.floor(place / 2);
    const name = `${BASES[serial % BASES.length] ?? ""} ${serial}`;
    // Every second system has the name of the one before it, and another state.
    const state = states[(serial * 7 + (place % 2) * 11) % states.length] ?? "NY";
    return { leaid: null, state, names: spellings(name) };
  });
}

function randomRequest(rng: Rng, asker: Asker, submittedAt: Date, id: string): RequestRecord {
  return {
    id,
    submittedAt,
    leaid: asker.leaid,
    systemName: rng.pick(asker.names),
    state: asker.state,
    systemKind: rng.maybe(0.7, () => rng.pick(SYSTEM_KINDS)),
    schools: rng.maybe(0.4, () => rng.int(0, 60)),
    enrollment: rng.maybe(0.4, () => rng.pick([0, 999, 1_000, 4_999, 5_000, 24_999, 25_000, 8_214, 310])),
    locale: rng.maybe(0.4, () => rng.pick(LOCALES)),
    lowIncomeShare: rng.maybe(0.5, () => (rng.chance(0.3) ? rng.pick([0.4, 0.399, 0, 1]) : rng.int(0, 1_000) / 1_000)),
    leaderName: rng.maybe(0.6, () => "Dr. Leader O'Name, Jr."),
    leaderEmail: rng.maybe(0.6, () => `leader-${id.toLowerCase()}@school.example`),
    leaderRole: rng.maybe(0.4, () => rng.pick(["Superintendent", "Principal", "-"])),
    narrative: rng.maybe(0.7, () => text(rng)),
    topics: randomTopics(rng, 4, submittedAt),
    urgency: rng.maybe(0.6, () => rng.pick(URGENCIES)),
    secondsToSubmit: rng.maybe(0.6, () => rng.int(8, 900)),
  };
}

/** One to five requests a system, no two of one system at the same instant, in no order. */
export function randomRequests(rng: Rng, districts: readonly DistrictRecord[], systems: number): RequestRecord[] {
  const requests = randomAskers(districts, systems).flatMap((asker, place) => {
    const size = rng.pick([1, 1, 1, 2, 2, 3, 5]);
    const instants = new Set(Array.from({ length: size }, () => anyInstant(rng).getTime()));
    return [...instants].map((instant, nth) => randomRequest(rng, asker, new Date(instant), `REQ-${place}-${nth}`));
  });
  return rng.shuffle(requests);
}
