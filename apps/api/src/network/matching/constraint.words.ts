import type { Constraint } from "@arl/analysis/matching/proposal";

/** What breaks a team whatever staff think of it; the others say only how a team should be made. */
export const HARD: ReadonlySet<Constraint> = new Set(["NOT_ACTIVE", "LEADER_SAID_NO", "COACH_DECLINED", "CONFLICT_OF_INTEREST", "OTHER_STATES", "NO_ROOM", "TOO_FEW_HOURS", "TEAM_SIZE"]);

/** Why a coach is out, after their name. */
export const OUT_WORDS: Readonly<Record<Constraint, string>> = {
  NOT_ACTIVE: "takes on nothing new just now",
  LEADER_SAID_NO: "is not to coach this system: the leader said so",
  COACH_DECLINED: "has declined this request",
  CONFLICT_OF_INTEREST: "has a conflict of interest with this system",
  OTHER_STATES: "serves other states",
  NO_ROOM: "has no room for another relationship",
  TOO_FEW_HOURS: "has too few hours free",
  NO_TOPIC_ASKED: "lists no topic that is asked for",
  NO_LEAD: "may not lead: neither a generalist nor a specialist of the first topic",
  SECOND_GENERALIST: "is a second generalist",
  FIRST_TOPIC_NOT_COVERED: "leaves the first topic uncovered",
  TEAM_SIZE: "is one too many",
};

/** The same of a team as a whole. */
export const TEAM_WORDS: Readonly<Record<Constraint, string>> = {
  NOT_ACTIVE: "Somebody in it takes on nothing new just now.",
  LEADER_SAID_NO: "The leader does not want somebody in it.",
  COACH_DECLINED: "Somebody in it has declined this request.",
  CONFLICT_OF_INTEREST: "Somebody in it has a conflict of interest with this system.",
  OTHER_STATES: "Somebody in it serves other states.",
  NO_ROOM: "Somebody in it has no room for another relationship.",
  TOO_FEW_HOURS: "Somebody in it has too few hours free.",
  NO_TOPIC_ASKED: "Somebody in it lists no topic that is asked for.",
  NO_LEAD: "Nobody in it may lead: the lead is neither a generalist nor a specialist of the first topic.",
  SECOND_GENERALIST: "It has a second generalist.",
  FIRST_TOPIC_NOT_COVERED: "Nobody in it covers the first topic.",
  TEAM_SIZE: "A team has one to three coaches.",
};
