import type { Outcome } from "@arl/analysis/estimate";
import type { Figure, Withheld } from "./figure.type";

/** A number that is not given, with its reason; `n` is null where it would tell as much as the number. */
export const withheld = (reason: Withheld, n: number | null): Figure => ({ value: null, low: null, high: null, n, withheld: reason });

/** A number counted from the network's own rows: exact, without an interval. */
export const exact = (value: number, n: number): Figure => ({ value, low: null, high: null, n, withheld: null });

/** A sum over those whose figure is known, of so many in all: 0 where there is nobody, NO_DATA where nobody's is known. */
export const sumOver = (sum: number | null, known: number, all: number): Figure =>
  known === 0 && all > 0 ? withheld("NO_DATA", 0) : exact(sum ?? 0, known);

/** What `analysis` says: an estimate with its interval, or the refusal of one. */
export const estimate = (outcome: Outcome): Figure =>
  "withheld" in outcome
    ? withheld(outcome.withheld, outcome.n)
    : { value: outcome.value, low: outcome.low, high: outcome.high, n: outcome.n, withheld: null };

/** The same figure in another unit. */
export const scaled = (figure: Figure, factor: number): Figure => ({
  ...figure,
  value: figure.value === null ? null : figure.value * factor,
  low: figure.low === null ? null : figure.low * factor,
  high: figure.high === null ? null : figure.high * factor,
});
