import { shrunkenMeans } from "@arl/analysis/shrinkage";
import type { Candidate, PastWork } from "@arl/analysis/matching/candidate";
import { strengthOf } from "@arl/analysis/matching/strength";
import { NOT_IN_FRAMEWORK } from "@arl/schema/enums";
import type { PastRow, PoolRow, StrengthRow } from "./pool.queries";

/** What a coach has on hand, in hours a month. */
export interface CoachLoad {
  /** Hours offered; null = not known, and nothing is free then. */
  readonly hours: number | null;
  /** The greater of what was held in the last 30 days and what open relationships are expected to take. */
  readonly used: number;
  /** What offers that wait would take on top. */
  readonly offered: number;
  /** What is left, not under 0. */
  readonly free: number;
  readonly openRelationships: number;
  readonly waitingOffers: number;
}

export function loadOf({ hours_per_month: hours, held, committed, offered, open, offers }: PoolRow): CoachLoad {
  const used = Math.max(held, committed);
  return { hours, used, offered, free: Math.max(0, (hours ?? 0) - used - offered), openRelationships: open, waitingOffers: offers };
}

export interface Pool {
  readonly coaches: readonly PoolRow[];
  readonly strengths: readonly StrengthRow[];
  /** Of single ratings; null where it is not known. */
  readonly ratingVariance: number | null;
  readonly past: readonly PastRow[];
  /** Coaches matched of late, by organisation. */
  readonly matches: ReadonlyMap<string, number>;
}

/** The coaches as those who can be matched. What the framework does not name is for generalists. */
export function candidatesOf({ coaches, strengths, ratingVariance, past, matches }: Pool): readonly Candidate[] {
  const [byCoach, pastOf] = [Map.groupBy(withRatings(strengths, ratingVariance), ({ coach }) => coach), Map.groupBy(past, ({ coach_id: id }) => id)];
  const organisations = organisationsOf(coaches, matches);
  return coaches.map((row) => {
    const { hours, free, openRelationships } = loadOf(row);
    const organisation = organisations.get(row.provider_id);
    if (!organisation) throw new Error("A coach has an organisation.");
    return {
      id: row.id,
      name: row.name,
      organisation,
      role: row.role,
      strengths: strengthsOf(row, byCoach.get(row.id) ?? []),
      states: row.states,
      pastWork: pastWorkOf(pastOf.get(row.id) ?? []),
      languages: row.languages,
      capacity: hours ?? 0,
      freeHours: free,
      relationships: openRelationships,
      mostRelationships: row.max_relationships,
      availability: row.time_zone === null || row.windows.length === 0 ? null : { timeZone: row.time_zone, windows: row.windows },
      active: row.active,
    };
  });
}

interface Practised {
  readonly coach: string;
  readonly topic: string;
  readonly sessions: number;
  /** After shrinking, less the common mean; null where nothing can be said. */
  readonly rating: number | null;
}

/** Ratings rest on few sessions each, so each is drawn to what all coaches get on all topics. */
function withRatings(rows: readonly StrengthRow[], variance: number | null): readonly Practised[] {
  const rated = variance !== null && variance > 0 ? rows.filter(({ mean }) => mean !== null) : [];
  const shrunken = shrunkenMeans(rated.map(({ mean, rated: n }) => ({ mean: mean ?? 0, variance: (variance ?? 1) / n })));
  const ratings = new Map(rated.map((row, i) => [row, shrunken ? (shrunken.groups[i]?.value ?? shrunken.centre) - shrunken.centre : null]));
  return rows.map((row) => ({ coach: row.coach_id, topic: row.topic, sessions: row.sessions, rating: ratings.get(row) ?? null }));
}

/** What a coach has not listed is not offered to them, however often it came up. */
function strengthsOf({ topics, role }: PoolRow, practised: readonly Practised[]): Readonly<Record<string, number>> {
  const listed = new Set(role === "generalist" ? [...topics, NOT_IN_FRAMEWORK] : topics);
  const known = new Map(practised.map((each) => [each.topic, each]));
  const entries = [...listed].map((topic) => {
    const { sessions = 0, rating = null } = known.get(topic) ?? {};
    return [topic, strengthOf({ listed: true, sessions, rating })] as const;
  });
  return Object.fromEntries(entries);
}

function pastWorkOf(rows: readonly PastRow[]): PastWork {
  const share = (of: (row: PastRow) => string | null) => {
    const known = rows.filter((row) => of(row) !== null);
    const all = known.reduce((sum, { relationships }) => sum + relationships, 0);
    const counts = Map.groupBy(known, (row) => of(row) ?? "");
    return Object.fromEntries([...counts].map(([kind, some]) => [kind, some.reduce((sum, { relationships }) => sum + relationships, 0) / all]));
  };
  const relationships = rows.reduce((sum, row) => sum + row.relationships, 0);
  return { relationships, enrollment: share(({ enrollment }) => (enrollment === "UNKNOWN" ? null : enrollment)), locale: share(({ locale }) => locale), governance: share(({ governance }) => governance) };
}

function organisationsOf(coaches: readonly PoolRow[], matches: ReadonlyMap<string, number>): ReadonlyMap<string, Candidate["organisation"]> {
  const hours = Map.groupBy(coaches, (row) => row.provider_id);
  const sum = (rows: readonly PoolRow[]) => rows.reduce((total, row) => total + (row.hours_per_month ?? 0), 0);
  const [allHours, allMatches] = [sum(coaches), [...matches.values()].reduce((total, each) => total + each, 0)];
  const part = (value: number, all: number) => (all === 0 ? 0 : value / all);
  return new Map([...hours].map(([id, rows]) => [id, { id, name: rows[0]?.provider_name ?? id, matches: part(matches.get(id) ?? 0, allMatches), capacity: part(sum(rows), allHours) }]));
}
