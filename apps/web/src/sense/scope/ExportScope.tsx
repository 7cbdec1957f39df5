import { useMemo, type ReactNode } from "react";
import { ExportContext } from "../../chart/exportContext";
import { useAsOf } from "./asOf";
import { useNetwork } from "./network";
import { useScopeOptions } from "./scopeOptions";
import { scopeChips } from "./scopeWords";
import { usePageSearch } from "./useScope";
import { useShowing } from "./useShowing";

/** Tells every figure of a page what its exports must say: filters, as-of date and source. */
export function ExportScope({ children }: { readonly children: ReactNode }) {
  const { scope } = usePageSearch();
  const { network } = useNetwork();
  const { names } = useScopeOptions();
  const asOf = useAsOf(scope);
  const showing = useShowing(scope);
  const notes = useMemo(() => {
    const records = network.demo ? "invented records of a demo network" : "the network's own records";
    const filters = scopeChips(scope, names).map(({ label }) => label);
    return { filters, asOf, source: `${network.name}, ${records}`, protected: showing === "protected" };
  }, [scope, names, asOf, network, showing]);
  return <ExportContext value={notes}>{children}</ExportContext>;
}
