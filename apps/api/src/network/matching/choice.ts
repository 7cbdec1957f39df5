import type { Ask } from "@arl/analysis/matching/ask";
import type { Candidate } from "@arl/analysis/matching/candidate";
import { teamConstraints } from "@arl/analysis/matching/constraints";
import type { TermValues } from "@arl/analysis/matching/learn";
import type { Constraint, Proposal, Score } from "@arl/analysis/matching/proposal";
import { score } from "@arl/analysis/matching/score";
import { coachesOf, teamOf, type Team } from "@arl/analysis/matching/team";
import { TERMS, type Weights } from "@arl/analysis/matching/weights";

/** A team that staff chose, weighed against what was proposed. */
export interface Choice {
  readonly team: Team;
  readonly score: Score;
  /** Constraints that it breaks. */
  readonly broken: readonly Constraint[];
  /** Its place among the proposals, from 0; -1 = it is none of them. */
  readonly place: number;
  /** The team that it was preferred to; null where there was no other. */
  readonly over: Proposal | null;
}

export function choiceOf(ask: Ask, team: Team, proposals: readonly Proposal[], weights: Weights): Choice {
  const place = proposals.findIndex((each) => sameTeam(each.team, team));
  return { team, score: score(team, ask, weights), broken: teamConstraints(ask, team), place, over: proposals[place === 0 ? 1 : 0] ?? null };
}

export const sameTeam = (a: Team, b: Team): boolean => idsOf(a).join("\n") === idsOf(b).join("\n");

/** The lead first. */
export const idsOf = (team: Team): readonly string[] => coachesOf(team).map(({ id }) => id);

/** The team of coaches by their ids, the lead first; null where one of them is not there. */
export function teamFrom(ids: readonly string[], byId: (id: string) => Candidate | undefined): Team | null {
  const coaches = ids.map(byId);
  const [lead, ...others] = coaches;
  if (!lead || coaches.includes(undefined)) return null;
  return teamOf(lead, others.filter((each) => each !== undefined));
}

/** A score's terms by name. */
export const termsOf = ({ terms }: Score): TermValues => Object.fromEntries(TERMS.map((name) => [name, terms.find(({ term }) => term === name)?.value ?? 0])) as Record<(typeof TERMS)[number], number>;

/** How a team stood when it was offered, as it is kept. */
export const snapshotOf = ({ score: { total, terms }, place, over }: Choice) => ({
  score: total,
  place,
  terms: Object.fromEntries(terms.map(({ term, value, weight }) => [term, { value, weight }])),
  over: over ? { coaches: idsOf(over.team), score: over.score.total } : null,
});
