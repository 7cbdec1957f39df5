import { heatLegend } from "../../chart/heatScale";
import { count } from "../figure/format";
import classes from "./needs.module.css";

/** What each shade stands for. */
export function HeatLegend({ max, unit, withholds }: { readonly max: number; readonly unit: string; readonly withholds: boolean }) {
  return (
    <p className={classes["legend"]}>
      <span>{unit} in a cell</span>
      {heatLegend(max).map(({ step, from, to }) => (
        <span key={step} className={classes["key"]}>
          <span className={classes["swatch"]} data-step={step} />
          {from === to ? count(from) : `${count(from)}–${count(to)}`}
        </span>
      ))}
      {withholds && (
        <span className={classes["key"]}>
          <span className={classes["swatch"]} data-withheld />
          too few to show
        </span>
      )}
    </p>
  );
}
