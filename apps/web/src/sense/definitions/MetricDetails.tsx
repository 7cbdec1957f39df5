import classes from "./definitions.module.css";
import type { Metric } from "./metrics";

/** How a number comes about. */
export function MetricDetails({ metric }: { readonly metric: Metric }) {
  return (
    <dl className={classes["details"]}>
      <dt>Unit</dt>
      <dd>{metric.unit}</dd>
      <dt>Formula</dt>
      <dd>{metric.formula}</dd>
      <dt>n counts</dt>
      <dd>{metric.denominator}</dd>
      <dt>Method</dt>
      <dd>{metric.source}</dd>
    </dl>
  );
}
