import type { Fit } from "./fit";
import { OTHER_CONTINUITY } from "./score";
import type { Weights } from "./weights";

interface Joining {
  readonly fit: Fit;
  readonly points: number;
}

/** What a coach would add to a team of the lead alone. Beside a third coach it is never more. */
export interface Gain {
  readonly fit: Fit;
  readonly gain: number;
}

/** The gains beside a lead, in the order of those who join; the lead is not among them. */
export function gainsBeside(lead: Fit, joining: readonly Joining[], priorities: readonly number[], weights: Weights): readonly Gain[] {
  const gains: Gain[] = [];
  for (const place of joining) {
    if (place.fit.coach.id !== lead.coach.id) gains.push({ fit: place.fit, gain: gainBeside(lead, place, priorities, weights) });
  }
  return gains;
}

/** The gain of one coach, who is not the lead. */
export function gainBeside(lead: Fit, { fit, points }: Joining, priorities: readonly number[], weights: Weights): number {
  let gain = points + (fit.earlier && !lead.earlier ? OTHER_CONTINUITY * weights.continuity : 0);
  for (let i = 0; i < priorities.length; i += 1) gain += weights.topics * (priorities[i] ?? 0) * (1 - (lead.strengths[i] ?? 0)) * (fit.strengths[i] ?? 0);
  return gain;
}

/** What two coaches bring twice, and a team of both therefore has less than the sum of their gains. */
export function broughtTwice(lead: Fit, a: Fit, b: Fit, priorities: readonly number[], weights: Weights): number {
  let twice = a.earlier && b.earlier && !lead.earlier ? OTHER_CONTINUITY * weights.continuity : 0;
  for (let i = 0; i < priorities.length; i += 1) {
    twice += weights.topics * (priorities[i] ?? 0) * (1 - (lead.strengths[i] ?? 0)) * (a.strengths[i] ?? 0) * (b.strengths[i] ?? 0);
  }
  return twice;
}
