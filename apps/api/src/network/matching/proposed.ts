import type { Ask } from "@arl/analysis/matching/ask";
import type { Change, LeftOut, Proposal, Score } from "@arl/analysis/matching/proposal";
import { hoursOf, type Team } from "@arl/analysis/matching/team";
import { covers } from "@arl/analysis/matching/constraints";
import { OUT_WORDS } from "./constraint.words";
import { idsOf } from "./choice";
import type { CoachLoad } from "./candidates";
import type { MatchTerm, ProposedTeam } from "./matching.type";
import { wordOf } from "./offer.input";

const termsTold = ({ terms }: Score): MatchTerm[] => terms.map(({ term, value, weight, points, fact }) => ({ term: wordOf(term), value, weight, points, fact }));

/** A team as it is shown. */
export function proposed(ask: Ask, { team, score, reasons }: Pick<Proposal, "team" | "score" | "reasons">, loads: ReadonlyMap<string, CoachLoad>, runnerUp: Team | null, changes: readonly Change[] = []): ProposedTeam {
  return {
    coachIds: idsOf(team),
    score: score.total,
    reasons,
    terms: termsTold(score),
    whatWouldChange: changes.map(({ sentence }) => sentence),
    runnerUpIds: runnerUp ? idsOf(runnerUp) : null,
    hours: hoursOf(team, ask.hours).map(({ coach, hours }) => {
      const load = loads.get(coach.id);
      return { taken: (load?.used ?? 0) + (load?.offered ?? 0) + hours, offered: load?.hours ?? null, relationships: (load?.openRelationships ?? 0) + 1 };
    }),
  };
}

/**
 * What coaches have on hand while all matches of a plan come about: what the others would take of them counts as offered.
 * @returns of each match, in their order.
 */
export function loadsOfPlan(matches: readonly { readonly ask: Ask; readonly team: Team }[], loads: ReadonlyMap<string, CoachLoad>): readonly ReadonlyMap<string, CoachLoad>[] {
  const taken = new Map<string, number>();
  for (const { ask, team } of matches) for (const { coach, hours } of hoursOf(team, ask.hours)) taken.set(coach.id, (taken.get(coach.id) ?? 0) + hours);
  return matches.map(({ ask, team }) => {
    const own = hoursOf(team, ask.hours).flatMap(({ coach, hours }) => {
      const load = loads.get(coach.id);
      return load ? [[coach.id, { ...load, offered: load.offered + (taken.get(coach.id) ?? hours) - hours }] as const] : [];
    });
    return new Map(own);
  });
}

/** Proposals in their order; the changes belong to the first. */
export const proposedTeams = (ask: Ask, proposals: readonly Proposal[], loads: ReadonlyMap<string, CoachLoad>, changes: readonly Change[]): ProposedTeam[] =>
  proposals.map((each, i) => proposed(ask, each, loads, proposals[i + 1]?.team ?? null, i === 0 ? changes : []));

/** Who would be asked for what is needed and cannot be, with why; those who list none of it are no news. */
export function leftOutOf(ask: Ask, leftOut: readonly LeftOut[]): { readonly coachId: string; readonly why: readonly string[] }[] {
  return leftOut
    .filter(({ coach }) => ask.topics.some(({ topic }) => covers(coach, topic)))
    .sort((a, b) => a.coach.name.localeCompare(b.coach.name))
    .map(({ coach, constraints }) => ({ coachId: coach.id, why: constraints.filter((each) => each !== "NO_TOPIC_ASKED").map((each) => OUT_WORDS[each]) }))
    .filter(({ why }) => why.length > 0);
}
