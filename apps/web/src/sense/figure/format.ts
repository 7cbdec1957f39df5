/** What a figure counts; decides how it is written. */
export type Unit = "count" | "share" | "rating" | "level" | "seconds" | "months" | "days" | "hours" | "ratio" | "perWeek" | "perMonth" | "change" | "shareChange" | "index";

/** A published number, as the API gives it. */
export interface FigureFields {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly withheld: "TOO_FEW" | "NO_DATA" | "NOT_REACHED" | null;
}

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const hundredth = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const three = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });

const signed = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "exceptZero" });
const signedTenth = new Intl.NumberFormat("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" });

/** `1,515`. */
export const count = (value: number) => whole.format(value);

/**
 * A share in [0, 1] as a percentage: whole from 10% on, a tenth below it and near 100%. Some is never
 * written as none, nor nearly all as all.
 */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 0.05) return "< 0.1%";
  if (value >= 99.95 && value < 100) return "> 99.9%";
  const fine = (value > 0 && value < 9.95) || (value > 99.5 && value < 100);
  return `${(fine ? tenth : whole).format(value)}%`;
}

/** A number for a sentence: three significant figures at most. */
export const spoken = (value: number) => three.format(value);

/** A number without its unit, as precise as the unit bears. */
export function bare(value: number, unit: Unit): string {
  switch (unit) {
    case "count":
      return count(value);
    case "share":
      return percent(value);
    case "ratio":
      return (Math.abs(value) >= 99.95 ? whole : Math.abs(value) >= 9.995 ? tenth : hundredth).format(value);
    case "rating":
    case "level":
    case "index":
      return hundredth.format(value);
    case "seconds":
      return value < 9.95 ? tenth.format(value) : whole.format(value);
    case "months":
    case "days":
    case "perWeek":
    case "perMonth":
      return tenth.format(value);
    case "hours":
      return three.format(value);
    case "change":
      return signed.format(value).replace("-", "−");
    case "shareChange":
      return signedTenth.format(value * 100).replace("-", "−");
  }
}

const SUFFIX: Partial<Record<Unit, string>> = { perWeek: " a week", perMonth: " a month", seconds: " s", months: " months", days: " days", hours: " h", ratio: "×", shareChange: " pp" };

/** A number with its unit. */
const withUnit = (value: number, unit: Unit) => `${bare(value, unit)}${SUFFIX[unit] ?? ""}`;

const mark = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });

/** A share as the mark of an axis: no digit that says nothing. */
export const percentMark = (share: number) => mark.format(share);

const WITHHELD = { TOO_FEW: "too few to show", NO_DATA: "no data", NOT_REACHED: "not reached yet" } as const;

/** Of a count that is surer or less sure by thousands, digits beyond the second of that would say nothing. */
function borne({ low, high }: Pick<FigureFields, "low" | "high">, unit: Unit): (value: number) => number {
  const half = unit === "count" && low !== null && high !== null ? (high - low) / 2 : 0;
  if (half < 1000) return (value) => value;
  const grain = 10 ** (Math.floor(Math.log10(half)) - 1);
  return (value) => Math.round(value / grain) * grain;
}

/** The value in words, or why there is none. */
export function valueText({ value, withheld, low, high }: FigureFields, unit: Unit): string {
  if (value !== null) return withUnit(borne({ low, high }, unit)(value), unit);
  if (withheld !== null) return WITHHELD[withheld];
  return low !== null && high !== null ? `${bare(low, unit)} to ${withUnit(high, unit)}` : "no data";
}

/** The value as an export writes it; a number that is withheld says so and is never an empty place or a zero. */
export const written = ({ value, withheld }: FigureFields): number | string | null => value ?? (withheld === null ? null : WITHHELD[withheld]);

/** `3.8–4.9`; null where a figure has no interval. A half-open one says which side is known. */
export function intervalText({ value, low, high }: FigureFields, unit: Unit): string | null {
  if (value === null || (low === null && high === null)) return null;
  if (high === null) return `from ${bare(low ?? 0, unit)}`;
  if (low === null) return `up to ${bare(high, unit)}`;
  // Signs and dashes side by side are hard to tell apart.
  const between = unit === "change" || unit === "shareChange" ? " to " : "–";
  const rounded = borne({ low, high }, unit);
  return `${bare(rounded(low), unit)}${between}${bare(rounded(high), unit)}`;
}

/** What the value rests on, for the line under it: `95% interval 3.8–4.9 · n 151`. Things counted rest on themselves. */
export function basisText(figure: FigureFields, unit: Unit): string {
  const interval = intervalText(figure, unit);
  const itself = interval === null && figure.n === figure.value;
  const parts = [
    interval === null ? null : `95% interval ${interval}`,
    figure.n === null || itself ? null : `n\u00a0${count(figure.n)}`,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

/** Phrases in a row as English reads them: `a, b and c`; with semicolons where a phrase has its own comma or "and". */
export function listed(phrases: readonly string[]): string {
  const nested = phrases.some((phrase) => /,| and /.test(phrase));
  const last = phrases.at(-1) ?? "";
  const before = phrases.slice(0, -1);
  if (before.length === 0) return last;
  return nested ? `${before.join("; ")}; and ${last}` : `${before.join(", ")} and ${last}`;
}

/** A label inside a sentence: its first letter small, unless it opens an abbreviation. */
export function lower(label: string): string {
  return /^[A-Z][a-z]+(?![a-zA-Z])/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** `1 topic`, `3 topics`; numbers above nine in digits, as below. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}
