import { differenceOfMeans, differenceOfShares, differenceOfSurvival, type Sample, type Share } from "@arl/analysis/difference";
import type { Outcome } from "@arl/analysis/estimate";
import { benjaminiHochberg } from "@arl/analysis/falseDiscovery";
import { meanOfTally } from "@arl/analysis/mean";
import { wilson } from "@arl/analysis/proportion";
import { rate, rateRatio, type Compared } from "@arl/analysis/rate";
import { kaplanMeier, survivalAt } from "@arl/analysis/survival";
import { LOCALES } from "@arl/schema/enums";
import type { MetricId } from "@arl/schema/metrics";
import { DAYS_PER_MONTH } from "@arl/schema/network";
import { estimate, exact, withheld } from "../figure/figure";
import type { Key } from "../figure/key.type";
import type { Refusal } from "../figure/refusal.type";
import { LOCALE_LABELS } from "../scope/labels";
import type { SideFacts } from "./compare.queries";
import type { ComparedRow, SharedRecords, Verdict } from "./compare.type";

/** One side of a comparison, as counted. */
export interface Side extends SideFacts {
  /** Null where they cannot be told. */
  readonly weeks: number | null;
  /** Requests or sessions with each topic's tag, by its code. */
  readonly topics: ReadonlyMap<string, number>;
  /** All that topics are a share of. */
  readonly tagged: number;
}

/** A side with fewer requests and fewer sessions than this is too little to be compared. */
const LEAST_RECORDS = 5;
/** Differences are told from chance under this share of false ones among all that are told. */
const FALSE_DISCOVERIES = 0.05;
const SUSTAINED_DAYS = 4 * DAYS_PER_MONTH;

const counted = (number: number, one: string) => `${number.toLocaleString("en-US")} ${number === 1 ? one : `${one}s`}`;

/** Why two sides cannot be compared at all; null where they can. */
export function refusalOf(one: Side, other: Side, shared: SharedRecords): Refusal | null {
  const common = [counted(shared.requests, "request"), counted(shared.sessions, "session"), counted(shared.relationships, "relationship")];
  if (shared.requests + shared.sessions + shared.relationships > 0) {
    return {
      reason: "NOT_COMPARABLE",
      why: `Both sides hold ${common[0]}, ${common[1]} and ${common[2]} in common, and what is on both sides cannot differ from itself: intervals and tests are for samples apart.`,
      wouldLift: "Leave the records of the one out of the other, which compares it with the rest; or choose two scopes that share none, such as two periods or two places.",
    };
  }
  const thin = [one, other].find(({ requests, sessions }) => requests < LEAST_RECORDS && sessions < LEAST_RECORDS);
  if (thin === undefined) return null;
  return {
    reason: "TOO_FEW",
    why: `The ${thin === one ? "first" : "second"} side holds ${counted(thin.requests, "request")} and ${counted(thin.sessions, "session")}; nearly any difference would be chance.`,
    wouldLift: `A wider scope on that side: ${LEAST_RECORDS} requests or ${LEAST_RECORDS} sessions at least, and many more for a difference of ordinary size to show.`,
  };
}

type Untested = Omit<ComparedRow, "qValue" | "verdict" | "metric"> & { readonly metric: MetricId };

/**
 * Every row of the comparison, with q over all that were tested.
 * @param told metrics by which the two sides were told apart in the first place: they differ because they were chosen to.
 */
export function comparedRows(one: Side, other: Side, topics: readonly Key[], told: ReadonlySet<MetricId>): ComparedRow[] {
  const all = [...headlines(one, other), ...topics.flatMap((topic) => topicRow(topic, one, other))];
  const rows = all.map((row) => (told.has(row.metric) ? notCompared(row, "The two parts were chosen by this, so that they differ in it says nothing.") : row));
  const tested = rows.filter(({ pValue }) => pValue !== null);
  const qValues = benjaminiHochberg(tested.map(({ pValue }) => pValue ?? 1));
  const qOf = new Map(tested.map((row, index) => [row, qValues[index] ?? 1]));
  return rows.map((row) => {
    const qValue = qOf.get(row) ?? null;
    return { ...row, qValue, verdict: verdictOf(row, qValue) };
  });
}

function verdictOf({ change: { value, low, high }, by, why }: Untested, qValue: number | null): Verdict {
  if (why !== null || qValue === null) return "NOT_COMPARED";
  const same = by === "RATIO" ? 1 : 0;
  if (value === null || low === null || high === null || qValue >= FALSE_DISCOVERIES) return "UNCLEAR";
  if (low > same) return "HIGHER";
  return high < same ? "LOWER" : "UNCLEAR";
}

function headlines(one: Side, other: Side): Untested[] {
  const share = (metric: MetricId, of: (side: Side) => Share, key: Key | null = null) => shareRow(metric, key, of(one), of(other));
  return [
    rateRow("requests_a_week", one, other, ({ requests }) => requests),
    rateRow("sessions_a_week", one, other, ({ sessions }) => sessions),
    systemsRow(one, other),
    share("title_i_share", ({ titleI, titleIKnown }) => ({ successes: titleI, trials: titleIKnown })),
    ...LOCALES.map((locale) => share("locale_mix", (side) => localeShare(side, locale), { key: locale, label: LOCALE_LABELS[locale] })),
    share("return_rate", ({ returned, relationships }) => ({ successes: returned, trials: relationships })),
    survivalRow(one, other),
    share("response_rate", ({ ratings, sessions }) => ({ successes: ratings.reduce((sum, { count }) => sum + count, 0), trials: sessions })),
    ratingRow(one, other),
  ];
}

function localeShare({ locales }: Side, locale: string): Share {
  return { successes: locales.find((each) => each.locale === locale)?.systems ?? 0, trials: locales.reduce((sum, { systems }) => sum + systems, 0) };
}

/** A figure that is there on both sides and whose change is not given. */
const notCompared = (row: Pick<Untested, "metric" | "of" | "one" | "other" | "by">, why: string): Untested => ({ ...row, change: withheld("NO_DATA", null), pValue: null, why });

function tested(row: Pick<Untested, "metric" | "of" | "one" | "other" | "by">, { outcome, pValue }: Compared, whyNot: string): Untested {
  if (pValue === null) return notCompared(row, whyNot);
  return { ...row, change: estimate(outcome), pValue, why: null };
}

function rateRow(metric: "requests_a_week" | "sessions_a_week", one: Side, other: Side, count: (side: Side) => number): Untested {
  const figure = (side: Side) => (side.weeks === null || side.weeks <= 0 ? withheld("NO_DATA", count(side)) : estimate(rate({ count: count(side), time: side.weeks })));
  const row = { metric, of: null, one: figure(one), other: figure(other), by: "RATIO" } as const;
  if (one.weeks === null || other.weeks === null) return notCompared(row, "The rest comes from other places in one time and from all places in another, so there are no weeks to divide it by.");
  if (one.weeks <= 0 || other.weeks <= 0) return notCompared(row, "One of the periods lies outside the network's time.");
  return tested(row, rateRatio({ count: count(one), time: one.weeks }, { count: count(other), time: other.weeks }), "Nothing happened on either side.");
}

/** Systems come back, so their number does not grow evenly with time, nor is it a count of separate events. */
function systemsRow(one: Side, other: Side): Untested {
  const row = { metric: "systems_served", of: null, one: exact(one.served, one.served), other: exact(other.served, other.served), by: "RATIO" } as const;
  return notCompared(row, "Shown, not tested: a system that comes back counts once, so the number does not grow evenly with time, and the two are not counts of separate events.");
}

function shareRow(metric: MetricId, of: Key | null, one: Share, other: Share): Untested {
  const row = { metric, of, one: shareFigure(one), other: shareFigure(other), by: "DIFFERENCE" } as const;
  return tested(row, differenceOfShares(one, other), "One of the sides has nothing that this is a share of.");
}

const shareFigure = ({ successes, trials }: Share) => estimate(wilson(successes, trials));

function survivalRow(one: Side, other: Side): Untested {
  const [a, b] = [sustained(one), sustained(other)];
  const row = { metric: "sustained_four_months", of: null, one: estimate(a), other: estimate(b), by: "DIFFERENCE" } as const;
  if ("withheld" in a || "withheld" in b) return notCompared(row, "On one of the sides no relationship has been followed for four months.");
  return tested(row, differenceOfSurvival(a, b), "On one of the sides none or all have ended by four months, which leaves no interval to compare by.");
}

const sustained = ({ lengths }: Side): Outcome => survivalAt(kaplanMeier(lengths.map(([time, event]) => ({ time, event }))), SUSTAINED_DAYS);

function ratingRow(one: Side, other: Side): Untested {
  const figure = ({ ratings }: Side) => estimate(meanOfTally(ratings.map(({ rating, count }) => ({ value: rating, count }))));
  const row = { metric: "session_rating", of: null, one: figure(one), other: figure(other), by: "DIFFERENCE" } as const;
  return tested(row, differenceOfMeans(sampleOf(one), sampleOf(other)), "One of the sides has fewer than two ratings, or all ratings are the same.");
}

function sampleOf({ ratings }: Side): Sample {
  const total = (term: (rating: number) => number) => ratings.reduce((sum, { rating, count }) => sum + count * term(rating), 0);
  const n = total(() => 1);
  const mean = n === 0 ? 0 : total((rating) => rating) / n;
  return { n, mean, variance: n < 2 ? 0 : total((rating) => (rating - mean) ** 2) / (n - 1) };
}

/** Topics that come up on neither side are left out: there is nothing to tell of them. */
function topicRow(topic: Key, one: Side, other: Side): Untested[] {
  const shareOf = ({ topics, tagged }: Side): Share => ({ successes: topics.get(topic.key) ?? 0, trials: tagged });
  const [a, b] = [shareOf(one), shareOf(other)];
  return a.successes + b.successes === 0 ? [] : [shareRow("need_share", topic, a, b)];
}
