import { Bar, BarChart, LabelList, XAxis, YAxis } from "recharts";
import classes from "./chart.module.css";

export interface NamedBar {
  readonly name: string;
  readonly size: number;
  readonly label: string;
}

/** Counts as columns from zero, each with its number on top. */
export function ColumnsChart({ bars }: { readonly bars: readonly NamedBar[] }) {
  return (
    <div aria-hidden>
      <BarChart
        responsive
        className={classes["plot"] ?? ""}
        data={[...bars]}
        margin={{ top: 24, right: 8, bottom: 0, left: 8 }}
        accessibilityLayer={false}
      >
        <XAxis
          dataKey="name"
          tick={{ fontSize: 13, fill: "var(--muted)" }}
          tickLine={false}
          axisLine={{ stroke: "var(--edge)" }}
        />
        <YAxis hide domain={[0, "dataMax"]} />
        <Bar dataKey="size" fill="var(--accent)" radius={[4, 4, 0, 0]} maxBarSize={72} isAnimationActive={false}>
          <LabelList dataKey="label" position="top" fill="var(--ink)" fontSize={13} />
        </Bar>
      </BarChart>
    </div>
  );
}
