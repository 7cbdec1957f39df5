import type { MetricId } from "@arl/schema/metrics";
import { memo } from "react";
import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import type { Domain } from "../../chart/domain";
import { PairStrip } from "../../chart/PairStrip";
import { graphql } from "../../gql";
import { bare, valueText, written, type FigureFields } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { UNIT_OF } from "../figure/units";
import { Refused } from "../../ui/Refused";
import classes from "./depth.module.css";

graphql(`
  fragment CallCurveChart_curve on CallCurve {
    relationships
    slope {
      ...FigureValue_figure @unmask
    }
    points {
      call
      raw {
        ...FigureValue_figure @unmask
      }
      change {
        ...FigureValue_figure @unmask
      }
    }
    refusal {
      why
      wouldLift
    }
  }
`);

export interface CallPoint {
  readonly call: number;
  readonly raw: FigureFields;
  readonly change: FigureFields;
}

export interface Curve {
  readonly relationships: number;
  readonly slope: FigureFields;
  readonly points: readonly CallPoint[];
  readonly refusal?: { readonly why: string; readonly wouldLift: string } | null;
}

/** The change since the first call, put where the first call's mean is; null where it is withheld. */
export function placedChange(points: readonly CallPoint[], { change }: CallPoint): { value: number | null; low: number | null; high: number | null } {
  const start = points[0]?.raw.value ?? null;
  if (start === null || change.value === null) return { value: null, low: null, high: null };
  const at = (end: number | null) => (end === null ? null : start + end);
  return { value: at(change.value), low: at(change.low), high: at(change.high) };
}

/** Every end that is drawn. */
export const ratingEnds = (points: readonly CallPoint[]): readonly number[] =>
  points.flatMap((point) => [point.raw.low, point.raw.value, placedChange(points, point).low]).filter((end) => end !== null);

interface Props {
  readonly title: string;
  /** What is refused, where it is: "Change of the rating by call". */
  readonly what: string;
  readonly subtitle: string;
  readonly curve: Curve;
  readonly metrics: { readonly raw: MetricId; readonly change: MetricId };
  readonly axis: { readonly domain: Domain; readonly marks: readonly number[]; readonly format: (mark: number) => string };
  readonly rated?: boolean;
}

function columnsOf({ raw, change }: Props["metrics"]): readonly Column<CallPoint>[] {
  const [rawUnit, changeUnit] = [UNIT_OF[raw], UNIT_OF[change]];
  const end = (pick: (point: CallPoint) => number | null, unit: typeof rawUnit | typeof changeUnit) => ({
    value: pick,
    cell: (point: CallPoint) => {
      const value = pick(point);
      return value !== null && bare(value, unit);
    },
    numeric: true as const,
  });
  return [
    { header: "Call", value: ({ call }) => call },
    { header: "All who came so far", value: (point) => written(point.raw), cell: (point) => valueText(point.raw, rawUnit), numeric: true },
    { header: "Low", ...end((point) => point.raw.low, rawUnit) },
    { header: "High", ...end((point) => point.raw.high, rawUnit) },
    { header: "n", value: (point) => point.raw.n, numeric: true },
    { header: "Since the first call, same relationships", value: (point) => written(point.change), cell: (point) => valueText(point.change, changeUnit), numeric: true },
    { header: "Change low", ...end((point) => point.change.low, changeUnit) },
    { header: "Change high", ...end((point) => point.change.high, changeUnit) },
    { header: "Change n", value: (point) => point.change.n, numeric: true },
  ];
}

/** What changes from call to call: the same relationships above, everybody who came so far below, grey. */
export const CallCurveChart = memo(function CallCurveChart({ title, what, subtitle, curve, metrics, axis, rated = false }: Props) {
  if (curve.refusal) return <Refused what={what} why={curve.refusal.why} wouldLift={curve.refusal.wouldLift} />;
  const { points } = curve;
  return (
    <ChartFigure title={title} subtitle={subtitle} rows={points} columns={columnsOf(metrics)}>
      <p className={classes["legend"]}>
        <span>
          <span className={classes["dot"]} data-tone="accent" /> the same relationships
        </span>
        <span>
          <span className={classes["dot"]} data-tone="noise" /> all who came so far
        </span>
      </p>
      <ul className={classes["calls"]}>
        <li aria-hidden>
          <span>Call</span>
          <AxisStrip {...axis} />
          <span>All</span>
          <span>Change</span>
        </li>
        {points.map((point) => (
          <li key={point.call}>
            <span>{point.call}</span>
            <PairStrip own={placedChange(points, point)} other={point.raw} domain={axis.domain} />
            <FigureValue label={`${what}, call ${point.call}, all who came so far`} metric={metrics.raw} figure={point.raw} records={{ kind: "sessions", rated }} />
            {point.call === 1 ? <span className={classes["quiet"]}>start</span> : <FigureValue label={`${what}, call ${point.call}, since the first`} metric={metrics.change} figure={point.change} />}
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
});
