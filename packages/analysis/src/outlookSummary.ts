import { nearestRank, type RunOutcome } from "./outlookRun";

/** A value and the ends within which 95% of the futures lie; Infinity where it has no end. */
export interface Range {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Forecast {
  readonly places: Range;
  readonly utilisation: Range;
  /** Requests a week. */
  readonly growth: Range;
  readonly medianWait: Range;
  readonly ninetiethWait: Range;
  readonly lateShare: Range;
  /** Who waits at the end of the last week. */
  readonly queue: Range;
  readonly waitByWeek: readonly Range[];
  readonly queueByWeek: readonly Range[];
  /** Share of those who come in each bin of waits. */
  readonly bins: readonly Range[];
}

export interface Comparison {
  readonly medianWait: Range;
  readonly ninetiethWait: Range;
  readonly lateShare: Range;
  readonly queue: Range;
}

type Middle = "median" | "mean";

/** The range over the futures in which there is a value; 0 where there is one in none. */
export function rangeOf(values: readonly (number | null)[], middle: Middle = "median"): Range {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, sorted.length);
  const value = middle === "mean" ? mean : (nearestRank(sorted, 0.5) ?? 0);
  // What happens in few futures moves their mean, but not their ends.
  return around(value, { low: nearestRank(sorted, 0.025) ?? 0, high: nearestRank(sorted, 0.975) ?? 0 });
}

/** With a value that was estimated otherwise; the ends give way to it. */
export const around = (value: number, { low, high }: Omit<Range, "value">): Range => ({ value, low: Math.min(low, value), high: Math.max(high, value) });

/** What the futures say together. Times are medians over the futures, shares means. */
export function forecast(runs: readonly RunOutcome[], point: { readonly utilisation: number; readonly growth: number }): Forecast {
  const over = (read: (run: RunOutcome) => number | null, middle?: Middle) => rangeOf(runs.map(read), middle);
  const [first] = runs;
  const byWeek = (read: (run: RunOutcome) => readonly number[]) => (first ? read(first) : []).map((_, week) => over((run) => read(run)[week] ?? null));
  return {
    places: over(({ places }) => places),
    utilisation: around(point.utilisation, over(({ utilisation }) => utilisation)),
    growth: around(point.growth, over(({ growth }) => growth)),
    medianWait: over(({ median }) => median),
    ninetiethWait: over(({ ninetieth }) => ninetieth),
    lateShare: over(({ late }) => late, "mean"),
    queue: over(({ queueByWeek }) => queueByWeek.at(-1) ?? 0),
    waitByWeek: byWeek(({ waitByWeek }) => waitByWeek),
    queueByWeek: byWeek(({ queueByWeek }) => queueByWeek),
    bins: (first?.bins ?? []).map((_, bin) => over(({ bins, came }) => (came === 0 ? null : (bins[bin] ?? 0) / came), "mean")),
  };
}

/** The change in each future, `to` less `from`; the value is the difference of the two values that are told. */
export function comparison(from: readonly RunOutcome[], to: readonly RunOutcome[]): Comparison {
  const between = (read: (run: RunOutcome) => number | null, middle?: Middle): Range => {
    const differences = from.map((run, index) => {
      const [before, after] = [read(run), read(to[index] ?? run)];
      return before === null || after === null || before === after ? (before === null ? null : 0) : after - before;
    });
    const value = rangeOf(to.map(read), middle).value - rangeOf(from.map(read), middle).value;
    return around(Number.isNaN(value) ? 0 : value, rangeOf(differences));
  };
  return {
    medianWait: between(({ median }) => median),
    ninetiethWait: between(({ ninetieth }) => ninetieth),
    lateShare: between(({ late }) => late, "mean"),
    queue: between(({ queueByWeek }) => queueByWeek.at(-1) ?? 0),
  };
}
