import type { Figure } from "../figure/figure.type";
import type { AlertKind } from "./alert.table";

/** What a look found: whether the figure is across the threshold, and the figure as a sentence. */
export interface Finding {
  readonly holds: boolean;
  readonly sentence: string;
}

interface Wording {
  readonly what: string;
  readonly written: (value: number) => string;
  readonly holds: (figure: Figure & { readonly value: number }, threshold: number) => boolean;
}

const plain = (digits: number) => (value: number) => value.toFixed(digits);
const percent = (value: number) => `${Math.round(value * 100)}%`;
const times = (value: number) => `${value.toFixed(1)} times`;

/** An estimate counts as under a threshold only when its whole interval is. */
const surelyUnder = ({ high }: Figure, threshold: number): boolean => high !== null && high < threshold;

const WORDINGS: Readonly<Record<AlertKind, Wording>> = {
  oldest_unmatched: { what: "Days that the oldest unmatched request has waited", written: plain(1), holds: ({ value }, threshold) => value > threshold },
  session_rating: { what: "The mean rating of the last 28 days", written: plain(2), holds: surelyUnder },
  response_rate: { what: "The response rate of the last 28 days", written: percent, holds: surelyUnder },
  topic_growth: {
    what: "Requests of the last 28 days against those of the 28 before",
    written: times,
    holds: ({ value, low }, threshold) => value >= threshold && low !== null && low > 1,
  },
  coverage: { what: "The topic's coverage", written: plain(2), holds: ({ value }, threshold) => value < threshold },
};

/** Judges a figure by an alert's threshold. One that is withheld crosses nothing. */
export function findingOf(kind: AlertKind, threshold: number, figure: Figure): Finding {
  const { what, written, holds } = WORDINGS[kind];
  const { value, low, high, n } = figure;
  if (value === null) return { holds: false, sentence: `${what}: nothing to tell it from.` };
  const interval = low === null || high === null ? "" : ` (${written(low)} to ${written(high)}${n === null ? "" : `, n ${n}`})`;
  return { holds: holds({ ...figure, value }, threshold), sentence: `${what}: ${written(value)}${interval}; the threshold is ${written(threshold)}.` };
}
