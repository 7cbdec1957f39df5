import type { MetricId } from "@arl/schema/metrics";
import type { CheckedScope } from "../scope/scope";

type Days = Pick<CheckedScope, "from" | "to">;

/** Which weeks the records that a scope leaves over in another are of. */
export type RestOf =
  /** The same as of both: they differ in what they hold, not in when. */
  | { readonly kind: "same" }
  /** Those of the other, without those in which both overlap. */
  | { readonly kind: "apart"; readonly both: Days | null }
  /** Some records come from one time and some from another. */
  | { readonly kind: "unknown" };

/**
 * @param one the scope whose records are taken away.
 * @param other what they are taken from.
 */
export function restWeeks(one: CheckedScope, other: CheckedScope): RestOf {
  if (one.from === other.from && one.to === other.to) return { kind: "same" };
  const alike = JSON.stringify(timeless(one)) === JSON.stringify(timeless(other));
  return alike ? { kind: "apart", both: bothPeriods(one, other) } : { kind: "unknown" };
}

const timeless = (scope: CheckedScope) => ({ ...scope, from: null, to: null, toldNow: null });

/** The days that lie in both; null where there are none. */
function bothPeriods(one: Days, other: Days): Days | null {
  const from = [one.from, other.from].filter((day) => day !== null).sort().at(-1) ?? null;
  const to = [one.to, other.to].filter((day) => day !== null).sort()[0] ?? null;
  return from !== null && to !== null && from >= to ? null : { from, to };
}

/** Figures by which each filter tells two scopes apart. */
const CHOSEN_BY = { locales: "locale_mix", titleI: "title_i_share", topics: "need_share" } as const satisfies Partial<Record<keyof CheckedScope, MetricId>>;

/**
 * The figures in which two scopes differ by how they were chosen: those of a filter that is not the same on both sides. The rest
 * of a scope is what the same filter leaves out, so this holds of it too.
 */
export function chosenBy(one: CheckedScope, other: CheckedScope): ReadonlySet<MetricId> {
  const filters = Object.keys(CHOSEN_BY) as (keyof typeof CHOSEN_BY)[];
  const text = (scope: CheckedScope, filter: keyof typeof CHOSEN_BY) => JSON.stringify(Array.isArray(scope[filter]) ? [...(scope[filter] as readonly string[])].sort() : scope[filter]);
  const differs = (filter: keyof typeof CHOSEN_BY) => text(one, filter) !== text(other, filter);
  return new Set(filters.filter(differs).map((filter) => CHOSEN_BY[filter]));
}
