/** A step of the one-hue scale, 1 (lightest) to 7, or 0 for nothing at all; tokens.css has a colour for each. */
export type HeatStep = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Where every cell holds one, none is darker than another. */
const MIDDLE: HeatStep = 3;

/**
 * The step of a count: 1 has the lightest, the largest the darkest. Steps are even on the square root,
 * so that small counts, most of a needs table, stay apart.
 *
 * @param max the largest count of the table.
 */
export function heatStep(value: number | null, max: number): HeatStep {
  if (value === null || value <= 0 || max <= 0) return 0;
  if (max <= 1) return MIDDLE;
  const share = (Math.sqrt(Math.min(value, max)) - 1) / (Math.sqrt(max) - 1);
  return Math.max(1, 1 + Math.round(share * 6)) as HeatStep;
}

/** The whole counts each step covers, for the legend; steps that no whole count falls in are left out. */
export function heatLegend(max: number): readonly { readonly step: HeatStep; readonly from: number; readonly to: number }[] {
  const counts = Array.from({ length: Math.floor(max) }, (_, index) => index + 1);
  const byStep = Map.groupBy(counts, (count) => heatStep(count, max));
  return [...byStep].map(([step, covered]) => ({ step, from: covered[0] ?? 1, to: covered.at(-1) ?? 1 }));
}
