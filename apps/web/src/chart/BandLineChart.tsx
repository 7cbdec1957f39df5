import { Area, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from "recharts";
import classes from "./chart.module.css";
import type { Domain } from "./domain";

interface BandPoint {
  readonly x: number;
  readonly value: number | null;
  /** Low and high end of the interval. */
  readonly band: readonly [number, number] | null;
}

interface Props {
  readonly points: readonly BandPoint[];
  readonly x: { readonly domain: Domain; readonly marks: readonly number[]; readonly format: (x: number) => string };
  readonly y: { readonly domain: Domain; readonly marks: readonly number[]; readonly format: (y: number) => string };
  readonly color: string;
  /** A survival curve steps down; a share runs from month to month. */
  readonly step?: boolean;
  readonly dots?: boolean;
  readonly small?: boolean;
  /** A moment worth a line, with its name. */
  readonly moment?: { readonly x: number; readonly label: string };
  /** What happened on the way, by the numbers of a key that stands below. */
  readonly notes?: readonly { readonly x: number; readonly number: number }[];
}

const tick = { fontSize: 12, fill: "var(--muted)" };

/** A line in its band. What it says in words stands in the figure around it. */
export function BandLineChart({ points, x, y, color, step = false, dots = false, small = false, moment, notes = [] }: Props) {
  const type = step ? "stepAfter" : "linear";
  return (
    <div aria-hidden>
      <ComposedChart
        responsive
        className={classes[small ? "plotSmall" : "plot"] ?? ""}
        data={points}
        margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <XAxis
          dataKey="x"
          type="number"
          domain={[x.domain.low, x.domain.high]}
          ticks={x.marks}
          tickFormatter={x.format}
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: "var(--edge)" }}
          interval="preserveStartEnd"
        />
        <YAxis
          domain={[y.domain.low, y.domain.high]}
          ticks={y.marks}
          tickFormatter={y.format}
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={44}
          interval={0}
          allowDataOverflow
        />
        {y.marks.map((mark) => (
          <ReferenceLine key={mark} y={mark} stroke="var(--hairline)" />
        ))}
        {moment !== undefined && (
          <ReferenceLine
            x={moment.x}
            stroke="var(--ink)"
            strokeDasharray="3 3"
            label={{ value: moment.label, position: "insideTopLeft", fill: "var(--ink)", fontSize: 12 }}
          />
        )}
        {notes.map(({ x: at, number }) => (
          <ReferenceLine
            key={number}
            x={at}
            stroke="var(--noise)"
            strokeDasharray="2 3"
            label={{ value: String(number), position: "insideTop", dy: -8, fill: "var(--muted)", fontSize: 11, fontWeight: 600 }}
          />
        ))}
        <Area dataKey="band" type={type} stroke="none" fill={color} fillOpacity={0.18} isAnimationActive={false} />
        <Line
          dataKey="value"
          type={type}
          stroke={color}
          strokeWidth={2}
          dot={dots ? { r: 2.5, fill: color, strokeWidth: 0 } : false}
          isAnimationActive={false}
        />
      </ComposedChart>
    </div>
  );
}
