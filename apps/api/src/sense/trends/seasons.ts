import { benjaminiHochberg } from "@arl/analysis/falseDiscovery";
import { LEAST_MONTHS_OF_A_SEASON, yearlySeason } from "@arl/analysis/season";
import type { TopicRow } from "../../network/framework/topic.table";
import { estimate, withheld } from "../figure/figure";
import type { Refusal } from "../figure/refusal.type";
import { monthsFrom } from "../scope/period";
import type { TopicSeasons } from "./season.type";
import type { PeriodCounts } from "./trend.queries";

/** Below this a season is said to be there. */
const LARGEST_Q = 0.05;

/** Calls of one relationship come in a row: told as independent events they look like seasons where there are none. */
export const NOT_OF_SESSIONS: Refusal = {
  reason: "NOT_COMPARABLE",
  why: "The sessions of a relationship come one after the other, for months, and then end: taken together they rise and fall as seasons do, where there are none.",
  wouldLift: "Counting what was asked instead: every request is an event of its own.",
};

/**
 * The yearly season of each topic.
 * @param monthly counts by month, of requests.
 */
export function topicSeasons(topics: readonly TopicRow[], monthly: readonly PeriodCounts[]): TopicSeasons {
  const [first, last] = [monthly[0]?.start, monthly.at(-1)?.start];
  const months = first === undefined || last === undefined ? 0 : monthsFrom(first, last) + 1;
  if (months < LEAST_MONTHS_OF_A_SEASON) return { months, topics: [], refusal: tooShort(months, first) };

  const january = `${first?.slice(0, 4) ?? ""}-01-01`;
  const observed = monthly.reduce((sum, { exposure }) => sum + exposure, 0);
  const seasons = topics.map(({ code }) =>
    yearlySeason(monthly.map(({ start, exposure, tags }) => ({ t: monthsFrom(january, start), exposure, count: tags.find(([tagged]) => tagged === code)?.[1] ?? 0 }))),
  );
  const qValues = benjaminiHochberg(seasons.flatMap((season) => (season === null ? [] : [season.pValue])));
  let tested = 0;
  return {
    months,
    refusal: null,
    topics: topics.map((topic, at) => {
      const season = seasons[at] ?? null;
      if (season === null) return { topic, peakMonth: null, peakToTrough: withheld("TOO_FEW", observed), qValue: null };
      const qValue = qValues[tested] ?? 1;
      tested += 1;
      return {
        topic,
        peakMonth: qValue < LARGEST_Q ? (Math.round(season.peak) % 12) + 1 : null,
        peakToTrough: estimate({ value: season.peakToTrough, low: season.low, high: season.high, n: observed }),
        qValue,
      };
    }),
  };
}

function tooShort(months: number, first: string | undefined): Refusal {
  const enough = first === undefined ? null : new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1 + LEAST_MONTHS_OF_A_SEASON, 1));
  const when = enough?.toLocaleDateString("en-US", { month: "long", year: "numeric", timeZone: "UTC" });
  return {
    reason: "TOO_SHORT",
    why: `The records cover ${months} ${months === 1 ? "month" : "months"}. A yearly season needs ${LEAST_MONTHS_OF_A_SEASON}, so that every calendar month was seen twice; with fewer, a season and a trend look the same.`,
    wouldLift: when === undefined ? "Two years of records." : `Records up to ${when}, or a period that begins earlier.`,
  };
}
