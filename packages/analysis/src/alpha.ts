import type { Outcome } from "./estimate";

/** How far two values are apart: 0 for the same, and the same both ways. */
export type Distance<Value> = (a: Value, b: Value) => number;

export const nominalDistance: Distance<unknown> = (a, b) => (a === b ? 0 : 1);
export const intervalDistance: Distance<number> = (a, b) => (a - b) ** 2;

/** What units were given, made ready to be counted often. */
interface Counted {
  /** Per unit: the kinds of value that were given, and how often. */
  readonly kinds: readonly (readonly (readonly [kind: number, times: number])[])[];
  /** Per unit: how many values. */
  readonly sizes: readonly number[];
  /** Per unit: its disagreement, each pair both ways, over one less than its values. */
  readonly within: readonly number[];
  /** Between kinds, row by row. */
  readonly distances: readonly (readonly number[])[];
}

/**
 * Krippendorff's alpha: how far those who read the same units agree beyond what chance would give. 1 is full agreement, 0 what
 * chance gives, under 0 less than that. Values may be missing: a unit needs two.
 *
 * @param units the values given to each unit, in any order. @param distance of two values.
 * @returns null where fewer than two units can be compared, or all values are the same, so that chance alone would agree fully.
 * @see Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania.
 */
export function krippendorffAlpha<Value>(units: readonly (readonly Value[])[], distance: Distance<Value>): number | null {
  const counted = counts(units, distance);
  return alphaOf(counted, counted.sizes.map((_, unit) => unit));
}

interface Bootstrap {
  /** Draws from the uniform distribution on (0, 1). */
  readonly uniform: () => number;
  readonly draws: number;
  /** Units without which nothing is said. */
  readonly least: number;
}

/** Where more of the draws have no alpha, its interval would be of the others alone. */
const MOST_UNDEFINED = 0.05;

/**
 * The same with a 95% percentile interval from units drawn again with replacement; `n` = units with two values or more.
 * Where nobody disagreed the draws do not either: how low agreement may be is not told then, and `low` is null.
 * Withheld as TOO_FEW under `least` units, and where alpha or more than one draw in twenty is not defined.
 *
 * @see Zapf, Castell, Morawietz & Karch (2016), BMC Med. Res. Methodol. 16, 93, for this interval's coverage.
 */
export function alphaWithInterval<Value>(units: readonly (readonly Value[])[], distance: Distance<Value>, { uniform, draws, least }: Bootstrap): Outcome {
  const counted = counts(units, distance);
  const n = counted.sizes.length;
  if (n === 0) return { withheld: "NO_DATA", n };
  const value = alphaOf(counted, counted.sizes.map((_, unit) => unit));
  if (n < least || value === null) return { withheld: "TOO_FEW", n };
  if (value === 1) return { value, low: null, high: 1, n };
  const drawn: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const again = alphaOf(counted, Array.from({ length: n }, () => Math.floor(uniform() * n)));
    if (again !== null) drawn.push(again);
  }
  if (drawn.length < draws * (1 - MOST_UNDEFINED)) return { withheld: "TOO_FEW", n };
  drawn.sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))] ?? value;
  return { value, low: Math.min(value, at(0.025)), high: Math.max(value, at(0.975)), n };
}

/** Units with two values or more, their values told apart by distance 0. */
function counts<Value>(units: readonly (readonly Value[])[], distance: Distance<Value>): Counted {
  const values: Value[] = [];
  const kindOf = (value: Value): number => {
    const kind = values.findIndex((other) => distance(other, value) === 0);
    return kind === -1 ? values.push(value) - 1 : kind;
  };
  const given = units.filter(({ length }) => length >= 2).map((unit) => unit.map(kindOf));
  const distances = values.map((a) => values.map((b) => distance(a, b)));
  const kinds = given.map((unit) => [...new Set(unit)].map((kind) => [kind, unit.filter((other) => other === kind).length] as const));
  return {
    kinds,
    distances,
    sizes: given.map(({ length }) => length),
    within: given.map((unit) => unit.reduce((sum, a) => sum + unit.reduce((inner, b) => inner + (distances[a]?.[b] ?? 0), 0), 0) / (unit.length - 1)),
  };
}

/** Alpha of the units chosen; one may be chosen more than once. */
function alphaOf({ kinds, sizes, within, distances }: Counted, chosen: readonly number[]): number | null {
  const totals = new Float64Array(distances.length);
  let values = 0;
  let observed = 0;
  for (const unit of chosen) {
    values += sizes[unit] ?? 0;
    observed += within[unit] ?? 0;
    for (const [kind, times] of kinds[unit] ?? []) totals[kind] = (totals[kind] ?? 0) + times;
  }
  const there = [...totals.keys()].filter((kind) => totals[kind] !== 0);
  let expected = 0;
  for (const a of there) for (const b of there) expected += (totals[a] ?? 0) * (totals[b] ?? 0) * (distances[a]?.[b] ?? 0);
  if (chosen.length < 2 || expected === 0) return null;
  return 1 - ((values - 1) * observed) / expected;
}
