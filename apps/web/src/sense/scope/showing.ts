import { monthStart } from "./period";
import type { Scope, ScopeField } from "./scope";

/** Exact for those who may see the rows behind a figure; protected for everybody else. */
export type Showing = "exact" | "protected";

export interface Looker {
  readonly roles: readonly string[];
  readonly provider: { readonly id: string } | null;
}

/** Whether a scope is a lead's own organisation and nothing beside it. */
export const isOwnWork = ({ roles, provider }: Looker, { providers }: Scope): boolean =>
  roles.includes("PROVIDER") && provider !== null && providers?.length === 1 && providers[0] === provider.id;

/** How a viewer is shown the figures of a scope; the API decides the same by itself. */
export function showingFor(viewer: Looker, scope: Scope): Showing {
  return viewer.roles.includes("STAFF") || isOwnWork(viewer, scope) ? "exact" : "protected";
}

/** Whether single requests, sessions and relationships may be opened from a figure of this scope. */
export const showsRecords = (viewer: Looker, scope: Scope): boolean => showingFor(viewer, scope) === "exact";

/** Protected figures are as of the first of the month: what came later waits for the next. */
export const publishedOn = (today: string): string => monthStart(today);

/** The filters that count towards the two that protected figures take. */
const COUNTED_FILTERS = ["states", "regions", "locales", "titleI", "povertyBands", "enrollmentBands", "governance"] as const satisfies readonly ScopeField[];
export const FILTERS_MAX = 2;

/** How many filters a scope sets. */
export const filtersSet = (scope: Scope): number => COUNTED_FILTERS.filter((field) => scope[field] !== undefined).length;

/** Whether a scope stays within the published set, as far as its filters go. */
export function isPublished(scope: Scope): boolean {
  const single = COUNTED_FILTERS.every((field) => !Array.isArray(scope[field]) || (scope[field] as readonly string[]).length === 1);
  const onePlace = scope.states === undefined || scope.regions === undefined;
  return single && onePlace && filtersSet(scope) <= FILTERS_MAX && scope.providers === undefined;
}

export interface PublishedPeriod {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

const monthsOf = (today: string, back: number, length: number, label: (from: string) => string): PublishedPeriod => {
  const from = monthStart(today, -back);
  return { label: label(from), from, to: monthStart(from, length) };
};

const monthLabel = new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" });

/** The calendar years, quarters and months that protected figures are published for, the latest first. */
export function publishedPeriods(today: string): readonly { readonly group: string; readonly items: readonly PublishedPeriod[] }[] {
  const month = Number(today.slice(5, 7));
  const intoQuarter = (month - 1) % 3;
  const years = [month - 1 + 12, month - 1].map((back) => monthsOf(today, back, 12, (from) => from.slice(0, 4)));
  const quarters = [1, 2, 3, 4, 5].map((quarter) =>
    monthsOf(today, intoQuarter + quarter * 3, 3, (from) => `${["Jan–Mar", "Apr–Jun", "Jul–Sep", "Oct–Dec"][(Number(from.slice(5, 7)) - 1) / 3]} ${from.slice(0, 4)}`),
  );
  const months = [1, 2, 3, 4, 5, 6].map((back) => monthsOf(today, back, 1, (from) => monthLabel.format(new Date(`${from}T00:00:00Z`))));
  return [
    { group: "Years", items: years.toReversed() },
    { group: "Quarters", items: quarters },
    { group: "Months", items: months },
  ];
}
