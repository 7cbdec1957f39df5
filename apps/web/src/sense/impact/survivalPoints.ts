import type { FigureFields } from "../figure/format";

export interface SurvivalPoint {
  readonly months: number;
  readonly atRisk: number;
  readonly survival: FigureFields;
}

const same = (one: SurvivalPoint, other: SurvivalPoint | undefined) =>
  one.atRisk === other?.atRisk && one.survival.value === other.survival.value;

/** A curve as far as something happens on it: at its end, points at which nobody leaves and nothing ends repeat the one before. */
export function followed(points: readonly SurvivalPoint[]): readonly SurvivalPoint[] {
  const last = points.findLastIndex((point, index) => index === 0 || !same(point, points[index - 1]));
  return points.slice(0, last + 1);
}
