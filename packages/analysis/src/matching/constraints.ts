import type { Ask, Exclusion } from "./ask";
import type { Candidate } from "./candidate";
import type { Constraint } from "./proposal";
import { coachesOf, hoursOf, leadPart, otherPart, sizeOf, type Team } from "./team";

/** Hours are sums of parts: what rounding takes is not what makes a coach short. */
const HOURS_SLACK = 1e-9;

export const covers = (coach: Candidate, topic: string): boolean => (coach.strengths[topic] ?? 0) > 0;

export const hasHours = (coach: Candidate, hours: number): boolean => coach.freeHours + HOURS_SLACK >= hours;

/** Whether a coach may lead: a generalist, or a specialist of the first topic. */
export const mayLead = (ask: Ask, coach: Candidate): boolean => coach.role === "generalist" || covers(coach, ask.topics[0]?.topic ?? "");

/** Whether a coach may join a lead: a specialist of a topic that is asked for. */
export const mayJoin = (ask: Ask, coach: Candidate): boolean => coach.role === "specialist" && ask.topics.some(({ topic }) => covers(coach, topic));

/** The constraints that a coach breaks whatever the team, apart from hours. */
export function standingConstraints(ask: Ask, coach: Candidate): readonly Constraint[] {
  const found: Constraint[] = [];
  if (!coach.active) found.push("NOT_ACTIVE");
  const conflicts = [...excluding(ask.excludedCoaches, coach.id), ...excluding(ask.excludedOrganisations, coach.organisation.id)];
  found.push(...new Set(conflicts));
  if (coach.states.length > 0 && !coach.states.includes(ask.state)) found.push("OTHER_STATES");
  if (coach.mostRelationships !== null && coach.relationships >= coach.mostRelationships) found.push("NO_ROOM");
  return found;
}

const excluding = (exclusions: readonly Exclusion[], id: string) => exclusions.filter((each) => each.id === id).map(({ why }) => why);

/** The smallest part of the hours that a coach could take in this ask, in hours; null where the coach could take none. */
export function leastHours(ask: Ask, coach: Candidate): number | null {
  const sizes = ([1, 2, 3] as const).filter((size) => size >= ask.size.least && size <= ask.size.most);
  const parts = sizes.flatMap((size) => [...(mayLead(ask, coach) ? [leadPart(size)] : []), ...(mayJoin(ask, coach) && size > 1 ? [otherPart(size)] : [])]);
  return parts.length === 0 ? null : Math.min(...parts) * ask.hours;
}

/** Every constraint that keeps a coach out of all teams for this ask; empty for one who can be in some. */
export function coachConstraints(ask: Ask, coach: Candidate): readonly Constraint[] {
  const least = leastHours(ask, coach);
  const found = [...standingConstraints(ask, coach)];
  if (least === null) found.push("NO_TOPIC_ASKED");
  else if (!hasHours(coach, least)) found.push("TOO_FEW_HOURS");
  return found;
}

/**
 * Every constraint that a team breaks; empty for one that may be matched.
 *
 * One coach leads: a generalist, or a specialist of the first topic. The others are specialists, each of a topic that is asked for;
 * so there is one generalist at most, who leads. Somebody covers the first topic. The lead has half of the hours free in a team, all
 * of them alone; the others share the other half.
 */
export function teamConstraints(ask: Ask, team: Team): readonly Constraint[] {
  const found = new Set(coachesOf(team).flatMap((coach) => standingConstraints(ask, coach)));
  const size = sizeOf(team);
  if (size < ask.size.least || size > ask.size.most) found.add("TEAM_SIZE");
  if (hoursOf(team, ask.hours).some(({ coach, hours }) => !hasHours(coach, hours))) found.add("TOO_FEW_HOURS");
  if (!mayLead(ask, team.lead)) found.add("NO_LEAD");
  for (const other of team.others) {
    if (other.role === "generalist") found.add("SECOND_GENERALIST");
    else if (!mayJoin(ask, other)) found.add("NO_TOPIC_ASKED");
  }
  const first = ask.topics[0]?.topic;
  if (first === undefined || !coachesOf(team).some((coach) => covers(coach, first))) found.add("FIRST_TOPIC_NOT_COVERED");
  return [...found];
}
