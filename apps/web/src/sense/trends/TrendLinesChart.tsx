import { memo } from "react";
import { BandLineChart } from "../../chart/BandLineChart";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { ticks, zeroBased } from "../../chart/domain";
import { TONE_COLOR } from "../../chart/IntervalStrip";
import { AnnotationKey } from "../annotations/AnnotationKey";
import type { Annotation } from "../annotations/annotationsQuery";
import { marksOf, onMonths, type KeyedAnnotation } from "../annotations/onAxis";
import { counted, percent, percentMark, valueText, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { monthName } from "../scope/period";
import { moversSentence } from "./trendFinding";
import { monthlyChange, qText, type Trend, type TrendGroups } from "./trendGroups";
import classes from "./trends.module.css";
import { trendTarget, type Evidence } from "./trendTarget";

interface PointRow {
  readonly trend: Trend;
  readonly point: Trend["points"][number];
}

const COLUMNS: readonly Column<PointRow>[] = [
  { header: "Topic", value: ({ trend }) => trend.topic.label },
  { header: "Direction", value: ({ trend }) => trend.direction.toLowerCase() },
  { header: "Month", value: ({ point }) => point.start, cell: ({ point }) => monthName(point.start) },
  { header: "Tagged", value: ({ point }) => written(point.count), numeric: true },
  { header: "Share", value: ({ point }) => written(point.share), cell: ({ point }) => valueText(point.share, "share"), numeric: true },
  { header: "Interval low", value: ({ point }) => point.share.low, cell: ({ point }) => point.share.low !== null && percent(point.share.low), numeric: true },
  { header: "Interval high", value: ({ point }) => point.share.high, cell: ({ point }) => point.share.high !== null && percent(point.share.high), numeric: true },
  { header: "n", value: ({ point }) => point.share.n, numeric: true },
];

interface PanelProps {
  readonly trend: Trend;
  readonly evidence: Evidence;
  readonly notes: readonly KeyedAnnotation[];
}

function TrendPanel({ trend, evidence, notes }: PanelProps) {
  const { points, topic, direction, ratioPerMonth, qValue } = trend;
  const rising = direction === "RISING";
  const y = zeroBased(points.map(({ share }) => share.high ?? share.value ?? 0), 3);
  const last = points.length - 1;
  const hidden = points.filter(({ share }) => share.withheld === "TOO_FEW").length;
  return (
    <li className={classes["panel"]}>
      <h3>{topic.label}</h3>
      <p>
        <span className={classes["swatch"]} data-direction={direction} />
        <strong>
          {rising ? "Rising" : "Falling"} {ratioPerMonth.value === null ? "" : monthlyChange(ratioPerMonth.value)} a month
        </strong>
        , ratio <FigureValue {...trendTarget(trend, evidence)} />, q {qText(qValue)}
      </p>
      {hidden === points.length ? (
        <p className={classes["hidden"]}>No single month has enough in it to show. The trend is that of all of them together.</p>
      ) : (
        <BandLineChart
          small
          dots
          points={points.map(({ share }, x) => ({
            x,
            value: share.value,
            band: share.low === null || share.high === null ? null : [share.low, share.high],
          }))}
          x={{
            domain: { low: 0, high: last },
            marks: [0, last],
            format: (x) => monthName(points[x]?.start ?? "2000-01-01"),
          }}
          y={{ domain: y, marks: ticks(y, 3), format: percentMark }}
          notes={marksOf(notes, topic.code)}
          color={TONE_COLOR[rising ? "rising" : "falling"]}
        />
      )}
      {hidden > 0 && hidden < points.length && (
        <p className={classes["gaps"]}>
          {hidden} of {counted(points.length, "month")} {hidden === 1 ? "has" : "have"} too few to show.
        </p>
      )}
    </li>
  );
}

interface Props {
  readonly groups: TrendGroups;
  readonly evidence: Evidence;
  readonly basis: string;
  /** What happened on the way; told of all topics, and of those shown. */
  readonly annotations: readonly Annotation[];
  /** Whether the reader may add to it. */
  readonly mayAnnotate: boolean;
}

/** One line a moving topic, in its band; the surest first. */
export const TrendLinesChart = memo(function TrendLinesChart({ groups, evidence, basis, annotations, mayAnnotate }: Props) {
  const movers = [...groups.rising, ...groups.falling];
  const rows = movers.flatMap((trend) => trend.points.map((point) => ({ trend, point })));
  const months = movers[0]?.points.map(({ start }) => start) ?? [];
  const notes = onMonths(annotations, months, new Set(movers.map(({ topic }) => topic.code)));
  const word = evidence === "REQUESTS" ? "requests" : "sessions";
  return (
    <ChartFigure
      title={moversSentence(groups)}
      subtitle={`Share of each month's ${word} on the topic, with 95% intervals; each on its own scale from zero. ${basis}`}
      rows={rows}
      columns={COLUMNS}
    >
      <ul className={classes["panels"]}>
        {movers.map((trend) => (
          <TrendPanel key={trend.topic.id} trend={trend} evidence={evidence} notes={notes} />
        ))}
      </ul>
      <AnnotationKey annotations={notes} mayWrite={mayAnnotate} />
    </ChartFigure>
  );
});
