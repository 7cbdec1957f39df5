import { use } from "react";
import { graphql } from "../../gql";
import classes from "./figure.module.css";
import { basisText, intervalText, valueText } from "./format";
import { FigureMenuContext } from "./menuContext";
import type { FigureTarget } from "./target";
import { UNIT_OF } from "./units";

graphql(`
  fragment FigureValue_figure on Figure {
    value
    low
    high
    n
    withheld
  }
`);

type Props = FigureTarget & {
  /** `headline` prints what the value rests on below it; `value` leaves that to the menu. */
  readonly show?: "headline" | "value";
  /** The value as it is written where its unit alone does not say it, such as a difference with its sign. */
  readonly text?: string;
  /** What the figure is of, printed under a headline's value. */
  readonly caption?: string;
};

/** A published number, wherever it stands: its value or why there is none, and one menu. */
export function FigureValue({ show = "value", caption, text: given, ...target }: Props) {
  const openMenu = use(FigureMenuContext);
  const { figure, metric, label } = target;
  const unit = UNIT_OF[metric];
  const text = given ?? valueText(figure, unit);
  const interval = intervalText(figure, unit);
  const basis = basisText(figure, unit);
  const spokenBasis = interval === null ? "" : `, 95% interval ${interval}`;
  return (
    <span className={classes["figure"]} data-show={show}>
      <button
        type="button"
        className={classes["value"]}
        data-withheld={figure.value === null ? (figure.withheld ?? undefined) : undefined}
        data-metric={metric}
        aria-haspopup="menu"
        aria-label={`${label}: ${text}${spokenBasis}`}
        onClick={(event) => openMenu(target, event.currentTarget)}
      >
        {text}
      </button>
      {caption !== undefined && <span className={classes["caption"]}>{caption}</span>}
      {show !== "value" && basis !== "" && <span className={classes["basis"]}>{basis}</span>}
    </span>
  );
}
