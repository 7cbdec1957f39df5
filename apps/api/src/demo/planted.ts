/**
 * What is true of the demo network because it was made so. The generator builds it in; an analysis of the rows has
 * to find it again, and nothing besides.
 */

/** A topic whose share of the month's rows changes by a constant factor. */
interface PlantedTrend {
  readonly topic: string;
  readonly direction: "RISING" | "FALLING";
  /** Share of May 2020's sessions, 0 to 1, and the factor from month to month. */
  readonly sessions: { readonly start: number; readonly ratioPerMonth: number };
  /** The same of requests: what is asked for moves less than what is coached. */
  readonly requests: { readonly start: number; readonly ratioPerMonth: number };
}

/** Coaching turns from getting through the spring to redesign, relief funds and the people who do the work. */
export const PLANTED_TRENDS: readonly PlantedTrend[] = [
  { topic: "MBP-GRD", direction: "RISING", sessions: { start: 0.02, ratioPerMonth: 1.27 }, requests: { start: 0.03, ratioPerMonth: 1.15 } },
  { topic: "FAM-ENG", direction: "RISING", sessions: { start: 0.03, ratioPerMonth: 1.22 }, requests: { start: 0.065, ratioPerMonth: 1.03 } },
  { topic: "FIN-REL", direction: "RISING", sessions: { start: 0.015, ratioPerMonth: 1.3 }, requests: { start: 0.025, ratioPerMonth: 1.3 } },
  { topic: "CUL-WEL", direction: "RISING", sessions: { start: 0.025, ratioPerMonth: 1.24 }, requests: { start: 0.03, ratioPerMonth: 1.1 } },
  { topic: "VHL-PED", direction: "FALLING", sessions: { start: 0.2, ratioPerMonth: 0.77 }, requests: { start: 0.13, ratioPerMonth: 0.92 } },
  { topic: "TOL-ACC", direction: "FALLING", sessions: { start: 0.15, ratioPerMonth: 0.74 }, requests: { start: 0.085, ratioPerMonth: 0.93 } },
  { topic: "VHL-NRM", direction: "FALLING", sessions: { start: 0.13, ratioPerMonth: 0.73 }, requests: { start: 0.045, ratioPerMonth: 0.93 } },
];

/** Two topics that many systems ask for together. */
interface PlantedPair {
  readonly topics: readonly [string, string];
  /** Systems that ask for both in one request. */
  readonly systems: number;
}

export const ASKED_TOGETHER: readonly PlantedPair[] = [
  { topics: ["TOL-ACC", "VHL-ENG"], systems: 12 },
  { topics: ["DAT-FRM", "STU-ACC"], systems: 12 },
  { topics: ["FAM-ENG", "STU-MLL"], systems: 11 },
  { topics: ["FIN-MDL", "SYS-ROL"], systems: 11 },
];

/** Much asked for at the end, with hardly any specialist hours. */
export const SCARCE_TOPIC = "FIN-REL";

/** Enough hours, all of them in one organisation. */
export const FRAGILE_TOPIC = "MBP-GRD";

/** At least as large a share of specialist hours as of demand, from several organisations. */
export const WELL_COVERED_TOPICS: readonly string[] = ["VHL-PED", "PRL-CCH", "STU-SEL", "PRL-DES"];

/** Coached a great deal, and nothing current on the shelf. */
export const RESOURCE_GAP_TOPICS: readonly string[] = ["CUL-WEL", "PRL-LDR", "SYS-TIM"];

/** A week in which coaching on a topic crowds together; the months around it hold as many calls on it as without that. */
export const PLANTED_BURST = { topic: "STU-ACC", week: "2020-09-28" } as const;

/** Words that the framework does not have, which leaders begin to use in the last eight weeks. */
interface PlantedPhrase {
  readonly phrase: string;
  /** Systems that use it in the last eight weeks, and in all the time before. */
  readonly systems: number;
  readonly before: number;
}

export const PLANTED_PHRASES: readonly PlantedPhrase[] = [
  { phrase: "learning pods", systems: 9, before: 2 },
  { phrase: "staff vaccinations", systems: 7, before: 0 },
];

/** A topic that leaders choose on the form where coaching turns out to be about another. */
interface PlantedDrift {
  readonly asked: string;
  readonly coached: string;
  /** Requests that drift so. */
  readonly requests: number;
}

export const PLANTED_DRIFTS: readonly PlantedDrift[] = [
  { asked: "TOL-ACC", coached: "FAM-ENG", requests: 22 },
  { asked: "CHG-STR", coached: "PRL-LDR", requests: 14 },
];

/** Mean challenge level of first calls, and what each further call adds until the top is near. */
export const CHALLENGE = { firstCall: 1.4, perCall: 0.28, most: 3.75 } as const;

/** Figures of the pilot's public record that the invented rows add up to. */
export const PILOT_FACTS = {
  /** Up to, and without, 5 December 2020. */
  december: { servedSystems: 148, schools: 1515, students: 939_988, states: 38, providers: 11 },
  /** Up to, and without, 1 February 2021. */
  requestingSystems: 174,
  providers: 12,
  meanRating: 4.75,
  returnRate: 0.95,
  sustainedFourMonths: 0.5,
  mostCalls: 11,
  /** Of the systems whose share is known, those with 40% or more students from low-income households. */
  titleIShare: 0.78,
} as const;
