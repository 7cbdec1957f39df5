import { useNetwork } from "./network";
import { dayName } from "./period";
import type { Scope } from "./scope";
import { publishedOn } from "./showing";
import { useShowing } from "./useShowing";

/**
 * The day a page's figures are as of, in words: the end of the scope's period, else the network's today, or for protected
 * figures the first of its month.
 */
export function useAsOf(scope: Scope): string {
  const showing = useShowing(scope);
  const { today } = useNetwork();
  const last = showing === "exact" ? today : publishedOn(today);
  return dayName(scope.to !== undefined && scope.to < last ? scope.to : last);
}
