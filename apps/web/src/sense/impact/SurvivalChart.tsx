import { BandLineChart } from "../../chart/BandLineChart";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { bare, count, percent, percentMark, valueText, written, type FigureFields } from "../figure/format";
import { survivalSentence } from "./impactFinding";
import { followed, type SurvivalPoint as Point } from "./survivalPoints";

interface Props {
  readonly points: readonly Point[];
  readonly median: FigureFields;
  readonly sustained: FigureFields;
  readonly asOf: string;
}

const COLUMNS: readonly Column<Point>[] = [
  { header: "Months since first call", value: ({ months }) => months, cell: ({ months }) => bare(months, "months") },
  { header: "Followed", value: ({ atRisk }) => atRisk, numeric: true },
  { header: "Still going", value: ({ survival }) => written(survival), cell: ({ survival }) => valueText(survival, "share"), numeric: true },
  { header: "Interval low", value: ({ survival }) => survival.low, cell: ({ survival }) => survival.low !== null && percent(survival.low), numeric: true },
  { header: "Interval high", value: ({ survival }) => survival.high, cell: ({ survival }) => survival.high !== null && percent(survival.high), numeric: true },
];

const QUARTERS = [0, 0.25, 0.5, 0.75, 1];

/** Every relationship begins. */
const START = { months: 0, survival: { value: 1, low: 1, high: 1 } };

/** How long relationships go on. A step down is one that ended; those still open count for as long as they were followed. */
export function SurvivalChart({ points: all, median, sustained, asOf }: Props) {
  const points = followed(all);
  const n = median.n ?? sustained.n;
  const last = Math.max(4, Math.ceil(points.at(-1)?.months ?? 0));
  const marks = Array.from({ length: last + 1 }, (_, month) => month).filter((month) => last <= 12 || month % 3 === 0);
  return (
    <ChartFigure
      title={survivalSentence(median, sustained)}
      subtitle={`Share of relationships still going, by months since the first call, with 95% intervals. ${n === null ? "As" : `n ${count(n)} relationships, as`} of ${asOf}.`}
      rows={points}
      columns={COLUMNS}
    >
      <BandLineChart
        step
        points={[START, ...points].map(({ months, survival: { value, low, high } }) => ({
          x: months,
          value,
          band: low === null || high === null ? null : [low, high],
        }))}
        x={{ domain: { low: 0, high: last }, marks, format: (month) => (month === last ? `${month} mo` : String(month)) }}
        y={{ domain: { low: 0, high: 1 }, marks: QUARTERS, format: percentMark }}
        color="var(--accent)"
        moment={{ x: 4, label: sustained.value === null ? "4 months" : `4 months: ${percent(sustained.value)}` }}
      />
    </ChartFigure>
  );
}
