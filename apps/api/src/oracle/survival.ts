import { Z95 } from "./statistics";

export interface Spell {
  /** How long one was followed; whole milliseconds, so that equal times are equal. */
  readonly time: number;
  /** False where it had not happened when the following stopped. */
  readonly event: boolean;
}

interface Step {
  readonly time: number;
  readonly survival: number;
  /** Log-minus-log interval of the survival; null where survival is 1 or 0. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/**
 * Kaplan & Meier (1958): at each time of an event, survival falls by the share of those still followed to whom
 * it happens. Who stops being followed at that very time is still counted as followed.
 * Variance by Greenwood (1926), its interval on the log(-log) scale by Kalbfleisch & Prentice (1980).
 */
export function survivalCurve(spells: readonly Spell[]): Step[] {
  const times = [...new Set(spells.filter(({ event }) => event).map(({ time }) => time))].sort((a, b) => a - b);
  let survival = 1;
  let greenwood = 0;
  return times.map((time): Step => {
    const followed = spells.filter((spell) => spell.time >= time).length;
    const happened = spells.filter((spell) => spell.event && spell.time === time).length;
    survival *= (followed - happened) / followed;
    greenwood += happened / (followed * (followed - happened));
    if (survival === 0) return { time, survival, interval: null };
    const shift = Math.exp((Z95 * Math.sqrt(greenwood)) / Math.log(survival));
    return { time, survival, interval: { low: survival ** (1 / shift), high: survival ** shift } };
  });
}

/** A product of fractions that is one half may come out a rounding error above it. */
const atMostHalf = (survival: number): boolean => survival <= 0.5 + 1e-12;

export interface Median {
  /** Null where the curve stays above a half. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The first time at which the curve, the lower limit and the upper limit are a half or less. */
export function medianTime(spells: readonly Spell[]): Median {
  const curve = survivalCurve(spells);
  const value = curve.find(({ survival }) => atMostHalf(survival))?.time ?? null;
  if (value === null) return { value, low: null, high: null };
  const low = curve.find(({ interval }) => interval !== null && interval.low <= 0.5)?.time ?? null;
  const high = curve.find(({ interval }) => interval !== null && interval.high <= 0.5)?.time ?? null;
  return { value, low, high };
}

/** Survival just after a time; null where nobody was followed that long and some survived. */
export function survivalAt(spells: readonly Spell[], time: number): Omit<Step, "time"> | null {
  const before = survivalCurve(spells).filter((step) => step.time <= time);
  const last = before[before.length - 1] ?? { survival: 1, interval: null };
  if (last.survival > 0 && !spells.some((spell) => spell.time >= time)) return null;
  return { survival: last.survival, interval: last.interval };
}
