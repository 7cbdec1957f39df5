import type { TeamSize } from "./ask";
import type { Candidate } from "./candidate";

/** The coaches for one request. */
export interface Team {
  readonly lead: Candidate;
  /** Two at most, by id. */
  readonly others: readonly Candidate[];
}

/** The lead's part of the hours wanted, by size of the team; the others share the rest evenly. */
const LEAD_PART: Readonly<Record<TeamSize, number>> = { 1: 1, 2: 0.5, 3: 0.5 };
const OTHER_PART: Readonly<Record<TeamSize, number>> = { 1: 0, 2: 0.5, 3: 0.25 };

export const leadPart = (size: TeamSize): number => LEAD_PART[size];
export const otherPart = (size: TeamSize): number => OTHER_PART[size];

/** Ids in the order of their code units, which is the same everywhere. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * A team with its coaches in the one order that makes equal teams equal.
 *
 * @throws RangeError with over two others, or one coach twice.
 */
export function teamOf(lead: Candidate, others: readonly Candidate[] = []): Team {
  if (others.length > 2) throw new RangeError(`a team has three coaches at most, got ${others.length + 1}`);
  if (new Set([lead.id, ...others.map(({ id }) => id)]).size <= others.length) throw new RangeError("a coach is in a team once");
  return { lead, others: [...others].sort(byId) };
}

export const coachesOf = ({ lead, others }: Team): readonly Candidate[] => [lead, ...others];

export function sizeOf({ others }: Team): TeamSize {
  return others.length === 0 ? 1 : others.length === 1 ? 2 : 3;
}

/** The hours a month that each coach of the team gives, the lead first. */
export function hoursOf(team: Team, hours: number): readonly { readonly coach: Candidate; readonly hours: number }[] {
  const size = sizeOf(team);
  return coachesOf(team).map((coach, i) => ({ coach, hours: hours * (i === 0 ? leadPart(size) : otherPart(size)) }));
}
