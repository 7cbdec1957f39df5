import { memo } from "react";
import { BandLineChart } from "../../chart/BandLineChart";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { ticks, zeroBased } from "../../chart/domain";
import { TONE_COLOR } from "../../chart/IntervalStrip";
import { fewSystemsWords } from "../figure/acrossSystems";
import { counted, percent, percentMark, valueText, written, type FigureFields } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { monthName } from "../scope/period";
import classes from "./pack.module.css";

export interface Mover {
  readonly topic: { readonly code: string; readonly label: string };
  readonly direction: string;
  readonly qValue: number | null;
  readonly acrossSystems: boolean | null;
  readonly ratioPerMonth: FigureFields;
  readonly points: readonly { readonly start: string; readonly share: FigureFields }[];
}

interface PointRow {
  readonly mover: Mover;
  readonly point: Mover["points"][number];
}

const COLUMNS: readonly Column<PointRow>[] = [
  { header: "Topic", value: ({ mover }) => mover.topic.label },
  { header: "Direction", value: ({ mover }) => mover.direction.toLowerCase() },
  { header: "Month", value: ({ point }) => point.start, cell: ({ point }) => monthName(point.start) },
  { header: "Share", value: ({ point }) => written(point.share), cell: ({ point }) => valueText(point.share, "share"), numeric: true },
  { header: "Interval low", value: ({ point }) => point.share.low, cell: ({ point }) => point.share.low !== null && percent(point.share.low), numeric: true },
  { header: "Interval high", value: ({ point }) => point.share.high, cell: ({ point }) => point.share.high !== null && percent(point.share.high), numeric: true },
  { header: "n", value: ({ point }) => point.share.n, numeric: true },
];

/** `2 topics rise and 5 fall`, of those that can be told from noise. */
function moversFinding(movers: readonly Mover[]): string {
  const rising = movers.filter(({ direction }) => direction === "RISING").length;
  const falling = movers.length - rising;
  const parts = [rising > 0 ? `${counted(rising, "topic rises", "topics rise")}` : null, falling > 0 ? (rising > 0 ? `${falling} fall${falling === 1 ? "s" : ""}` : counted(falling, "topic falls", "topics fall")) : null];
  return `${parts.filter((part) => part !== null).join(" and ")} in what is coached; the rest cannot be told from noise.`;
}

function Panel({ mover: { topic, direction, ratioPerMonth, points }, to }: { readonly mover: Mover; readonly to: string }) {
  const rising = direction === "RISING";
  const y = zeroBased(points.map(({ share }) => share.high ?? share.value ?? 0), 2);
  const last = points.length - 1;
  return (
    <li className={classes["panel"]}>
      <h3>{topic.label}</h3>
      <p>
        <span className={classes["swatch"]} data-direction={direction} />
        {rising ? "Rising" : "Falling"}, ratio a month{" "}
        <FigureValue label={`Monthly rate ratio of ${topic.label}`} metric="need_trend" figure={ratioPerMonth} records={{ kind: "sessions", within: { topics: [topic.code], to } }} />
      </p>
      <BandLineChart
        small
        dots
        points={points.map(({ share }, x) => ({ x, value: share.value, band: share.low === null || share.high === null ? null : [share.low, share.high] }))}
        x={{ domain: { low: 0, high: last }, marks: [0, last], format: (x) => monthName(points[x]?.start ?? "2000-01-01") }}
        y={{ domain: y, marks: ticks(y, 2), format: percentMark }}
        color={TONE_COLOR[rising ? "rising" : "falling"]}
      />
    </li>
  );
}

/** The topics that can be told to rise or fall, a small line each, in its band. */
export const MoversChart = memo(function MoversChart({ movers, to, asOf }: { readonly movers: readonly Mover[]; readonly to: string; readonly asOf: string }) {
  if (movers.length === 0) return null;
  return (
    <ChartFigure
      title={moversFinding(movers)}
      subtitle={`Share of each month's sessions on the topic, with 95% intervals; each on its own scale from zero, the surest first. ${asOf}${fewSystemsWords(movers, "Sessions")}`}
      rows={movers.flatMap((mover) => mover.points.map((point) => ({ mover, point })))}
      columns={COLUMNS}
    >
      <ul className={classes["panels"]}>
        {movers.map((mover) => (
          <Panel key={mover.topic.code} mover={mover} to={to} />
        ))}
      </ul>
    </ChartFigure>
  );
});
