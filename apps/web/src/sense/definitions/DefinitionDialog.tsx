import { Anchor, Modal } from "@mantine/core";
import { basisText, valueText } from "../figure/format";
import type { DefinitionPanelProps } from "../figure/FigureMenu";
import type { FigureTarget } from "../figure/target";
import { UNIT_OF } from "../figure/units";
import { useAsOf } from "../scope/asOf";
import { useScope } from "../scope/useScope";
import classes from "./definitions.module.css";
import { MetricDetails } from "./MetricDetails";
import { useMetrics } from "./metrics";

/** A figure's value here and now. */
function Here({ target }: { readonly target: FigureTarget }) {
  const { scope } = useScope();
  const asOf = useAsOf(scope);
  const unit = UNIT_OF[target.metric];
  const basis = basisText(target.figure, unit);
  return (
    <p className={classes["here"]}>
      <strong>{valueText(target.figure, unit)}</strong>
      <span>
        {target.label}. {basis === "" ? "" : `${basis}. `}As of {asOf}.
      </span>
    </p>
  );
}

/** What a figure is: its value here and now, and its definition; of a metric's name, the definition alone. */
export function DefinitionDialog({ metric: metricId, target, onClose }: DefinitionPanelProps) {
  const metric = useMetrics().find(({ id }) => id === metricId);
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className={classes["title"]}>{metric?.label ?? target?.label ?? "Definition"}</span>}
      centered
      size="lg"
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": "Close" }}
      transitionProps={{ duration: 0 }}
      returnFocus={false}
    >
      {target !== null && <Here target={target} />}
      {metric === undefined ? (
        <p>The registry has no definition of this figure yet.</p>
      ) : (
        <>
          <p className={classes["definition"]}>{metric.definition}</p>
          <MetricDetails metric={metric} />
          <Anchor href={`/definitions#${metric.id}`}>All definitions</Anchor>
        </>
      )}
    </Modal>
  );
}
