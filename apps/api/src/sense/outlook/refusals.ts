import type { Refusal } from "../figure/refusal.type";
import { FEWEST_ARRIVALS, type Candidate } from "./candidates";

const FEWEST_DAYS = 28;
export const FEWEST_FINISHED = 10;
const FEWEST_TIMED_SESSIONS = 10;

/** What an outlook rests on. */
export interface Grounds {
  readonly candidate: Candidate;
  readonly daysCovered: number;
  /** Relationships in scope that have ended. */
  readonly finished: number;
  readonly timedSessions: number;
  /** Whether the hours of a relationship were given. */
  readonly hoursGiven: boolean;
  readonly unknownHours: number;
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** Why there can be no outlook; null where there can. */
export function refusalOf({ candidate, daysCovered, finished, timedSessions, hoursGiven, unknownHours }: Grounds): Refusal | null {
  const { arrivals, hours, topic } = candidate;
  if (daysCovered < FEWEST_DAYS) {
    return { reason: "TOO_SHORT", why: `Requests in scope are on record for ${counted(Math.floor(daysCovered), "day")}, and ${FEWEST_DAYS} at least are needed to tell how many come.`, wouldLift: `${FEWEST_DAYS} days of records would lift this.` };
  }
  if (arrivals < FEWEST_ARRIVALS) {
    return {
      reason: "TOO_FEW",
      why: `Only ${counted(arrivals, "request")} on ${topic.label} came in ${counted(Math.round(daysCovered), "day")}, and ${FEWEST_ARRIVALS} at least are needed to tell how many will.`,
      wouldLift: topic.kind === "domain" ? "A longer window, or a wider scope, would lift this." : "A longer window, a wider scope, or the topic's whole domain would lift this.",
    };
  }
  if (hours <= 0) {
    const unknown = unknownHours > 0;
    return {
      reason: unknown ? "NOT_RECORDED" : "TOO_FEW",
      why: unknown ? `${counted(unknownHours, "specialist")} for ${topic.label} stand ready, but nobody's hours are known.` : `No specialist stands ready for ${topic.label}, so nobody who asks would ever be served by one.`,
      wouldLift: unknown ? "Their hours a month would lift this." : "A specialist who lists the topic would lift this.",
    };
  }
  if (finished < FEWEST_FINISHED) {
    return { reason: "TOO_FEW", why: `Only ${counted(finished, "relationship")} in scope ended so far, and ${FEWEST_FINISHED} at least are needed to tell how long they last.`, wouldLift: `${FEWEST_FINISHED} relationships that ended, or a wider scope, would lift this.` };
  }
  if (!hoursGiven && timedSessions < FEWEST_TIMED_SESSIONS) {
    return { reason: "NOT_RECORDED", why: `The length of ${counted(timedSessions, "session")} is known, and of ${FEWEST_TIMED_SESSIONS} at least it must be to tell how many hours a relationship takes.`, wouldLift: "Minutes of sessions would lift this, or the hours of a relationship given by hand." };
  }
  return null;
}
