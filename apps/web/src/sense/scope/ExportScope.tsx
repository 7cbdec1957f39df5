import { useMemo, type ReactNode } from "react";
import { ExportContext } from "../../chart/exportContext";
import { useAsOf } from "./asOf";
import { useFreshness } from "./freshness";
import { useNetwork } from "./network";
import { PageStamp } from "./PageStamp";
import { useScopeOptions } from "./scopeOptions";
import type { Scope } from "./scope";
import { scopeChips } from "./scopeWords";
import { usePageSearch } from "./useScope";
import { useShowing } from "./useShowing";

/** Tells every figure of a page what its exports must say: filters, as-of date and source. */
export function ExportScope({ children }: { readonly children: ReactNode }) {
  return <ExportNotesOf scope={usePageSearch().scope}>{children}</ExportNotesOf>;
}

const WHOLE: Scope = {};

/** The same on a page that no filter narrows. */
export function WholeExportScope({ children }: { readonly children: ReactNode }) {
  return <ExportNotesOf scope={WHOLE}>{children}</ExportNotesOf>;
}

function ExportNotesOf({ scope, children }: { readonly scope: Scope; readonly children: ReactNode }) {
  const { network } = useNetwork();
  const { names } = useScopeOptions();
  const asOf = useAsOf(scope);
  const showing = useShowing(scope);
  const freshness = useFreshness();
  const notes = useMemo(() => {
    const records = network.demo ? "invented records of a demo network" : "the network's own records";
    const filters = scopeChips(scope, names).map(({ label }) => label);
    return { filters, asOf, dataTo: showing === "exact" ? freshness : null, source: `${network.name}, ${records}`, protected: showing === "protected" };
  }, [scope, names, asOf, network, showing, freshness]);
  return (
    <ExportContext value={notes}>
      <PageStamp scope={scope}>{children}</PageStamp>
    </ExportContext>
  );
}
