import type { FigureFields } from "../figure/format";

export interface Trend {
  readonly topic: { readonly id: string; readonly code: string; readonly label: string };
  readonly points: readonly { readonly start: string; readonly count: FigureFields; readonly share: FigureFields }[];
  readonly ratioPerMonth: FigureFields;
  readonly qValue: number | null;
  readonly direction: "RISING" | "FALLING" | "STEADY" | "UNCLEAR";
  /** Whether a rise or fall holds when a system's sessions count as one event; null where that cannot be told. */
  readonly acrossSystems: boolean | null;
  /** Why there is no rate of change. */
  readonly refusal: { readonly why: string; readonly wouldLift: string } | null;
}

export interface TrendGroups {
  readonly rising: readonly Trend[];
  readonly falling: readonly Trend[];
  readonly steady: readonly Trend[];
  /** Tested, and not to be told from noise. */
  readonly unclear: readonly Trend[];
  /** Not tested: too few tags, or too few months. */
  readonly untested: readonly Trend[];
}

const surest = (a: Trend, b: Trend) => (a.qValue ?? 1) - (b.qValue ?? 1) || a.topic.label.localeCompare(b.topic.label);

/** Topics by what can be said of them, the surest first. */
export function trendGroups(trends: readonly Trend[]): TrendGroups {
  const tested = trends.filter(({ ratioPerMonth }) => ratioPerMonth.value !== null).sort(surest);
  const going = (direction: Trend["direction"]) => tested.filter((trend) => trend.direction === direction);
  return {
    rising: going("RISING"),
    falling: going("FALLING"),
    steady: going("STEADY"),
    unclear: going("UNCLEAR"),
    untested: trends
      .filter(({ ratioPerMonth }) => ratioPerMonth.value === null)
      .sort((a, b) => a.topic.label.localeCompare(b.topic.label)),
  };
}

/** `+18%`, `−7%`: the change a month that a rate ratio stands for. */
export function monthlyChange(ratio: number): string {
  const change = Math.round((ratio - 1) * 100);
  if (change === 0) return "no change";
  return `${change > 0 ? "+" : "−"}${Math.abs(change)}%`;
}

/** A q-value as tables print it: `0.012`, `< 0.001`. */
export function qText(q: number | null): string {
  if (q === null) return "";
  return q < 0.001 ? "< 0.001" : q.toFixed(3);
}
