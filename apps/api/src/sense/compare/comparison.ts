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
import type { Evidence } from "../scope/scope.type";
import { bySystem, fewest, LEAST_SYSTEMS, meansAmong, ratesAmong, sharesAmong, survivalAmong, type BySystem, type Ratios } from "./amongSystems";
import type { SideFacts, SystemFacts } from "./compare.queries";
import type { ComparedRow, SharedRecords, Verdict } from "./compare.type";

/** One side of a comparison, as counted. */
export interface Side extends SideFacts {
  /** Null where they cannot be told. */
  readonly weeks: number | null;
  /** What topics are a share of. */
  readonly evidence: Evidence;
  /** Requests or sessions with each topic's tag, by its code and then by system. */
  readonly topics: ReadonlyMap<string, BySystem>;
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

const FEW_SYSTEMS = `On one of the sides fewer than ${LEAST_SYSTEMS} systems have any, so that nothing tells how much systems differ by chance.`;

/**
 * Every row of the comparison. Records of one system are alike, so what is counted in them is tested with systems as units.
 *
 * Of q there are two families: how much happens, and of what kind it is. Parts of different size differ in the one nearly always,
 * and findings so sure would let false ones through among the other.
 * @param told metrics by which the two sides were told apart in the first place: they differ because they were chosen to.
 */
export function comparedRows(one: Side, other: Side, topics: readonly Key[], told: ReadonlySet<MetricId>): ComparedRow[] {
  const all = [...headlines(one, other), ...topics.flatMap((topic) => topicRow(topic, one, other))];
  const rows = all.map((row) => (told.has(row.metric) ? notCompared(row, "The two parts were chosen by this, so that they differ in it says nothing.") : row));
  const qOf = new Map([...qValuesOf(rows.filter(({ by }) => by === "RATIO")), ...qValuesOf(rows.filter(({ by }) => by === "DIFFERENCE"))]);
  return rows.map((row) => {
    const qValue = qOf.get(row) ?? null;
    return { ...row, qValue, verdict: verdictOf(row, qValue) };
  });
}

function qValuesOf(family: readonly Untested[]): [Untested, number][] {
  const tested = family.filter(({ pValue }) => pValue !== null);
  const qValues = benjaminiHochberg(tested.map(({ pValue }) => pValue ?? 1));
  return tested.map((row, index) => [row, qValues[index] ?? 1]);
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
  const ratios = (upper: (facts: SystemFacts) => number, lower: (facts: SystemFacts) => number): Ratios => ({ upper: [bySystem(one, upper), bySystem(other, upper)], lower: [bySystem(one, lower), bySystem(other, lower)] });
  return [
    rateRow("requests_a_week", one, other, ({ requests }) => requests),
    rateRow("sessions_a_week", one, other, ({ sessions }) => sessions),
    systemsRow(one, other),
    share("title_i_share", ({ titleI, titleIKnown }) => ({ successes: titleI, trials: titleIKnown })),
    ...LOCALES.map((locale) => share("locale_mix", (side) => localeShare(side, locale), { key: locale, label: LOCALE_LABELS[locale] })),
    shareAmong("return_rate", null, ratios(({ returned }) => returned, ({ relationships }) => relationships)),
    survivalRow(one, other),
    shareAmong("response_rate", null, ratios(({ rated }) => rated, ({ sessions }) => sessions)),
    ratingRow(one, other, ratios(({ rating }) => rating, ({ rated }) => rated)),
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

function rateRow(metric: "requests_a_week" | "sessions_a_week", one: Side, other: Side, count: (of: { readonly requests: number; readonly sessions: number }) => number): Untested {
  const figure = (side: Side) => (side.weeks === null || side.weeks <= 0 ? withheld("NO_DATA", count(side)) : estimate(rate({ count: count(side), time: side.weeks })));
  const row = { metric, of: null, one: figure(one), other: figure(other), by: "RATIO" } as const;
  if (one.weeks === null || other.weeks === null) return notCompared(row, "The rest comes from other places in one time and from all places in another, so there are no weeks to divide it by.");
  if (one.weeks <= 0 || other.weeks <= 0) return notCompared(row, "One of the periods lies outside the network's time.");
  const counts = [bySystem(one, count), bySystem(other, count)] as const;
  const independent = rateRatio({ count: count(one), time: one.weeks }, { count: count(other), time: other.weeks });
  if (independent.pValue !== null && fewest(counts.filter((each) => sumOf(each) > 0)) < LEAST_SYSTEMS) return notCompared(row, FEW_SYSTEMS);
  return tested(row, ratesAmong(independent, counts), "Nothing happened on either side.");
}

/** Systems come back, so their number does not grow evenly with time, nor is it a count of separate events. */
function systemsRow(one: Side, other: Side): Untested {
  const row = { metric: "systems_served", of: null, one: exact(one.served, one.served), other: exact(other.served, other.served), by: "RATIO" } as const;
  return notCompared(row, "Shown, not tested: a system that comes back counts once, so the number does not grow evenly with time, and the two are not counts of separate events.");
}

const NOTHING_TO_SHARE = "One of the sides has nothing that this is a share of.";

/** Of what every system has once. */
function shareRow(metric: MetricId, of: Key | null, one: Share, other: Share): Untested {
  const row = { metric, of, one: shareFigure(one), other: shareFigure(other), by: "DIFFERENCE" } as const;
  return tested(row, differenceOfShares(one, other), NOTHING_TO_SHARE);
}

const sumOf = (counts: BySystem): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Of what a system may have many of. */
function shareAmong(metric: MetricId, of: Key | null, ratios: Ratios): Untested {
  const shareOf = (side: 0 | 1): Share => ({ successes: sumOf(ratios.upper[side]), trials: sumOf(ratios.lower[side]) });
  const shares = [shareOf(0), shareOf(1)] as const;
  const row = { metric, of, one: shareFigure(shares[0]), other: shareFigure(shares[1]), by: "DIFFERENCE" } as const;
  const independent = differenceOfShares(...shares);
  if (independent.pValue === null) return notCompared(row, NOTHING_TO_SHARE);
  return fewest(ratios.lower) < LEAST_SYSTEMS ? notCompared(row, FEW_SYSTEMS) : tested(row, sharesAmong(independent, ratios, shares), NOTHING_TO_SHARE);
}

const shareFigure = ({ successes, trials }: Share) => estimate(wilson(successes, trials));

function survivalRow(one: Side, other: Side): Untested {
  const [a, b] = [sustained(one), sustained(other)];
  const row = { metric: "sustained_four_months", of: null, one: estimate(a), other: estimate(b), by: "DIFFERENCE" } as const;
  if ("withheld" in a || "withheld" in b) return notCompared(row, "On one of the sides no relationship has been followed for four months.");
  const systems = [one, other].map(({ lengths }) => new Map(lengths.map(([, , system]) => [system, 1] as const)));
  if (fewest(systems) < LEAST_SYSTEMS) return notCompared(row, FEW_SYSTEMS);
  return tested(row, survivalAmong(differenceOfSurvival(a, b), [one.lengths, other.lengths], SUSTAINED_DAYS), "On one of the sides none or all have ended by four months, which leaves no interval to compare by.");
}

const sustained = ({ lengths }: Side): Outcome => survivalAt(kaplanMeier(lengths.map(([time, event]) => ({ time, event }))), SUSTAINED_DAYS);

function ratingRow(one: Side, other: Side, ratios: Ratios): Untested {
  const figure = ({ ratings }: Side) => estimate(meanOfTally(ratings.map(({ rating, count }) => ({ value: rating, count }))));
  const row = { metric: "session_rating", of: null, one: figure(one), other: figure(other), by: "DIFFERENCE" } as const;
  const samples = [sampleOf(one), sampleOf(other)] as const;
  const independent = differenceOfMeans(...samples);
  if (independent.pValue !== null && fewest(ratios.lower) < LEAST_SYSTEMS) return notCompared(row, FEW_SYSTEMS);
  return tested(row, independent.pValue === null ? independent : meansAmong(independent, ratios, samples), "One of the sides has fewer than two ratings, or all ratings are the same.");
}

function sampleOf({ ratings }: Side): Sample {
  const total = (term: (rating: number) => number) => ratings.reduce((sum, { rating, count }) => sum + count * term(rating), 0);
  const n = total(() => 1);
  const mean = n === 0 ? 0 : total((rating) => rating) / n;
  return { n, mean, variance: n < 2 ? 0 : total((rating) => (rating - mean) ** 2) / (n - 1) };
}

/** Topics that come up on neither side are left out: there is nothing to tell of them. */
function topicRow(topic: Key, one: Side, other: Side): Untested[] {
  const [a, b] = [one, other].map(({ topics }) => topics.get(topic.key));
  if (a === undefined && b === undefined) return [];
  const all = (side: Side) => bySystem(side, ({ requests, sessions }) => (side.evidence === "REQUESTS" ? requests : sessions));
  return [shareAmong("need_share", topic, { upper: [a ?? new Map(), b ?? new Map()], lower: [all(one), all(other)] })];
}
