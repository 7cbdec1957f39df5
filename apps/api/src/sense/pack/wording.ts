import type { Figure } from "../figure/figure.type";

/**
 * How sure a sentence may sound. Whatever the pack claims of a direction, of more or of less, it claims through here, so that
 * no sentence is surer than the interval and the q-value it rests on.
 */

/** What an interval supports against a value that would mean "no difference". */
export type Side = "above" | "below";

/** Tests made together are told of when under this share of false finds. */
const MOST_FALSE = 0.05;

interface Interval {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * On which side of `neutral` a figure lies beyond doubt; null where it is withheld, has no interval, its interval holds
 * `neutral`, or it was tested with others and its q is not under 0.05.
 * @param q of tests made together; left out where there was one.
 */
export function sideOf({ value, low, high }: Interval, neutral: number, q: number | null = 0): Side | null {
  if (value === null || low === null || high === null || q === null || !(q < MOST_FALSE)) return null;
  if (low > neutral && value > neutral) return "above";
  if (high < neutral && value < neutral) return "below";
  return null;
}

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const three = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });
const hundredth = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const number = (value: number): string => whole.format(value);
const ratio = (value: number): string => hundredth.format(value);

/** `14%`; some is never written as none, nor nearly all as all. */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.5) return "under 1%";
  if (value > 99.5 && value < 100) return "over 99%";
  return `${whole.format(value)}%`;
}

/** A change as sentences say it: the number of a hundred, without the sign. */
function points(value: number): string {
  const tenths = Math.round(Math.abs(value) * 1000);
  if (tenths === 0) return "under 0.1";
  return three.format(tenths < 95 ? tenths / 10 : Math.round(tenths / 10));
}

const FRACTIONS: readonly (readonly [number, string])[] = [
  [0.05, "a twentieth"],
  [0.1, "a tenth"],
  [0.2, "a fifth"],
  [0.25, "a quarter"],
  [1 / 3, "a third"],
  [0.5, "half"],
];

/** `about a tenth` where that is near enough, else the percentage. */
function sizeOf(change: number): string {
  const near = FRACTIONS.find(([fraction]) => Math.abs(Math.abs(change) - fraction) <= 0.008);
  return near ? `about ${near[1]}` : `${points(change)}%`;
}

/** `growing about a tenth a month, between 4 and 17%`; null where no direction can be told. */
export function goingText(ratioPerMonth: Figure, q: number | null): string | null {
  const side = sideOf(ratioPerMonth, 1, q);
  const { value, low, high } = ratioPerMonth;
  if (side === null || value === null || low === null || high === null) return null;
  const [least, most] = side === "above" ? [low - 1, high - 1] : [1 - high, 1 - low];
  return `${side === "above" ? "growing" : "shrinking"} ${sizeOf(value - 1)} a month, between ${points(least)} and ${points(most)}%`;
}

/** A count: as it is, or, with noise, about so many and between what. `many` follows the number. */
export function countText({ value, low, high }: Interval, one: string, many = `${one}s`): string | null {
  if (value === null) return null;
  const noun = value === 1 ? one : many;
  return low === null || high === null ? `${number(value)} ${noun}` : `about ${number(value)} ${noun} (${number(low)} to ${number(high)})`;
}

/** `14% (10 to 19%)`; null where it is withheld. */
export function shareText({ value, low, high }: Interval): string | null {
  if (value === null) return null;
  return low === null || high === null ? percent(value) : `${percent(value)} (${percent(low).replace(/%$/, "")} to ${percent(high)})`;
}

/** `0.22 (0.15 to 0.31)`; null where it is withheld. */
export function ratioText({ value, low, high }: Interval): string | null {
  if (value === null) return null;
  return low === null || high === null ? ratio(value) : `${ratio(value)} (${ratio(low)} to ${ratio(high)})`;
}

const twofold = new Intl.NumberFormat("en-US", { minimumSignificantDigits: 2, maximumSignificantDigits: 2 });

/** `7.5 times (4.7 to 12)`; null where it is withheld. */
export function timesText({ value, low, high }: Interval): string | null {
  if (value === null) return null;
  return `${twofold.format(value)} times${low === null || high === null ? "" : ` (${twofold.format(low)} to ${twofold.format(high)})`}`;
}

/** Phrases in a row as English reads them. */
export function listed(phrases: readonly string[]): string {
  const [last = "", ...before] = phrases.toReversed();
  if (before.length === 0) return last;
  const nested = phrases.some((phrase) => /,| and /.test(phrase));
  return `${before.toReversed().join(nested ? "; " : ", ")} and ${last}`;
}

/** `1 topic`, `3 topics`. */
export const counted = (value: number, one: string, many = `${one}s`): string => `${number(value)} ${value === 1 ? one : many}`;

const dayOfMonth = new Intl.DateTimeFormat("en-US", { day: "numeric", month: "long", timeZone: "UTC" });

/** `January 25`. */
export const dayText = (day: string): string => dayOfMonth.format(new Date(`${day}T00:00:00Z`));
