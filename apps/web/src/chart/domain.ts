/** The span of an axis, lower end first. */
export interface Domain {
  readonly low: number;
  readonly high: number;
}

const STEPS = [1, 2, 2.5, 5, 10];

/** The round step (1, 2, 2.5 or 5 times a power of ten) that cuts `span` into at most `parts`. */
function roundStep(span: number, parts: number): number {
  const power = 10 ** Math.floor(Math.log10(span / parts));
  const step = STEPS.find((candidate) => candidate * power * parts >= span * (1 - 1e-9));
  return (step ?? 10) * power;
}

/** A domain from zero to the round number at or above the largest value; 0 to 1 without any. */
export function zeroBased(values: readonly number[], parts = 4): Domain {
  const top = Math.max(0, ...values);
  if (top === 0) return { low: 0, high: 1 };
  const step = roundStep(top, parts);
  return { low: 0, high: Math.ceil(top / step - 1e-9) * step };
}

/** Round marks from the low to the high end, both included where they are round. */
export function ticks({ low, high }: Domain, parts = 4): readonly number[] {
  const step = roundStep(high - low, parts);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/**
 * A domain for rates around 1, even on both sides on a log scale, wide enough for the values but not
 * beyond `limit`: one wild interval shall not squeeze the others.
 */
export function aroundOne(values: readonly number[], limit = 2): Domain {
  const reach = Math.max(0.05, ...values.filter((value) => value > 0).map((value) => Math.abs(Math.log(value))));
  const bounded = Math.min(reach * 1.05, Math.log(limit));
  return { low: Math.exp(-bounded), high: Math.exp(bounded) };
}

/** Marks for an axis of rates around 1: few enough for their words to stand apart. */
export function ratioMarks({ low, high }: Domain): readonly number[] {
  const wide = [0.5, 0.75, 1, 1.33, 2];
  const narrow = [0.8, 0.9, 1, 1.1, 1.2];
  const marks = high > 1.45 ? wide : narrow;
  return marks.filter((mark) => mark >= low && mark <= high);
}

/** Where a value falls in a domain, 0 to 1, cut at the ends. */
export function place(value: number, { low, high }: Domain, scale: "linear" | "log" = "linear"): number {
  const on = scale === "log" ? Math.log : (number: number) => number;
  const share = (on(value) - on(low)) / (on(high) - on(low));
  return Math.min(1, Math.max(0, share));
}

/** A share of the width as SVG writes it: `37.5%`. */
export const percentX = (share: number) => `${Number((share * 100).toFixed(3))}%`;
