import { t95, wilson } from "./statistics";
import { medianTime, survivalAt, type Spell } from "./survival";

export type Withheld = "TOO_FEW" | "NO_DATA" | "NOT_REACHED";

/** A published number, as the API shapes it. */
export interface Figure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly withheld: Withheld | null;
}

/** A count is exact: it has no interval. */
export function count(value: number, n: number = value): Figure {
  return { value, low: null, high: null, n, withheld: null };
}

export function withheld(reason: Withheld, n = 0): Figure {
  return { value: null, low: null, high: null, n, withheld: reason };
}

export function share(part: number, whole: number): Figure {
  if (whole === 0) return withheld("NO_DATA");
  return { value: part / whole, ...wilson(part, whole), n: whole, withheld: null };
}

/** Sum of the known values. Nothing at all sums to 0; values that are all unknown have no sum. */
export function sum(values: readonly (number | null)[]): Figure {
  const known = values.filter((value) => value !== null);
  if (known.length === 0 && values.length > 0) return withheld("NO_DATA");
  return count(
    known.reduce((total, value) => total + value, 0),
    known.length,
  );
}

/** Mean with its t interval; a single observation has no interval. */
export function mean(values: readonly number[]): Figure {
  const n = values.length;
  if (n === 0) return withheld("NO_DATA");
  const value = values.reduce((total, x) => total + x, 0) / n;
  if (n === 1) return { value, low: null, high: null, n, withheld: null };
  const variance = values.reduce((total, x) => total + (x - value) ** 2, 0) / (n - 1);
  const half = t95(n - 1) * Math.sqrt(variance / n);
  return { value, low: value - half, high: value + half, n, withheld: null };
}

export function maximum(values: readonly number[]): Figure {
  return values.length === 0 ? withheld("NO_DATA") : count(Math.max(...values), values.length);
}

/** Kaplan-Meier median of spells in milliseconds, shown in units of `unit` milliseconds. */
export function median(spells: readonly Spell[], unit: number): Figure {
  const n = spells.length;
  if (n === 0) return withheld("NO_DATA");
  const { value, low, high } = medianTime(spells);
  if (value === null) return withheld("NOT_REACHED", n);
  const inUnits = (time: number | null): number | null => (time === null ? null : time / unit);
  return { value: value / unit, low: inUnits(low), high: inUnits(high), n, withheld: null };
}

/** Kaplan-Meier survival at a time. */
export function survival(spells: readonly Spell[], time: number): Figure {
  const n = spells.length;
  if (n === 0) return withheld("NO_DATA");
  const at = survivalAt(spells, time);
  if (at === null) return withheld("NOT_REACHED", n);
  return { value: at.survival, low: at.interval?.low ?? null, high: at.interval?.high ?? null, n, withheld: null };
}
