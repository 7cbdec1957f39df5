import type { Comparison, Forecast, Range } from "@arl/analysis/outlookSummary";
import { exact, withheld } from "../figure/figure";
import type { Figure } from "../figure/figure.type";
import type { OutlookDifference, OutlookForecast } from "./outlook.type";

/** Upper bounds of the bins of waits, in days. */
export const WAIT_BINS: readonly number[] = [2, 7, 14, 30, 60, 90];

const DAY_MS = 86_400_000;

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** A range as a figure: what never comes is NOT_REACHED. */
const figureOf = ({ value, low, high }: Range, n: number): Figure =>
  Number.isFinite(value) ? { value, low: finite(low), high: finite(high), n, withheld: null } : withheld("NOT_REACHED", n);

/** The same for a number that has one end at most, times a factor. */
export const scaledFigure = ({ value, low, high }: Range, factor: number, n: number): Figure => figureOf({ value: value * factor, low: low * factor, high: high * factor }, n);

const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** A forecast as it is published; `n` = requests in the window. */
export function publishedForecast(forecast: Forecast, hours: { readonly hours: number; readonly specialists: number }, day: string, n: number): OutlookForecast {
  return {
    capacityHours: exact(hours.hours, hours.specialists),
    places: figureOf(forecast.places, n),
    utilisation: figureOf(forecast.utilisation, n),
    growth: figureOf(forecast.growth, n),
    medianWait: figureOf(forecast.medianWait, n),
    longWait: figureOf(forecast.ninetiethWait, n),
    late: figureOf(forecast.lateShare, n),
    queue: figureOf(forecast.queue, n),
    byWeek: forecast.waitByWeek.map((wait, week) => ({
      end: dayAfter(day, 7 * (week + 1)),
      wait: figureOf(wait, n),
      queue: figureOf(forecast.queueByWeek[week] ?? { value: Infinity, low: 0, high: Infinity }, n),
    })),
    waits: forecast.bins.map((share, bin) => ({ from: WAIT_BINS[bin - 1] ?? 0, to: WAIT_BINS[bin] ?? null, share: figureOf(share, n) })),
  };
}

export const publishedDifference = ({ medianWait, ninetiethWait, lateShare, queue }: Comparison, n: number): OutlookDifference => ({
  medianWait: figureOf(medianWait, n),
  longWait: figureOf(ninetiethWait, n),
  late: figureOf(lateShare, n),
  queue: figureOf(queue, n),
});
