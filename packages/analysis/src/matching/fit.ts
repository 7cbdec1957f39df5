import type { Ask } from "./ask";
import type { Candidate, CandidateOrganisation } from "./candidate";
import { contextFit } from "./contextFit";
import { localWeek, type LocalWeek } from "./localWeek";
import { overlapValue, sharedMinutes } from "./overlap";

/** What one coach brings to one ask, whatever the team. */
export interface Fit {
  readonly coach: Candidate;
  /** In the order of the ask's topics. */
  readonly strengths: readonly number[];
  readonly context: number;
  /** Null where not known. */
  readonly minutes: number | null;
  readonly availability: number;
  /** Has coached this system before. */
  readonly earlier: boolean;
  readonly fairShares: number;
}

/** @throws RangeError if an availability is not one, or a strength lies outside 0 to 1. */
export function fitOf(ask: Ask, coach: Candidate, week: LocalWeek = localWeek(ask.week)): Fit {
  const minutes = sharedMinutes(ask.availability, coach.availability, week);
  return {
    coach,
    strengths: ask.topics.map(({ topic }) => strengthOn(coach, topic)),
    context: contextFit(ask, coach.pastWork, coach.languages),
    minutes,
    availability: overlapValue(minutes),
    earlier: ask.earlierCoaches.includes(coach.id),
    fairShares: fairShare(coach.organisation),
  };
}

function strengthOn({ strengths, id }: Candidate, topic: string): number {
  const strength = strengths[topic] ?? 0;
  if (!(strength >= 0 && strength <= 1)) throw new RangeError(`a strength is from 0 to 1, got ${strength} for ${topic} of ${id}`);
  return strength;
}

/** 1 without recent matches, a half where an organisation's share of them is its share of the hours, 0 from twice that. */
export function fairShare({ matches, capacity }: CandidateOrganisation): number {
  if (capacity <= 0) return matches > 0 ? 0 : 0.5;
  return Math.max(0, 1 - matches / capacity / 2);
}

/** The share of a coach's hours that is free once these are taken, 0 to 1. */
export function freeShare({ capacity, freeHours }: Candidate, hours: number): number {
  return capacity > 0 ? Math.max(0, Math.min(1, (freeHours - hours) / capacity)) : 0;
}

/** The topics' priorities, summing to 1. @throws RangeError unless each is over 0 and finite. */
export function prioritiesOf({ topics }: Ask): readonly number[] {
  const bad = topics.find(({ priority }) => !(priority > 0 && priority < Infinity));
  if (bad) throw new RangeError(`a priority must be over 0, got ${bad.priority} for ${bad.topic}`);
  const sum = topics.reduce((total, { priority }) => total + priority, 0);
  return topics.map(({ priority }) => priority / sum);
}
