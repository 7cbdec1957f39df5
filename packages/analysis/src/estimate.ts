/** An estimate with its 95% interval. */
export interface Estimate {
  readonly value: number;
  /** Lower end, in the unit of `value`; null where none can be given. */
  readonly low: number | null;
  /** Upper end, in the unit of `value`; null where none can be given. */
  readonly high: number | null;
  /** Observations that the estimate rests on. */
  readonly n: number;
}

/** Why there is no value: nothing was observed, too little was, or the curve never came so far. */
export type Refusal = "NO_DATA" | "TOO_FEW" | "NOT_REACHED";

/** An estimate, or the reason for having none. */
export type Outcome = Estimate | { readonly withheld: Refusal; readonly n: number };
