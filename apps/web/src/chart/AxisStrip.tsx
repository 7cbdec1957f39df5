import classes from "./chart.module.css";
import { percentX, place, type Domain } from "./domain";

interface Props {
  readonly domain: Domain;
  readonly marks: readonly number[];
  readonly format: (value: number) => string;
  readonly scale?: "linear" | "log";
}

function anchor(share: number): "start" | "middle" | "end" {
  if (share < 0.04) return "start";
  return share > 0.96 ? "end" : "middle";
}

/** The numbers of an axis, for rows of strips below it. */
export function AxisStrip({ domain, marks, format, scale = "linear" }: Props) {
  return (
    <svg className={classes["axis"]} aria-hidden>
      {marks.map((mark) => {
        const share = place(mark, domain, scale);
        return (
          <text key={mark} x={percentX(share)} y="13" textAnchor={anchor(share)}>
            {format(mark)}
          </text>
        );
      })}
    </svg>
  );
}
