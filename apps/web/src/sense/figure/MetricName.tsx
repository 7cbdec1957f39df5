import type { MetricId } from "@arl/schema/metrics";
import { use, type ReactNode } from "react";
import classes from "./figure.module.css";
import { DefinitionContext } from "./menuContext";

/** The name of a metric, wherever it stands without its figure: its definition on hover and focus, all of it on a click. */
export function MetricName({ metric, children }: { readonly metric: MetricId; readonly children: ReactNode }) {
  const openDefinition = use(DefinitionContext);
  return (
    <button type="button" className={classes["name"]} data-metric={metric} aria-haspopup="dialog" onClick={(event) => openDefinition(metric, event.currentTarget)}>
      {children}
    </button>
  );
}
