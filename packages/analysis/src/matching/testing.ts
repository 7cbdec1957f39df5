import type { RandomSource } from "../testing/random";
import type { Ask, TeamSize } from "./ask";
import type { Candidate } from "./candidate";
import { teamConstraints } from "./constraints";
import { fitOf, type Fit } from "./fit";
import { localWeek } from "./localWeek";
import { termValues, totalOf } from "./score";
import { byId, coachesOf, teamOf, type Team } from "./team";
import type { Weights } from "./weights";

/** An ask for one topic, in all else as plain as can be. */
export const plainAsk = (changes: Partial<Ask> = {}): Ask => ({
  id: "r1",
  topics: [{ topic: "GRA", name: "grading", priority: 1 }],
  urgency: "normal",
  context: { enrollment: null, locale: null, governance: null },
  state: "OH",
  languages: [],
  hours: 4,
  availability: null,
  week: "2026-11-23",
  earlierCoaches: [],
  excludedCoaches: [],
  excludedOrganisations: [],
  size: { least: 1, most: 3 },
  ...changes,
});

/** A specialist on grading with ten of twenty hours free. */
export const plainCoach = (id: string, changes: Partial<Candidate> = {}): Candidate => ({
  id,
  name: `Coach ${id}`,
  organisation: { id: "north", name: "North", matches: 0.2, capacity: 0.2 },
  role: "specialist",
  strengths: { GRA: 0.5 },
  states: [],
  pastWork: { relationships: 0, enrollment: {}, locale: {}, governance: {} },
  languages: [],
  capacity: 20,
  freeHours: 10,
  relationships: 0,
  mostRelationships: null,
  availability: null,
  active: true,
  ...changes,
});

type Draws = Pick<RandomSource, "uniform">;

const TOPICS = ["GRA", "FAM", "BUD", "SEL", "SCH"] as const;
const ZONES = ["America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles"] as const;
const STATES = ["OH", "TX", "CO", "CA"] as const;

const pick = <T>({ uniform }: Draws, from: readonly T[]): T => from[Math.floor(uniform() * from.length)] as T;
const some = <T>({ uniform }: Draws, from: readonly T[], share: number): T[] => from.filter(() => uniform() < share);

const windows = (random: Draws) =>
  [1, 2, 3, 4, 5]
    .filter(() => random.uniform() < 0.6)
    .map((day) => {
      const from = 480 + 30 * Math.floor(random.uniform() * 12);
      return { day, from, to: from + 60 + 30 * Math.floor(random.uniform() * 6) };
    });

const availability = (random: Draws) => (random.uniform() < 0.2 ? null : { timeZone: pick(random, ZONES), windows: windows(random) });

/** An ask drawn at random. Coarse draws make equal scores likely where `coarse`. */
export function drawnAsk(random: Draws, id: string, coaches: number, hours = 2 + Math.floor(random.uniform() * 6)): Ask {
  const topics = TOPICS.filter(() => random.uniform() < 0.5).map((topic, i) => ({ topic, name: topic.toLowerCase(), priority: 1 / (i + 1) }));
  const least = (random.uniform() < 0.8 ? 1 : 2) as TeamSize;
  const coachIds = Array.from({ length: coaches }, (_, i) => coachId(i));
  return {
    id,
    topics: topics.length > 0 ? topics : [{ topic: "GRA", name: "gra", priority: 1 }],
    urgency: pick(random, ["low", "normal", "high"] as const),
    context: { enrollment: pick(random, ["SMALL", "LARGE", null]), locale: pick(random, ["CITY", "RURAL", null]), governance: pick(random, ["DISTRICT", "CHARTER"]) },
    state: pick(random, STATES),
    languages: random.uniform() < 0.2 ? ["Spanish"] : [],
    hours,
    availability: availability(random),
    week: pick(random, ["2026-10-26", "2026-11-23", "2027-03-08"]),
    earlierCoaches: some(random, coachIds, 0.1),
    excludedCoaches: some(random, coachIds, 0.05).map((id) => ({ id, why: "LEADER_SAID_NO" as const })),
    excludedOrganisations: random.uniform() < 0.1 ? [{ id: "o0", why: "CONFLICT_OF_INTEREST" as const }] : [],
    size: { least, most: pick(random, least === 1 ? ([1, 2, 3, 3] as const) : ([2, 3] as const)) },
  };
}

const coachId = (i: number) => `c${String(i).padStart(3, "0")}`;

/** Coaches drawn at random; few values of each kind where `coarse`, so that many are level. */
export function drawnCoaches(random: Draws, n: number, coarse: boolean, organisations = 4): Candidate[] {
  const number = (values: readonly number[]) => (coarse ? pick(random, values) : random.uniform() * (values.at(-1) ?? 1));
  const known = Array.from({ length: organisations }, (_, i) => ({ id: `o${i}`, name: `Organisation ${i}`, matches: random.uniform() / organisations, capacity: 1 / organisations }));
  return Array.from({ length: n }, (_, i) => {
    const capacity = 10 + Math.floor(random.uniform() * 3) * 10;
    const relationships = Math.floor(random.uniform() * 4);
    return {
      id: coachId(i),
      name: `Coach ${i}`,
      organisation: pick(random, known),
      role: random.uniform() < 0.3 ? ("generalist" as const) : ("specialist" as const),
      strengths: Object.fromEntries(some(random, TOPICS, 0.45).map((topic) => [topic, number([0.5, 0.7, 1])])),
      states: random.uniform() < 0.7 ? [] : some(random, STATES, 0.5),
      pastWork: { relationships: Math.floor(random.uniform() * 10), enrollment: { SMALL: number([0, 1]), LARGE: number([0, 1]) }, locale: { CITY: number([0, 1]) }, governance: { DISTRICT: number([0, 0.5, 1]) } },
      languages: random.uniform() < 0.2 ? ["Spanish"] : [],
      capacity,
      freeHours: coarse ? Math.floor(random.uniform() * 4) * 2 : random.uniform() * capacity,
      relationships,
      mostRelationships: random.uniform() < 0.5 ? null : 3,
      availability: coarse ? null : availability(random),
      active: random.uniform() < 0.95,
    };
  });
}

/** Every team that keeps the constraints, found by trying all. */
export function allTeams(ask: Ask, candidates: readonly Candidate[]): readonly Team[] {
  const sorted = [...candidates].sort(byId);
  const teams: Team[] = [];
  for (const lead of sorted) {
    teams.push(teamOf(lead));
    for (const [i, a] of sorted.entries()) {
      if (a === lead) continue;
      teams.push(teamOf(lead, [a]));
      for (const b of sorted.slice(i + 1)) if (b !== lead) teams.push(teamOf(lead, [a, b]));
    }
  }
  return teams.filter((team) => teamConstraints(ask, team).length === 0);
}

/** The best of teams: the highest total, then the first by ids. */
export function bestOf(teams: readonly Team[], ask: Ask, weights: Weights): { readonly ids: readonly string[]; readonly total: number } | null {
  let best: { ids: readonly string[]; total: number } | null = null;
  const total = totals(ask, weights);
  for (const team of teams) {
    const reached = total(team);
    const ids = idsOf(team);
    if (!best || reached > best.total || (reached === best.total && ids.join(" ") < best.ids.join(" "))) best = { ids, total: reached };
  }
  return best;
}

/** The totals of many teams, as `score` gives them, without the sentences. */
export function totals(ask: Ask, weights: Weights): (team: Team) => number {
  const week = localWeek(ask.week);
  const fits = new Map<Candidate, Fit>();
  const fit = (coach: Candidate): Fit => {
    const known = fits.get(coach) ?? fitOf(ask, coach, week);
    fits.set(coach, known);
    return known;
  };
  return (team) => totalOf(termValues(ask, coachesOf(team).map(fit)), weights);
}

export const idsOf = (team: Team): readonly string[] => coachesOf(team).map(({ id }) => id);
