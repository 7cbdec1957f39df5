import { dayOf, intervalsFrom, monthsBetween, startOfInterval, type Day, type Interval } from "./calendar";
import { evidenceIn, systemsOf, type Evidence, type EvidenceKind } from "./evidence";
import { count, share, withheld, type Figure } from "./figure";
import { TOPICS, topicsMeant, type Topic } from "./framework";
import type { Network } from "./network";
import type { Scope } from "./scope";
import { benjaminiHochberg, rateRatio, type RateRatio } from "./statistics";

type Direction = "RISING" | "FALLING" | "STEADY" | "UNCLEAR";

interface TrendPoint {
  /** First day of the week, month or quarter. */
  readonly start: Day;
  readonly count: Figure;
  readonly share: Figure;
}

export interface TopicTrend {
  readonly topic: Topic;
  readonly points: readonly TrendPoint[];
  readonly ratioPerMonth: Figure;
  readonly qValue: number | null;
  readonly direction: Direction;
}

const MIN_TAGS = 5;
const MIN_MONTHS = 4;

interface Slice {
  readonly start: Day;
  readonly evidence: readonly Evidence[];
}

/** The intervals in which there is anything at all. */
function slices(evidence: readonly Evidence[], interval: Interval): Slice[] {
  return intervalsFrom(
    evidence.map(({ at }) => dayOf(at)),
    interval,
  )
    .map((start) => ({ start, evidence: evidence.filter(({ at }) => startOfInterval(dayOf(at), interval) === start) }))
    .filter((slice) => slice.evidence.length > 0);
}

const on = (topic: string, evidence: readonly Evidence[]): Evidence[] =>
  evidence.filter(({ topics }) => topics.includes(topic));

/** Null for a topic with too few tags, too few months, or all its tags at one end of them. */
function ratioOf(topic: string, months: readonly Slice[]): RateRatio | null {
  const [first] = months;
  if (!first || months.length < MIN_MONTHS) return null;
  const points = months.map(({ start, evidence }) => ({
    time: monthsBetween(first.start, start),
    events: on(topic, evidence).length,
    exposure: evidence.length,
  }));
  return points.reduce((tags, { events }) => tags + events, 0) < MIN_TAGS ? null : rateRatio(points);
}

function directionOf({ ratio, low, high }: RateRatio, q: number): Direction {
  if (q < 0.05) return ratio > 1 ? "RISING" : "FALLING";
  return low >= 0.95 && high <= 1.05 ? "STEADY" : "UNCLEAR";
}

/** How each topic's share of what was coached (or asked for) moves, month by month. */
export function topicTrends(
  network: Network,
  scope: Scope,
  now: Date,
  interval: Interval = "MONTH",
  kind: EvidenceKind = "SESSIONS",
): TopicTrend[] {
  const evidence = evidenceIn(network, { ...scope, topics: null }, now, kind);
  const shown = scope.topics == null ? null : topicsMeant(scope.topics);
  const months = slices(evidence, "MONTH");
  const steps = slices(evidence, interval);

  const ratios = TOPICS.map(({ code }) => ratioOf(code, months));
  const tested = ratios.filter((ratio) => ratio !== null);
  const qValues = benjaminiHochberg(tested.map(({ p }) => p));

  return TOPICS.map((topic, place): TopicTrend => {
    const ratio = ratios[place] ?? null;
    const q = ratio === null ? null : (qValues[tested.indexOf(ratio)] ?? null);
    return {
      topic,
      points: steps.map((step) => {
        const tagged = on(topic.code, step.evidence);
        return {
          start: step.start,
          count: count(tagged.length, systemsOf(tagged)),
          share: share(tagged.length, step.evidence.length),
        };
      }),
      ratioPerMonth:
        ratio === null
          ? withheld("TOO_FEW", evidence.length)
          : { value: ratio.ratio, low: ratio.low, high: ratio.high, n: evidence.length, withheld: null },
      qValue: q,
      direction: ratio === null || q === null ? "UNCLEAR" : directionOf(ratio, q),
    };
  }).filter(({ topic }) => shown === null || shown.has(topic.code));
}
