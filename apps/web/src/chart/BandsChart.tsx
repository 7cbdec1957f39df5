import { Area, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from "recharts";
import classes from "./chart.module.css";
import type { Domain } from "./domain";

interface BandPoint {
  readonly x: number;
  readonly value: number | null;
  /** Low and high end of the interval. */
  readonly band: readonly [number, number] | null;
}

export interface Band {
  readonly name: string;
  readonly color: string;
  readonly dashed?: boolean;
  readonly points: readonly BandPoint[];
}

interface Axis {
  readonly domain: Domain;
  readonly marks: readonly number[];
  readonly format: (value: number) => string;
}

interface Props {
  readonly bands: readonly Band[];
  readonly x: Axis;
  readonly y: Axis;
  /** A level worth a line, with its name. */
  readonly level?: { readonly y: number; readonly label: string };
}

const tick = { fontSize: 12, fill: "var(--muted)" };

/** Lines in their bands, one over the other; the first stands behind. Names stand in a key beside it. */
export function BandsChart({ bands, x, y, level }: Props) {
  const data = (bands[0]?.points ?? []).map((point, index) => ({
    x: point.x,
    ...Object.fromEntries(bands.flatMap(({ points }, place) => [[`value${place}`, points[index]?.value ?? null], [`band${place}`, points[index]?.band ?? null]])),
  }));
  return (
    <div aria-hidden>
      <ComposedChart responsive className={classes["plot"] ?? ""} data={data} margin={{ top: 8, right: 16, bottom: 0, left: 0 }} accessibilityLayer={false}>
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
        {level !== undefined && (
          <ReferenceLine y={level.y} stroke="var(--ink)" strokeDasharray="2 4" label={{ value: level.label, position: "insideBottomRight", fill: "var(--ink)", fontSize: 12 }} />
        )}
        {bands.map(({ name, color }, place) => (
          <Area key={`${name} band`} dataKey={`band${place}`} type="linear" stroke={color} strokeOpacity={0.35} fill={color} fillOpacity={0.16} isAnimationActive={false} />
        ))}
        {bands.map(({ name, color, dashed = false }, place) => (
          <Line
            key={name}
            dataKey={`value${place}`}
            type="linear"
            stroke={color}
            strokeWidth={2.5}
            {...(dashed ? { strokeDasharray: "6 4" } : {})}
            dot={false}
            isAnimationActive={false}
          />
        ))}
      </ComposedChart>
    </div>
  );
}
