import type { Ask } from "./ask";
import type { Candidate } from "./candidate";
import { covers, hasHours, mayLead, standingConstraints } from "./constraints";
import type { Fit } from "./fit";
import type { LeadProblem } from "./leads";
import { termValues, totalOf } from "./score";
import { leadPart } from "./team";
import type { Weights } from "./weights";

/** An ask in a batch, with the fits of all coaches, by id. */
export interface Asking {
  readonly ask: Ask;
  readonly fits: readonly Fit[];
}

/** The hours a month that a lead gives to the smallest team that will do. */
export const leadHours = ({ hours, size }: Ask): number => hours * leadPart(size.least);

/**
 * Who could lead what: coaches who keep every constraint and cover the first topic themselves.
 *
 * A coach's places are the whole matches that go into the free hours, each counted with the most hours that any of these asks wants of
 * that coach: exact where all want the same, cautious otherwise.
 *
 * @param asking in the order of the ids. @param coaches with the room they have, by id.
 */
export function leadProblem(asking: readonly Asking[], coaches: readonly Candidate[], weights: Weights): LeadProblem {
  const index = new Map(coaches.map(({ id }, i) => [id, i]));
  const organisations = [...new Set(coaches.map(({ organisation }) => organisation.id))].sort();
  const most = coaches.map(() => 0);
  const options = asking.flatMap(({ ask, fits }, i) =>
    fits.flatMap((fit) => {
      const at = index.get(fit.coach.id) ?? -1;
      const coach = coaches[at];
      if (!coach || !mayTake(ask, coach)) return [];
      most[at] = Math.max(most[at] ?? 0, leadHours(ask));
      return [{ ask: i, coach: at, value: totalOf(termValues(ask, [{ ...fit, coach }]), weights) }];
    }),
  );
  const share = new Map(coaches.map(({ organisation }) => [organisation.id, organisation.capacity]));
  return {
    urgencies: asking.map(({ ask }) => ask.urgency),
    options,
    coaches: coaches.map((coach, i) => ({
      organisation: organisations.indexOf(coach.organisation.id),
      places: placesOf(coach, most[i] ?? 0),
      step: coach.capacity > 0 ? (weights.load * (most[i] ?? 0)) / coach.capacity : 0,
      most: weights.load,
    })),
    organisations: organisations.map((id) => ({ step: shareStep(share.get(id) ?? 0, asking.length, weights), most: weights.fairShares })),
  };
}

function mayTake(ask: Ask, coach: Candidate): boolean {
  const first = ask.topics[0]?.topic;
  return first !== undefined && covers(coach, first) && mayLead(ask, coach) && hasHours(coach, leadHours(ask)) && standingConstraints(ask, coach).length === 0;
}

/** Whole matches of so many hours each that a coach has room for. */
function placesOf({ freeHours, relationships, mostRelationships }: Candidate, hours: number): number {
  if (hours <= 0) return 0;
  const byHours = Math.floor(freeHours / hours + 1e-9);
  return Math.max(0, mostRelationships === null ? byHours : Math.min(byHours, mostRelationships - relationships));
}

/** What a further match takes from an organisation's fair share, counted within the batch. */
const shareStep = (capacity: number, asks: number, { fairShares }: Weights): number => (capacity > 0 ? fairShares / (2 * capacity * asks) : fairShares);
