import { addDays, monthStart } from "./period";
import { readScope, without, writeScope, type Dropped, type Scope, type SearchText } from "./scope";

/** What a scope is compared with: `vs` in the address. */
export type Vs =
  /** The period just before, of the same length, everything else the same. */
  | { readonly kind: "previous" }
  /** All that the scope leaves over, of the same period; of a scope that is a period alone, all other dates. */
  | { readonly kind: "rest" }
  | { readonly kind: "scope"; readonly scope: Scope };

/** `vs=previous`, `vs=rest`, `vs=all`, or a scope as `vs=locales:RURAL;from:2020-07-01`. Null where the address names none. */
export function readVs(search: SearchText): { readonly vs: Vs | null; readonly dropped: readonly Dropped[] } {
  const text = (search["vs"] ?? "").trim();
  if (text === "") return { vs: null, dropped: [] };
  if (text === "previous" || text === "rest") return { vs: { kind: text }, dropped: [] };
  if (text === "all") return { vs: { kind: "scope", scope: {} }, dropped: [] };
  const parts = text.split(";").filter((part) => part !== "");
  const pairs = parts.map((part) => [part.slice(0, part.indexOf(":")), part.slice(part.indexOf(":") + 1)] as const);
  const { scope, dropped } = readScope(Object.fromEntries(pairs.filter(([param]) => param !== "")));
  const known = Object.keys(writeScope(scope));
  const strange = pairs.filter(([param]) => !known.includes(param) && !dropped.some((each) => each.param === param)).map(([param, value]) => ({ param: "vs", value: `${param}:${value}` }));
  return { vs: { kind: "scope", scope }, dropped: [...dropped, ...strange] };
}

/** The address's text for it; `readVs` reads it back to the same. */
export function writeVs(vs: Vs): string {
  if (vs.kind !== "scope") return vs.kind;
  const params = Object.entries(writeScope(vs.scope));
  return params.length === 0 ? "all" : params.map(([param, value]) => `${param}:${value}`).join(";");
}

/**
 * The period just before a scope's, of the same length: as many calendar months where it is of whole months, else as many days.
 * Null for a scope without a first day, before which there is nothing.
 * @param today the network's; a period without an end ends with it.
 */
export function previousPeriod({ from, to }: Scope, today: string): { readonly from: string; readonly to: string } | null {
  if (from === undefined) return null;
  const tomorrow = addDays(today, 1);
  const end = to === undefined || to > tomorrow ? tomorrow : to;
  if (end <= from) return null;
  if (from.endsWith("-01") && end.endsWith("-01")) return { from: monthStart(from, -monthsBetween(from, end)), to: from };
  const days = Math.round((Date.parse(end) - Date.parse(from)) / 86_400_000);
  return { from: addDays(from, -days), to: from };
}

function monthsBetween(from: string, to: string): number {
  const [a = 0, b = 0] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  return b - a;
}

const PERIOD = ["from", "to"] as const;

/** The two sides that the API is to compare; null where there is no such thing. */
export function comparedScopes(scope: Scope, vs: Vs, today: string): { readonly to: Scope; readonly leaveOut: boolean } | null {
  switch (vs.kind) {
    case "previous": {
      const period = previousPeriod(scope, today);
      return period === null ? null : { to: { ...without(scope, ...PERIOD), ...period }, leaveOut: false };
    }
    case "rest": {
      const onlyPeriod = Object.keys(without(scope, ...PERIOD)).length === 0;
      if (Object.keys(scope).length === 0) return null;
      return { to: onlyPeriod ? {} : periodOf(scope), leaveOut: true };
    }
    case "scope":
      return { to: vs.scope, leaveOut: false };
  }
}

const periodOf = ({ from, to }: Scope): Scope => ({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });

/** What can be compared with a scope by itself, the most telling first. */
export function defaultVs(scope: Scope, today: string): Vs {
  if (previousPeriod(scope, today) !== null) return { kind: "previous" };
  return { kind: "rest" };
}
