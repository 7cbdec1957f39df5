import { heatStep } from "./heatScale";
import type { StateMark, StateScale } from "./stateMark";

/** Ratios within 10% of 1 are neither; beyond one and a half, and beyond two and a half, the shade deepens. */
const RATIO_STEPS = [1.1, 1.5, 2.5] as const;

function ratioShade(value: number): string {
  const away = value <= 0 ? Infinity : Math.exp(Math.abs(Math.log(value)));
  const step = RATIO_STEPS.filter((bound) => away > bound).length;
  return step === 0 ? "even" : `${value < 1 ? "under" : "over"}-${step}`;
}

function amountShade(value: number, max: number): string {
  return value <= 0 || max <= 0 ? "0" : String(Math.max(1, Math.ceil((value / max) * 7 - 1e-9)));
}

/** The shade of one state, as the style sheet names it: `0` to `7`, `under-3` to `over-3`, or a word. */
export function shadeOf({ value, withheld, unsure }: StateMark, { kind }: StateScale, max: number): string {
  if (withheld === true) return "withheld";
  if (value === null) return "none";
  if (unsure === true) return "unsure";
  if (kind === "ratio") return ratioShade(value);
  return kind === "count" ? String(heatStep(value, max)) : amountShade(value, max);
}

/** The shade of each state by code. */
export function shadesOf(marks: readonly StateMark[], scale: StateScale): ReadonlyMap<string, string> {
  const max = largest(marks);
  return new Map(marks.map((mark) => [mark.code, shadeOf(mark, scale, max)]));
}

/** The largest value that is shown; 0 where none is. */
export const largest = (marks: readonly StateMark[]): number => Math.max(0, ...marks.map(({ value }) => value ?? 0));
