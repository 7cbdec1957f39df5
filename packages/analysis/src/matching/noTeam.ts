import type { Ask } from "./ask";
import type { Candidate } from "./candidate";
import { covers, hasHours, mayLead, standingConstraints } from "./constraints";
import type { Fit } from "./fit";
import { hours } from "./facts";
import type { NoTeam } from "./proposal";
import { leadPart } from "./team";

/** Why no team can be had, from the constraint nearest to the root: the topic, who covers it, who may come, who may lead. */
export function noTeam(ask: Ask, candidates: readonly Candidate[], fits: readonly Fit[]): NoTeam {
  const [first] = ask.topics;
  if (!first) return { reason: "NO_TOPIC", why: "The request has no topic yet.", wouldLift: "Tag it with what it is about first." };
  if (!candidates.some((coach) => coach.active && covers(coach, first.topic))) {
    return {
      reason: "FIRST_TOPIC_NOT_COVERED",
      why: `No active coach covers ${first.name}.`,
      wouldLift: `A coach who lists ${first.name}, or a referral.`,
    };
  }
  if (!fits.some(({ coach }) => covers(coach, first.topic))) return nobodyFree(ask, candidates, first.name, first.topic);
  const lead = ask.hours * leadPart(ask.size.most);
  if (!fits.some(({ coach }) => mayLead(ask, coach) && hasHours(coach, lead))) {
    return { reason: "NO_LEAD", why: `Nobody who may lead has ${hours(lead)} a month free.`, wouldLift: "Fewer hours a month, or a generalist with room." };
  }
  if (ask.size.least > 1) {
    return {
      reason: "TEAM_SIZE",
      why: `No team of ${ask.size.least} or more with somebody on ${first.name} has the hours.`,
      wouldLift: "A smaller team, or fewer hours a month.",
    };
  }
  return { reason: "NO_CANDIDATES", why: `Nobody who covers ${first.name} has the hours to lead or to join.`, wouldLift: "Fewer hours a month, or a team of more coaches." };
}

function nobodyFree(ask: Ask, candidates: readonly Candidate[], name: string, topic: string): NoTeam {
  const barred = candidates.filter((coach) => coach.active && covers(coach, topic));
  const count = (constraint: string) => barred.filter((coach) => standingConstraints(ask, coach).some((each) => each === constraint)).length;
  const [states, room] = [count("OTHER_STATES"), count("NO_ROOM")];
  const parts = [
    ...(states > 0 ? [`${states} of them ${states === 1 ? "serves" : "serve"} other states`] : []),
    ...(room > 0 ? [`${room} ${room === 1 ? "has" : "have"} no room for another relationship`] : []),
  ];
  const why = `${barred.length === 1 ? "One coach covers" : `${barred.length} coaches cover`} ${name}, but ${barred.length === 1 ? "may" : "none may"}${barred.length === 1 ? " not" : ""} be matched here`;
  return {
    reason: "NO_CANDIDATES",
    why: parts.length === 0 ? `${why}.` : `${why}: ${parts.join(", ")}.`,
    wouldLift: room > 0 ? "Room with one of them, or another coach on the topic." : "Another coach on the topic, or one who serves this state.",
  };
}
