import { heatLegend } from "../../chart/heatScale";
import { count } from "../figure/format";
import classes from "./needs.module.css";

/** What each shade stands for. */
export function HeatLegend({ max, unit }: { readonly max: number; readonly unit: string }) {
  return (
    <p className={classes["legend"]}>
      <span>{unit} in a cell</span>
      {heatLegend(max).map(({ step, from, to }) => (
        <span key={step} className={classes["key"]}>
          <span className={classes["swatch"]} data-step={step} />
          {from === to ? count(from) : `${count(from)}–${count(to)}`}
        </span>
      ))}
    </p>
  );
}
