import { MONTH_STARTS } from "./calendar";
import { PLANTED_TRENDS } from "./planted";
import { at } from "./random";

/** How a topic of the framework occurs in the demo network. */
export interface TopicMix {
  readonly code: string;
  /** The topic as one says it in a sentence. */
  readonly phrase: string;
  /** Percent of requests and of sessions that carry it; a planted trend overrides both. */
  readonly requests: number;
  readonly sessions: number;
  /** Resources on the shelf, retired ones included. */
  readonly resources: number;
}

type Row = readonly [code: string, phrase: string, requests: number, sessions: number, resources: number];

const ROWS: readonly Row[] = [
  ["PER-DIF", "small-group differentiation", 2.4, 2.8, 1],
  ["PER-AGY", "student choice with real stakes", 2, 2.4, 1],
  ["PER-SDL", "routines for self-direction", 2.3, 2.6, 1],
  ["PER-FLX", "flexible use of adults and space", 0.8, 0.9, 1],
  ["PER-MOD", "choosing a whole-school model", 2.4, 3, 1],
  ["MBP-OBJ", "a short list of competencies", 1.6, 2, 1],
  ["MBP-DEF", "a shared bar for mastery", 1.2, 1.8, 1],
  ["MBP-ASM", "checks of mastery", 2, 2.6, 1],
  ["MBP-PTH", "pathways and pacing", 1, 1, 1],
  ["MBP-GRD", "grading for mastery", 0, 0, 2],
  ["DAT-RTD", "evidence from this week's lessons", 1.6, 1.8, 1],
  ["DAT-FRM", "a lean diagnostic plan", 6.5, 4.4, 3],
  ["DAT-SYS", "one trustworthy dashboard", 1.6, 1.4, 1],
  ["DAT-MEA", "measures for a new programme", 2.3, 3.4, 1],
  ["DAT-VOI", "listening to students, families and staff", 1.2, 1.5, 1],
  ["VHL-MOD", "the design of hybrid weeks", 8, 5.2, 2],
  ["VHL-PED", "strong lessons at a distance", 0, 0, 4],
  ["VHL-REL", "belonging when students are at home", 4, 3.4, 2],
  ["VHL-ENG", "bringing quiet students back into lessons", 7.5, 5, 2],
  ["VHL-NRM", "norms for live and independent time", 0, 0, 2],
  ["TOL-CUR", "materials that travel between modes", 3.8, 3.4, 2],
  ["TOL-PLT", "a smaller set of platforms", 3.1, 2.6, 1],
  ["TOL-ACC", "devices and home internet", 0, 0, 3],
  ["TOL-CAP", "staff confidence with digital tools", 3, 2.9, 2],
  ["TOL-PRV", "student data protection", 0.7, 0.3, 1],
  ["CUL-INC", "an inclusive adult and student culture", 2.3, 2.2, 1],
  ["CUL-WEL", "the wellbeing of educators and leaders", 0, 0, 0],
  ["CUL-TRU", "trust in a year of change", 1.6, 2, 1],
  ["CUL-COL", "shared planning among adults", 1.6, 1.9, 1],
  ["PRL-DES", "professional learning that fits practice", 5.4, 5, 3],
  ["PRL-CCH", "coaching cycles", 4, 4.2, 2],
  ["PRL-LDR", "thought partnership for leaders", 4, 5, 1],
  ["PRL-PLC", "routines of teacher teams", 2.3, 2.6, 1],
  ["PRL-MNT", "mentors for new staff", 1, 0.9, 1],
  ["STU-SEL", "social and emotional support", 4.6, 4.2, 2],
  ["STU-ACC", "acceleration and tutoring", 7, 5, 2],
  ["STU-EXC", "services for students with disabilities", 3.1, 2.6, 1],
  ["STU-MLL", "support for multilingual learners", 6, 3.6, 2],
  ["STU-ATT", "finding absent students again", 2.3, 2.2, 1],
  ["FAM-ENG", "family partnership", 0, 0, 3],
  ["FAM-COM", "plain messages to the community", 2.7, 2.6, 1],
  ["FAM-CBO", "partners outside the school day", 0.8, 0.8, 1],
  ["FAM-GOV", "work with boards and unions", 1, 1.1, 0],
  ["SYS-TIM", "master schedules", 3.8, 3.6, 0],
  ["SYS-ROL", "new adult roles and teams", 6, 3.6, 1],
  ["SYS-SHO", "substitute cover and hiring", 1.4, 1.6, 1],
  ["SYS-POL", "waivers and seat-time policy", 1.6, 1.4, 1],
  ["SYS-CEN", "a coherent central office", 1.2, 1.7, 1],
  ["FIN-MDL", "multi-year financial scenarios", 6, 3.8, 2],
  ["FIN-CSH", "cash flow and budget cuts", 2, 1.8, 1],
  ["FIN-REL", "relief funds that last", 0, 0, 1],
  ["FIN-HLT", "safe operation of buildings", 2, 1.5, 1],
  ["FIN-INF", "network and building infrastructure", 0.5, 0.3, 1],
  ["CHG-VIS", "a shared vision", 2, 2.6, 1],
  ["CHG-STR", "planning beyond the crisis", 4, 4.2, 2],
  ["CHG-MGT", "leading adoption", 2.4, 3.4, 1],
  ["CHG-CIP", "short improvement cycles", 1.6, 2.2, 1],
  ["CHG-RTR", "defining the problem with those it touches", 0.8, 1.2, 1],
  ["CHG-EQY", "equity in every decision", 2.3, 2.6, 1],
  ["NONE", "a question of their own", 1.5, 0.7, 0],
];

export const TOPIC_MIX: readonly TopicMix[] = ROWS.map(([code, phrase, requests, sessions, resources]) => ({
  code, phrase, requests, sessions, resources,
}));

const MONTHS = MONTH_STARTS.length - 1;

/** Wanted share of each month's rows, 0 to 1: constant unless a trend is planted. */
export function monthlyShares(mix: TopicMix, evidence: "requests" | "sessions"): number[] {
  const trend = PLANTED_TRENDS.find((planted) => planted.topic === mix.code)?.[evidence];
  return Array.from({ length: MONTHS }, (_, month) =>
    trend === undefined ? mix[evidence] / 100 : trend.start * trend.ratioPerMonth ** month,
  );
}

const PHRASES = new Map(TOPIC_MIX.map((mix) => [mix.code, mix.phrase]));

/** The topic as one says it in a sentence. */
export function phraseOf(code: string): string {
  return PHRASES.get(code) ?? at(TOPIC_MIX, 0).phrase;
}

/** The code of a topic's domain. */
export function domainOf(code: string): string {
  return code.slice(0, 3);
}
