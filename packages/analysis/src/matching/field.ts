import type { Ask, TeamSize } from "./ask";
import type { Candidate } from "./candidate";
import { hasHours, mayJoin, mayLead } from "./constraints";
import { fewerThanThreeBetter } from "./dominance";
import { freeShare, prioritiesOf, type Fit } from "./fit";
import { gainsBeside, type Gain } from "./gains";
import { leadPart, otherPart } from "./team";
import type { Weights } from "./weights";

/** One coach in one part of a team of one size. */
export interface Place {
  readonly fit: Fit;
  /** What context, availability, load and fair shares of this coach give to the team's total. */
  readonly points: number;
}

/** A coach who leads teams of one size. */
export interface LeadPlace extends Place {
  /** What the team has before anybody joins. */
  readonly base: number;
  /** The three greatest gains of those who are worth joining. */
  readonly greatest: readonly Gain[];
}

/** Who can be in a team of one size. */
export interface SizeField {
  readonly size: TeamSize;
  readonly leads: readonly LeadPlace[];
  /** Those who can join among whom a best team is surely found. */
  readonly worthJoining: readonly Place[];
}

/** All that a search for teams needs to know. */
export interface Field {
  readonly ask: Ask;
  readonly weights: Weights;
  readonly priorities: readonly number[];
  readonly sizes: readonly SizeField[];
}

/**
 * @param fits of coaches without standing constraints, by id.
 * @param leads which of them are asked for as leads; all who may where not given.
 */
export function fieldOf(ask: Ask, fits: readonly Fit[], weights: Weights, leads: (coach: Candidate) => boolean = () => true): Field {
  const priorities = prioritiesOf(ask);
  const sizes = ([1, 2, 3] as const).filter((size) => size >= ask.size.least && size <= ask.size.most);
  return {
    ask,
    weights,
    priorities,
    sizes: sizes.map((size) => {
      const able = (part: number) => fits.filter(({ coach }) => hasHours(coach, part * ask.hours));
      const joining = size === 1 ? [] : able(otherPart(size)).filter(({ coach }) => mayJoin(ask, coach));
      const worthJoining = fewerThanThreeBetter(joining.map((fit) => joiningPlace(ask, weights, size, fit)));
      const leading = able(leadPart(size)).filter(({ coach }) => leads(coach) && mayLead(ask, coach));
      return { size, worthJoining, leads: leading.map((fit) => leadPlace({ ask, weights, priorities }, size, worthJoining, fit)) };
    }),
  };
}

/** A coach beside a lead, whatever the hours. */
export const joiningPlace = (ask: Ask, weights: Weights, size: TeamSize, fit: Fit): Place => ({ fit, points: pointsOf(ask, weights, fit, otherPart(size)) });

/** A coach as lead, whatever the hours. */
export function leadPlace({ ask, weights, priorities }: Omit<Field, "sizes">, size: TeamSize, worthJoining: readonly Place[], fit: Fit): LeadPlace {
  const points = pointsOf(ask, weights, fit, leadPart(size));
  const topics = priorities.reduce((sum, priority, i) => sum + priority * (fit.strengths[i] ?? 0), 0);
  const base = weights.topics * topics + points + (fit.earlier ? weights.continuity : 0) + (weights.fewCoaches * (3 - size)) / 2;
  return { fit, points, base, greatest: threeGreatest(gainsBeside(fit, worthJoining, priorities, weights)) };
}

function pointsOf({ hours }: Ask, weights: Weights, fit: Fit, part: number): number {
  const load = freeShare(fit.coach, part * hours);
  return part * (weights.context * fit.context + weights.availability * fit.availability + weights.load * load + weights.fairShares * fit.fairShares);
}

function threeGreatest(gains: readonly Gain[]): readonly Gain[] {
  const greatest: Gain[] = [];
  for (const each of gains) {
    const at = greatest.findIndex(({ gain }) => each.gain > gain);
    if (at >= 0) greatest.splice(at, 0, each);
    else if (greatest.length < 3) greatest.push(each);
    if (greatest.length > 3) greatest.pop();
  }
  return greatest;
}
