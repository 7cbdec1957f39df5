import { LEAST_TAGS_OF_BURSTS, LEAST_WEEKS_OF_BURSTS, scanForBursts, usualCounts, type Burst } from "@arl/analysis/burst";
import type { WeekCount } from "@arl/analysis/burstExpectation";
import { burstStates } from "@arl/analysis/burstStates";
import type { TopicRow } from "../../network/framework/topic.table";
import { exact } from "../figure/figure";
import type { Refusal } from "../figure/refusal.type";
import type { WeeklyCounts } from "./burst.queries";
import type { TopicBurst, TopicBursts } from "./burst.type";

const WEEK_MS = 7 * 86_400_000;

/** The Monday so many weeks after another. */
const weekAfter = (monday: string, weeks: number): string => new Date(Date.parse(`${monday}T00:00:00Z`) + weeks * WEEK_MS).toISOString().slice(0, 10);

/** Bursts of the topics, the surest first; or why none can be told. */
export function topicBursts(topics: readonly TopicRow[], { weeks, byTopic }: WeeklyCounts): TopicBursts {
  const counted = topics.flatMap((topic) => {
    const series = byTopic.get(topic.code);
    return series ? [{ topic, series }] : [];
  });
  const recorded = counted[0]?.series.filter(({ exposure }) => exposure > 0).length ?? 0;
  const nothing = { weeks: recorded, topicsTested: 0, windowsTested: 0, bursts: [] };
  if (recorded < LEAST_WEEKS_OF_BURSTS) return { ...nothing, refusal: tooShort(recorded) };
  const { tested, windows, bursts } = scanForBursts(counted.map(({ series }) => series));
  if (tested === 0) return { ...nothing, refusal: TOO_FEW };
  return {
    refusal: null,
    weeks: recorded,
    topicsTested: tested,
    windowsTested: windows,
    bursts: bursts.flatMap((burst) => {
      const found = counted[burst.series];
      return found ? [burstOf(burst, found.topic, found.series, weeks)] : [];
    }),
  };
}

const tooShort = (weeks: number): Refusal => ({
  reason: "TOO_SHORT",
  why:
    weeks === 0
      ? "Nothing is recorded here, so no topic has a level of its own to depart from."
      : `Records of ${weeks} ${weeks === 1 ? "week" : "weeks"} do not show a topic's own level and trend well enough to see a departure from them.`,
  wouldLift: `${LEAST_WEEKS_OF_BURSTS} weeks with records in them, or a scope that takes in a longer time.`,
});

const TOO_FEW: Refusal = {
  reason: "TOO_FEW",
  why: `No topic has come up ${LEAST_TAGS_OF_BURSTS} times.`,
  wouldLift: "More tagged requests or sessions, or a wider scope.",
};

function burstOf(burst: Burst, topic: TopicRow, series: readonly WeekCount[], weeks: readonly string[]): TopicBurst {
  const first = weeks[0] ?? "";
  const exposure = series.slice(burst.from, burst.to).reduce((sum, week) => sum + week.exposure, 0);
  const raised = raisedWeeks(burst, series);
  return {
    topic,
    from: weekAfter(first, burst.from),
    to: weekAfter(first, burst.to),
    count: exact(burst.count, exposure),
    expected: burst.expected,
    ratio: { value: burst.ratio, low: burst.low, high: burst.high, n: burst.count, withheld: null },
    qValue: burst.qValue,
    raisedFrom: weekAfter(first, raised.from),
    raisedTo: weekAfter(first, raised.to),
    points: series.map((week, index) => {
      const expected = week.exposure * burst.rateAt(index);
      return { start: weekAfter(first, index), count: exact(week.count, week.exposure), expected: { value: expected, ...usualCounts(expected, burst.dispersion), n: week.exposure, withheld: null } };
    }),
  };
}

/** The weeks around the window in which the automaton is in its higher state; the window itself where it never is. */
function raisedWeeks(burst: Burst, series: readonly WeekCount[]): { from: number; to: number } {
  const states = burstStates(series.map((week, index) => ({ ...week, usual: burst.rateAt(index) })));
  const within = states.findIndex((isRaised, index) => isRaised && index >= burst.from && index < burst.to);
  if (within < 0) return burst;
  let [from, to] = [within, within + 1];
  while (from > 0 && states[from - 1] === true) from -= 1;
  while (states[to] === true) to += 1;
  return { from, to };
}
