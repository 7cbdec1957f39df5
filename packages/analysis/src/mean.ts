import { studentTQuantile } from "./distributions";
import type { Outcome } from "./estimate";

/** How often one value was observed. */
export interface TallyRow {
  /** Finite. */
  readonly value: number;
  /** Whole number from 0. */
  readonly count: number;
}

/** What is known of a mean whose observations are partly missing. */
export interface PartlyAnswered {
  /** Sum of the answers given. */
  readonly sum: number;
  /** Answers given: whole number, at most `asked`. */
  readonly answered: number;
  /** Answers asked for. */
  readonly asked: number;
  /** Lowest and highest answer possible. */
  readonly min: number;
  readonly max: number;
}

/**
 * Mean of tallied observations with its 95% Student t interval.
 *
 * @param tally values in any order; a value may come more than once. The interval is not cut to the scale of the values.
 * @returns mean in the unit of the values, `n` = observations; a single observation has no interval; NO_DATA without any.
 * @throws RangeError if a value is not finite, or a count is negative or not whole.
 * @see Student (1908), Biometrika 6(1), 1–25.
 */
export function meanOfTally(tally: readonly TallyRow[]): Outcome {
  for (const { value, count } of tally) {
    if (!Number.isFinite(value)) throw new RangeError(`values must be finite, got ${value}`);
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`counts must be whole and ≥ 0, got ${count}`);
  }
  const total = (term: (value: number) => number) => tally.reduce((sum, row) => sum + row.count * term(row.value), 0);
  const n = total(() => 1);
  if (n === 0) return { withheld: "NO_DATA", n };

  const value = total((each) => each) / n;
  if (n === 1) return { value, low: null, high: null, n };

  const variance = total((each) => (each - value) ** 2) / (n - 1);
  const half = studentTQuantile(0.975, n - 1) * Math.sqrt(variance / n);
  return { value, low: value - half, high: value + half, n };
}

/** Mean of single observations with its 95% Student t interval; see {@link meanOfTally}. */
export function mean(values: readonly number[]): Outcome {
  return meanOfTally(values.map((value) => ({ value, count: 1 })));
}

/**
 * Bounds that the mean could take had everyone answered: all missing answers at the lowest, and all at the highest.
 *
 * Not an interval for chance: it says what the answers given cannot rule out, whoever stayed silent.
 *
 * @returns bounds in the unit of the answers; null ends where nobody was asked.
 * @throws RangeError if the numbers contradict each other.
 * @see Manski (1990), Am. Econ. Rev. 80(2), 319–323, for bounds without assumptions on the missing.
 */
export function meanBounds(known: PartlyAnswered): { low: number | null; high: number | null } {
  const { sum, answered, asked, min, max } = known;
  const whole = Number.isSafeInteger(answered) && Number.isSafeInteger(asked);
  if (!whole || answered < 0 || answered > asked) {
    throw new RangeError(`answered and asked must be whole with 0 ≤ answered ≤ asked, got ${answered} of ${asked}`);
  }
  const dust = 1e-9 * answered * Math.max(Math.abs(min), Math.abs(max));
  if (!(min <= max && sum >= answered * min - dust && sum <= answered * max + dust)) {
    throw new RangeError(`${answered} answers from ${min} to ${max} cannot sum to ${sum}`);
  }
  if (asked === 0) return { low: null, high: null };
  const missing = asked - answered;
  return { low: (sum + missing * min) / asked, high: (sum + missing * max) / asked };
}
