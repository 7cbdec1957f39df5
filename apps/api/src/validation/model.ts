import type { Locale } from "@arl/schema/enums";

/**
 * The truth: every parameter from which networks are drawn. Nothing here comes from the demo network, and nothing is estimated.
 */

/** As of: a midnight in New York that begins a month. */
export const AS_OF = new Date("2021-03-01T05:00:00Z");
export const DAY_MS = 86_400_000;
export const MONTH_DAYS = 365.25 / 12;

export const LOCALE_NAMES = ["CITY", "SUBURB", "TOWN", "RURAL"] as const satisfies readonly Locale[];

/** How many times likelier than another a district of a locale is to ask. */
export const ASKING_WEIGHT: Readonly<Record<Locale, number>> = { CITY: 3, SUBURB: 1.5, TOWN: 1, RURAL: 0.6 };

/** A topic of the simulated networks, and the probability that a system has the need over the whole time. */
interface Need {
  readonly code: string;
  readonly probability: number;
}

const CODES = "PER-DIF PER-AGY PER-SDL MBP-OBJ MBP-ASM DAT-RTD DAT-FRM DAT-SYS VHL-MOD VHL-PED VHL-REL TOL-CUR TOL-PLT CUL-INC CUL-WEL PRL-DES PRL-CCH STU-SEL STU-ACC FAM-ENG SYS-TIM SYS-ROL FIN-MDL CHG-VIS".split(" ");

/** From 0.18 down to 0.02, all different, so that true ranks have no ties. */
export const NEEDS: readonly Need[] = CODES.map((code, at) => ({ code, probability: at < 8 ? 0.18 - 0.01 * at : at < 16 ? 0.08 - 0.004 * (at - 8) : 0.04 - 0.0025 * (at - 16) }));

/** Topics with something planted, by their place in NEEDS. */
export const PLACES = {
  risingRequests: 0,
  fallingRequests: 1,
  commonPair: [2, 3],
  rarePair: [10, 11],
  risingSessions: 4,
  fallingSessions: 5,
  longBurst: 12,
  sharpBurst: 13,
  cluster: 9,
  driftFrom: 6,
  driftTo: 15,
  seasonal: 7,
  counterSeasonal: 8,
} as const;

/** Probability that a system has both needs of a planted pair. */
export const JOINT = { common: 0.064, rare: 0.035 } as const;

/** A planted topic's share of requests (or sessions) changes by this factor a month. */
export const REQUEST_RATIO = 1.15;
export const SESSION_RATIO = 1.1;

/** Added probability that a session of those weeks turns to the topic; weeks before as of. */
export const BURSTS = [
  { place: PLACES.longBurst, added: 0.15, firstWeek: 20, weeks: 2 },
  { place: PLACES.sharpBurst, added: 0.3, firstWeek: 10, weeks: 1 },
] as const;

/** Within so many kilometres of a drawn system the need is so many times as frequent. */
export const CLUSTER = { km: 250, risk: 7 } as const;

/** A leader chose a topic that is tagged with the first probability; and, with the second, one more at random. */
export const ASKED = { kept: 0.85, other: 0.3 } as const;
/** A relationship works on a tag with `kept`, and on one more topic at random with `other`; each of its sessions on each with `session`. */
export const COACHED = { kept: 0.65, other: 0.35, session: 0.7 } as const;
/** Where calls are apart: a call turns to each topic with the chance that its relationship would work on it, times `session`. */
export const APART = { share: 0.35, other: 0.015 } as const;
/** A request asked on the first drift topic comes to be coached on the second with this probability. */
export const DRIFT = 0.45;

/** Amplitude of the logarithm of the seasonal rate. */
export const SEASON = 0.7;

/** Matching: with `probability` (rural where planted: `rural`) after a mean of so many days; the first call so many days later at least, and on average so many more. */
export const MATCHING = { probability: 0.88, rural: 0.62, days: 3.5, least: 4, more: 9 } as const;

/** Lengths: no second call with `single`; else Weibull months. Where planted, rural relationships are longer by `rural`. Referral comes at `referral` a month. */
export const LENGTH = { single: 0.12, scale: 4.6, shape: 1.3, rural: 1.9, referral: 0.03 } as const;

/** Of a session. */
export const MINUTES = 50;

export const LEVEL = { first: 1.6, leader: 0.4, slope: 0.1, calls: 21 } as const;

/** Means of ratings before rounding: of all, spread of leaders (uniform, either side), more for rural leaders, by call, by load. Where calls are apart leaders are all the same. */
export const RATING = { mean: 2.9, leader: 0.45, rural: 0.35, call: 0.04, load: -0.05, spread: 0.25 } as const;
/** Where silence depends on the rating: the chance of an answer from 1 to 5. Else by leader, uniform between the ends; where calls are apart, the middle of these for all. */
export const RESPONSE = { byRating: [0.25, 0.4, 0.5, 0.65, 0.8], leader: [0.4, 0.9] } as const;

/** A phrase that a system's leader says with the first probability before, with the second in the last eight weeks. */
export const PHRASE = { words: "quarried lantern agreements", before: 0.03, recent: 0.25, weeks: 8 } as const;

/** The topic whose outlook is asked for, how far it looks, and how many true futures it is held against. */
export const OUTLOOK = { place: 2, weeks: 26, futures: 20 } as const;
