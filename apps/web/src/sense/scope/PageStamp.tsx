import { useMemo, type ReactNode } from "react";
import { PageToolsContext } from "../../ui/pageTools";
import { useAsOf } from "./asOf";
import { useFreshness } from "./freshness";
import { useNetwork } from "./network";
import { useScopeOptions } from "./scopeOptions";
import type { Scope } from "./scope";
import { scopeChips } from "./scopeWords";
import { useShowing } from "./useShowing";

interface Props {
  readonly scope: Scope;
  readonly children: ReactNode;
}

/** Stamps every page within: as of when, how far its records go, and, on paper, its filters in words. */
export function PageStamp({ scope, children }: Props) {
  const { network, today } = useNetwork();
  const { names } = useScopeOptions();
  const asOf = useAsOf(scope);
  const freshness = useFreshness();
  const isProtected = useShowing(scope) === "protected";
  // A period that ends on today's midnight tells another story than now, later on the same day.
  const isOfNow = !isProtected && (scope.to === undefined || scope.to > today);
  const tools = useMemo(() => {
    const filters = scopeChips(scope, names).map(({ label }) => label);
    // Protected figures end with the last whole month: how far the records go beyond is nobody's there.
    const records = isProtected ? "the network's figures are published once a month" : freshness;
    return {
      stamp: (
        <p>
          As of {isOfNow ? "now, " : ""}
          {asOf}
          {records !== null && ` · ${records}`}
        </p>
      ),
      records: records === null ? null : `${records.charAt(0).toUpperCase()}${records.slice(1)}`,
      printed: (
        <p className="on-paper-only">
          {network.name}. Filters: {filters.length === 0 ? "none, the whole network" : filters.join("; ")}.
        </p>
      ),
    };
  }, [scope, names, asOf, freshness, isProtected, isOfNow, network.name]);
  return <PageToolsContext value={tools}>{children}</PageToolsContext>;
}
