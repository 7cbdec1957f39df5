import { Bar, BarChart, LabelList, XAxis, YAxis } from "recharts";
import { useId } from "react";
import classes from "./chart.module.css";

export interface NamedBar {
  readonly name: string;
  readonly size: number;
  readonly label: string;
  /** There is a number, but it may not be shown: a hatched stub stands for it. */
  readonly withheld?: boolean;
}

/** Of the tallest column: enough to be seen, and the same whatever it hides. */
const STUB = 0.08;

/** Counts as columns from zero, each with its number on top. */
export function ColumnsChart({ bars }: { readonly bars: readonly NamedBar[] }) {
  const hatch = useId();
  const stub = STUB * Math.max(1, ...bars.map(({ size }) => size));
  const data = bars.map(({ withheld = false, ...bar }) => (withheld ? { name: bar.name, stub, stubLabel: bar.label } : bar));
  return (
    <div aria-hidden>
      <BarChart
        responsive
        className={classes["plot"] ?? ""}
        data={data}
        margin={{ top: 24, right: 8, bottom: 0, left: 8 }}
        accessibilityLayer={false}
      >
        <defs>
          <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="7" height="7" fill="var(--sunken)" />
            <rect width="7" height="1" fill="var(--edge)" />
          </pattern>
        </defs>
        <XAxis
          dataKey="name"
          tick={{ fontSize: 13, fill: "var(--muted)" }}
          tickLine={false}
          axisLine={{ stroke: "var(--edge)" }}
        />
        <YAxis hide domain={[0, "dataMax"]} />
        <Bar dataKey="size" stackId="column" fill="var(--accent)" radius={[4, 4, 0, 0]} maxBarSize={72} isAnimationActive={false}>
          <LabelList dataKey="label" position="top" fill="var(--ink)" fontSize={13} />
        </Bar>
        <Bar dataKey="stub" stackId="column" fill={`url(#${hatch})`} radius={[4, 4, 0, 0]} maxBarSize={72} isAnimationActive={false}>
          <LabelList dataKey="stubLabel" position="top" fill="var(--muted)" fontSize={12} />
        </Bar>
      </BarChart>
    </div>
  );
}
