import type { AskUrgency } from "./ask";
import { minCostFlow, type FlowArc } from "./minCostFlow";

/** One lead who could take one ask. */
export interface LeadOption {
  readonly ask: number;
  readonly coach: number;
  /** What the match is worth by itself, 0 to 1. */
  readonly value: number;
}

/** A coach or an organisation, and what each further match costs beyond the one before. */
export interface Taker {
  /** What a second match costs; the third costs twice as much, and so on up to `most`. */
  readonly step: number;
  readonly most: number;
}

export interface LeadProblem {
  readonly urgencies: readonly AskUrgency[];
  readonly options: readonly LeadOption[];
  readonly coaches: readonly (Taker & { readonly organisation: number; /** Matches at most. */ readonly places: number })[];
  readonly organisations: readonly Taker[];
}

export interface LeadAssignment {
  /** By ask, the coach; null where nobody is left. */
  readonly leads: readonly (number | null)[];
  /** Values of the matches less what further matches cost. */
  readonly worth: number;
}

/** What it is worth to match at all: one of high urgency as much as two normal ones or four low. */
export const URGENCY_WORTH: Readonly<Record<AskUrgency, number>> = { low: 1, normal: 2, high: 4 };

/** Values are counted in millionths, so that the flow works with whole numbers. */
const UNIT = 1e6;

const inUnits = (value: number): number => Math.round(value * UNIT);

/**
 * The best single leads for many asks at once: first the greatest worth by urgency of what is matched at all, then, among all ways to
 * reach that, the greatest worth of the matches, to a millionth each. This is optimal, not greedy: a flow from asks over coaches and
 * their organisations, on which every further match of the same coach or organisation costs more than the last.
 *
 * @throws RangeError if a value lies outside 0 to 1, or an option names nobody.
 */
export function assignLeads(problem: LeadProblem): LeadAssignment {
  const { urgencies, options, coaches } = problem;
  const asks = urgencies.length;
  const bad = options.find(({ value }) => !(value >= 0 && value <= 1));
  if (bad) throw new RangeError(`a value is from 0 to 1, got ${bad.value}`);
  const flow = minCostFlow(2 + asks + coaches.length + problem.organisations.length, arcsOf(problem), 0, 1, asks);

  const leads: (number | null)[] = urgencies.map(() => null);
  for (const [i, { ask, coach }] of options.entries()) if (flow.onArcs[i] === 1) leads[ask] = coach;
  const matched = leads.filter((lead) => lead !== null).length;
  const missed = urgencies.reduce((sum, urgency, i) => sum + (leads[i] === null ? missing(urgency, asks) : 0), 0);
  return { leads, worth: (matched * UNIT - (flow.cost - missed)) / UNIT };
}

/** More than all matches together can differ by. */
const missing = (urgency: AskUrgency, asks: number): number => URGENCY_WORTH[urgency] * 4 * UNIT * (asks + 1);

/** Source 0, sink 1, then asks, coaches, organisations. The options come first, in their own order. */
function arcsOf({ urgencies, options, coaches, organisations }: LeadProblem): readonly FlowArc[] {
  const asks = urgencies.length;
  const coachNode = (coach: number) => 2 + asks + coach;
  const organisationNode = (organisation: number) => 2 + asks + coaches.length + organisation;
  return [
    ...options.map(({ ask, coach, value }) => ({ from: 2 + ask, to: coachNode(coach), capacity: 1, cost: UNIT - inUnits(value) })),
    ...urgencies.flatMap((urgency, i) => [
      { from: 0, to: 2 + i, capacity: 1, cost: 0 },
      { from: 2 + i, to: 1, capacity: 1, cost: missing(urgency, asks) },
    ]),
    ...coaches.flatMap((coach, i) => dearer(coachNode(i), organisationNode(coach.organisation), Math.min(coach.places, asks), coach)),
    ...organisations.flatMap((organisation, i) => dearer(organisationNode(i), 1, asks, organisation)),
  ];
}

/** As many arcs of one unit, each dearer than the last, so that the cheap ones fill first. */
function dearer(from: number, to: number, places: number, { step, most }: Taker): readonly FlowArc[] {
  return Array.from({ length: places }, (_, k) => ({ from, to, capacity: 1, cost: inUnits(Math.min(most, k * step)) }));
}
