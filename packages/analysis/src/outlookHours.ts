/** What one relationship took. */
export interface RelationshipWork {
  /** Hours of sessions. */
  readonly hours: number;
  /** Months that it went on. */
  readonly months: number;
}

/** Hours that a relationship takes a month, as a ratio with its relative standard error. */
export interface HoursRate {
  readonly value: number;
  /** Of the logarithm of the value. */
  readonly error: number;
  readonly n: number;
}

/**
 * Hours of work for each month of a relationship: all hours over all months, so that long relationships count for as long as
 * they went on.
 *
 * @returns null where nothing went on for any time, or took no hours. The error is Taylor's linearisation of a ratio.
 * @see Cochran (1977), Sampling Techniques, 3rd ed., section 6.3.
 */
export function relationshipHours(work: readonly RelationshipWork[]): HoursRate | null {
  const n = work.length;
  const hours = work.reduce((sum, each) => sum + each.hours, 0);
  const months = work.reduce((sum, each) => sum + each.months, 0);
  if (!(hours > 0 && months > 0)) return null;
  const value = hours / months;
  const squares = work.reduce((sum, each) => sum + (each.hours - value * each.months) ** 2, 0);
  return { value, error: n > 1 ? Math.sqrt(((n / (n - 1)) * squares)) / hours : 0, n };
}
