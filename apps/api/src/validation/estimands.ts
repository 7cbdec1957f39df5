import type { Calls } from "./plan";

/** What an interval is held against. */
type Truth = "process, exact" | "process, counted" | "this network" | "order" | "future";

interface Estimand {
  /** How its id begins. */
  readonly of: string;
  readonly truth: Truth;
  /** What is estimated, as a statistician would say it. */
  readonly says: string;
  /** Where it does not cover as it should: why. */
  readonly why?: string;
  /** The same where calls are apart, if it is another. */
  readonly apart?: string;
}

const ALIKE = "The interval takes sessions for independent, and sessions of one leader are not: it is too narrow by the square root of the design effect. `ratingsByGroup` allows for it.";

/** What is said where nothing better is known. */
export const CHANCE = "No cause is known; the deviation is small, or chance.";

const DISPERSION = "The dispersion is never taken under 1, so intervals of counts that scatter no more than chance has it are a little wide.";
const LEADERS = "It allows for leaders that differ, which here they do not.";
const ENDS = "Waits are never under 0 and numbers are whole, and an interval that goes to such an end holds a little more.";

const SAME_NEED =
  "Sessions are taken for independent, and those of one relationship turn to the same need for months. A few relationships that come and go look like a change, and scatter around the line does not give them away. Requests have no such fault: where both can be asked, believe the trend of requests, and of sessions what is `acrossSystems`.";

const RARE = "Topics that hardly come up: of so few, Newcombe's interval is wider than it need be, and it is never narrowed by what systems have in common.";

const LOAD = "change of the outcome with the coach's load, calls and time held";

/** Families of findings with more false ones than they promise, and why. */
export const FAMILY_WHY: Readonly<Record<string, string>> = {
  "topicTrends, sessions": SAME_NEED,
};

/** In the order of the report; of two that fit, the first. */
export const ESTIMANDS: readonly Estimand[] = [
  { of: "impact.sessionRating", truth: "process, counted", says: "mean rating of those who answer (in A of null networks alone: where rural leaders rate higher, ratings of a relationship are alike)", why: ALIKE, apart: CHANCE },
  { of: "impact.ratingIfAllAnswered", truth: "this network", says: "bounds that must hold the mean rating of all sessions held, answered or not", why: "Bounds, not an interval: they must always hold it." },
  { of: "impact.responseRate", truth: "process, counted", says: "chance that a session is rated", why: ALIKE, apart: CHANCE },
  { of: "impact.returnRate", truth: "process, counted", says: "chance of a second call, or of asking for more at the first, by as of" },
  { of: "impact.daysToMatch", truth: "process, counted", says: "median wait for a match, never-matched requests included" },
  { of: "impact.daysToFirstSession", truth: "process, counted", says: "median wait for a first session" },
  { of: "impact.relationshipLengthMonths", truth: "process, counted", says: "median length, referral aside, as if all had been followed to their end" },
  { of: "impact.sustainedFourMonths", truth: "process, counted", says: "chance of lasting over four months, referral aside" },
  { of: "impact.titleIShare", truth: "process, exact", says: "chance that a served system is Title I" },
  { of: "impact.localeMix", truth: "process, counted", says: "chance that a served system is of the locale" },
  { of: "impact.challengeByCall", truth: "process, exact", says: "mean level of the n-th call" },
  { of: "topicTrends.ratioPerMonth, requests", truth: "process, exact", says: "monthly ratio of a topic's share of requests", why: DISPERSION },
  { of: "topicTrends.ratioPerMonth, sessions", truth: "process, exact", says: "monthly ratio of a topic's share of sessions", why: SAME_NEED, apart: DISPERSION },
  { of: "topicSeasons.peakToTrough, seasonal", truth: "process, exact", says: "peak over trough of a planted season, in requests" },
  { of: "topicSeasons.peakToTrough, no season", truth: "process, exact", says: "peak over trough where there is none: 1, the end of its range", why: "1 is the least that the ratio can be. A wave fitted to chance always has some height, and its interval, made as if height could fall on both sides of 0, leaves out 1 in some 10 to 15% of cases, where the test of the season (see false discoveries) holds its level. Read the interval only where a season is found." },
  { of: "hurdles.lift, independent", truth: "process, exact", says: "lift of pairs of independent needs that three systems or more are expected to share", why: "The interval is exact (conditional on the margins, and discrete), so it covers more than it promises." },
  { of: "hurdles.lift, planted", truth: "process, exact", says: "lift of planted pairs" },
  { of: "topicDrift", truth: "process, counted", says: "chance that a request keeps its topic from step to step", why: "Five requests are enough to be shown: of so few a Wilson interval covers unevenly." },
  { of: "topicRanks, each topic", truth: "order", says: "rank by true probability, topic by topic", why: "Bounds hold for all topics at once, so for a single one they hold nearly always." },
  { of: "topicRanks, all", truth: "order", says: "all true ranks within their bounds at once", why: "The bounds are made of all pairs of topics by Bonferroni's inequality, which is more than 95%." },
  { of: "representation.byDistricts", truth: "process, counted", says: "chance that a served system is of the locale, over the locale's share of districts" },
  { of: "representation.byStudents", truth: "process, counted", says: "expected share of students served in the locale, over its share of students" },
  { of: "reachFunnel.difference", truth: "process, exact", says: "difference of a locale's step rate from that of the rest", why: "Newcombe's interval at rates near 0 and 1, where it is wide, and at small numbers." },
  { of: "survivalByGroup.sustainedFourMonths", truth: "process, counted", says: "chance of lasting over four months, by locale" },
  { of: "survivalByGroup.relationshipLengthMonths", truth: "process, counted", says: "median length, by locale" },
  { of: "survivalByGroup.closedFourMonths", truth: "process, counted", says: "chance of closing within four months, referral competing" },
  { of: "survivalByGroup.referredFourMonths", truth: "process, counted", says: "chance of referral within four months, closing competing" },
  { of: "challengeProgression.slope", truth: "process, exact", says: "change of level from call to call of one relationship" },
  { of: "challengeProgression.change", truth: "process, exact", says: "change of level from the first call to the n-th", why: "Chance: 1,000 other networks of set A (`pnpm validate --only depth --networks 1000 --seed 3`) have 94.5% (93.7% to 95.2%), which holds." },
  { of: "challengeProgression.raw", truth: "process, exact", says: "mean level of the n-th call" },
  { of: "doseCurve.rating", truth: "process, exact", says: "change of rating from call to call of one relationship" },
  { of: "doseCurve.wantsMore", truth: "process, exact", says: "the same of asking for more: none" },
  {
    of: "loadWatch.slope, CHALLENGE by HOURS",
    truth: "process, exact",
    says: LOAD,
    why: "Chance: 1,000 other networks of set A (`pnpm validate --only depth --networks 1000 --seed 3`) have 95.1% (93.6% to 96.4%), which holds.",
  },
  { of: "loadWatch.slope", truth: "process, exact", says: LOAD },
  { of: "ratingsByGroup.ratingIfAllAnswered", truth: "this network", says: "bounds that must hold the mean of all sessions of the locale", why: "Bounds, not an interval: they must always hold it." },
  { of: "ratingsByGroup.rating", truth: "process, counted", says: "mean rating of those who answer, by locale", apart: LEADERS },
  { of: "ratingsByGroup.shrunken", truth: "process, counted", says: "the same, drawn together: on average over locales", why: "Groups are alike in half of the networks, where drawing together errs less than its interval allows for." },
  { of: "compare.requests_a_week", truth: "process, counted", says: "rate of rural systems over that of the rest" },
  { of: "compare.sessions_a_week", truth: "process, counted", says: "rate of rural systems over that of the rest" },
  { of: "compare.need_share", truth: "process, exact", says: "difference of rural systems from the rest: none", why: RARE },
  { of: "compare of calls.", truth: "process, exact", says: "the same of a topic's share of calls", why: RARE },
  { of: "compare of periods.", truth: "process, exact", says: "difference of one period from the one before, of a topic's share of calls: none", why: `${RARE} Systems served in both periods are alike in both, of which no use is made.` },
  { of: "compare.", truth: "process, exact", says: "difference of rural systems from the rest: none" },
  { of: "capacityOutlook.arrivals", truth: "process, exact", says: "requests on the topic a month" },
  { of: "capacityOutlook.relationshipHours", truth: "process, counted", says: "hours of whole relationships, over their months" },
  { of: "capacityOutlook.utilisation", truth: "process, counted", says: "work that comes in over work that can be done" },
  { of: "capacityOutlook.growth", truth: "process, counted", says: "requests a week by which the queue grows" },
  { of: "capacityOutlook.medianWait", truth: "future", says: "median wait of those who come in 26 weeks", why: ENDS },
  { of: "capacityOutlook.longWait", truth: "future", says: "wait of nine in ten of them", why: ENDS },
  { of: "capacityOutlook.late", truth: "future", says: "share of them who wait longer than the service target", why: ENDS },
  { of: "capacityOutlook.queue", truth: "future", says: "who waits at the end of the 26 weeks", why: ENDS },
  { of: "regionalOpportunities.share", truth: "process, exact", says: "chance that a system of the region has the need", why: "Regions where nobody asked are not listed, so that the low ones among small shares are missed." },
];

/** Why intervals of an estimate do not cover as they say. */
export function whyOf(estimate: string, calls: Calls): string {
  const { why, apart } = estimandOf(estimate);
  return (calls === "apart" ? (apart ?? why) : why) ?? CHANCE;
}

/** What is known of an estimate by its id. @throws RangeError for one that is not described. */
export function estimandOf(estimate: string): Estimand {
  const found = ESTIMANDS.find(({ of }) => estimate.startsWith(of));
  if (!found) throw new RangeError(`${estimate} is not described`);
  return found;
}
