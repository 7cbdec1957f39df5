import type { Ask } from "./ask";
import type { Candidate } from "./candidate";
import { hoursOf, type Team } from "./team";

/** What is left of the coaches' hours and relationships while matches are made. */
export interface Room {
  readonly now: (id: string) => Candidate | undefined;
  readonly all: () => readonly Candidate[];
  readonly take: (team: Team, ask: Ask) => void;
  readonly giveBack: (team: Team, ask: Ask) => void;
}

/** @param candidates by id; they stay as they are. */
export function roomOf(candidates: readonly Candidate[]): Room {
  const left = new Map(candidates.map((coach) => [coach.id, coach]));
  const change = (team: Team, ask: Ask, sign: 1 | -1) => {
    for (const { coach, hours } of hoursOf(team, ask.hours)) {
      const before = left.get(coach.id) ?? coach;
      left.set(coach.id, { ...before, freeHours: Math.max(0, before.freeHours - sign * hours), relationships: before.relationships + sign });
    }
  };
  return {
    now: (id) => left.get(id),
    all: () => [...left.values()],
    take: (team, ask) => change(team, ask, 1),
    giveBack: (team, ask) => change(team, ask, -1),
  };
}
