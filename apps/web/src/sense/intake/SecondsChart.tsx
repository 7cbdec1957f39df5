import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { percentX, ticks, zeroBased } from "../../chart/domain";
import { count, counted, type FigureFields } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import classes from "./intake.module.css";
import { timesSentence, type Times } from "./intakeFinding";

interface Bin {
  readonly from: number;
  readonly to: number | null;
  readonly requests: FigureFields;
}

const between = ({ from, to }: Bin) => (to === null ? `${from} s and longer` : `${from} s to under ${to} s`);

const COLUMNS: readonly Column<Bin>[] = [
  { header: "Time in the form", value: between },
  { header: "Requests", value: ({ requests }) => requests.value, numeric: true },
];

const TOP = 34;
const BASE = 180;
/** Room for the numbers at the left, as a share of the width. */
const LEFT = 0.07;

interface MarkProps {
  readonly label: string;
  readonly figure: FigureFields;
  readonly at: (seconds: number) => number;
  /** Where its interval is drawn, over the columns. */
  readonly row: number;
}

/** A quantile: a line through the columns, its interval over them. */
function Mark({ label, figure: { value, low, high }, at, row }: MarkProps) {
  if (value === null) return null;
  const nearEnd = at(value) > 0.7;
  return (
    <g>
      <line x1={percentX(at(value))} x2={percentX(at(value))} y1={row} y2={BASE} stroke="var(--ink)" strokeWidth="1.5" strokeDasharray="3 3" />
      {low !== null && high !== null && <line x1={percentX(at(low))} x2={percentX(at(high))} y1={row} y2={row} stroke="var(--ink)" strokeWidth="2.5" strokeLinecap="round" />}
      <circle cx={percentX(at(value))} cy={row} r="4" fill="var(--ink)" />
      <text className={classes["mark"]} x={percentX(at(nearEnd ? value : (high ?? value)) + (nearEnd ? -0.015 : 0.015))} y={row + 4} textAnchor={nearEnd ? "end" : "start"}>
        {label}
      </text>
    </g>
  );
}

function Drawing({ bins, times }: { readonly bins: readonly Bin[]; readonly times: Times }) {
  const step = (1 - LEFT) / Math.max(1, bins.length);
  const width = bins[0]?.to ?? 1;
  const longest = width * bins.length;
  const at = (seconds: number) => LEFT + (Math.min(seconds, longest) / longest) * (1 - LEFT);
  const domain = zeroBased(bins.map(({ requests }) => requests.value ?? 0));
  const y = (value: number) => TOP + (BASE - TOP) * (1 - value / domain.high);
  return (
    <svg className={classes["seconds"]} aria-hidden>
      {ticks(domain).map((mark) => (
        <g key={mark}>
          <line x1={percentX(LEFT)} x2="100%" y1={y(mark)} y2={y(mark)} stroke="var(--hairline)" />
          <text x={percentX(LEFT - 0.015)} y={y(mark) + 4} textAnchor="end">
            {mark}
          </text>
        </g>
      ))}
      {bins.map(({ from, to, requests }, index) => (
        <rect key={from} x={percentX(LEFT + (index + 0.06) * step)} width={percentX(step * 0.88)} y={y(requests.value ?? 0)} height={BASE - y(requests.value ?? 0)} fill={to === null ? "var(--noise)" : "var(--accent)"} />
      ))}
      <Mark label="half are through" figure={times.medianSeconds} at={at} row={10} />
      <Mark label="nine in ten" figure={times.ninetiethSeconds} at={at} row={26} />
      {bins
        .filter(({ from }) => from % 60 === 0)
        .map(({ from, to }) => (
          <text key={from} x={to === null ? "100%" : percentX(at(from))} y={BASE + 18} textAnchor={from === 0 ? "start" : to === null ? "end" : "middle"}>
            {to === null ? `${from} s +` : `${from} s`}
          </text>
        ))}
    </svg>
  );
}

interface Props {
  readonly bins: readonly Bin[];
  readonly times: Times;
  readonly untimed: number;
  readonly asOf: string;
}

/** How long the form took those who sent it. */
export function SecondsChart({ bins, times, untimed, asOf }: Props) {
  const rest = untimed === 0 ? "" : ` Of ${counted(untimed, "more request")} the form told no time.`;
  return (
    <ChartFigure
      title={timesSentence(times)}
      subtitle={`Requests by seconds from opening the form to sending it, by its own clock; median and 90th percentile with 95% intervals. n ${count(times.medianSeconds.n ?? 0)} requests.${rest} As of ${asOf}.`}
      rows={bins}
      columns={COLUMNS}
    >
      <div className={classes["headlines"]}>
        <FigureValue show="headline" label="Half are through in" metric="intake_seconds" figure={times.medianSeconds} caption="half are through" />
        <FigureValue show="headline" label="Nine in ten are through in" metric="intake_seconds" figure={times.ninetiethSeconds} caption="nine in ten are through" />
      </div>
      <Drawing bins={bins} times={times} />
    </ChartFigure>
  );
}
