import classes from "./chart.module.css";
import { percentX, type Domain } from "./domain";

interface WeekColumn {
  readonly count: number;
  readonly expected: number;
  /** Between which chance alone keeps the count. */
  readonly low: number;
  readonly high: number;
  /** One of the weeks that stand out. */
  readonly isMarked: boolean;
}

interface Props {
  /** In order of time, without gaps. */
  readonly weeks: readonly WeekColumn[];
  readonly domain: Domain;
  /** Marks of the vertical axis. */
  readonly marks: readonly number[];
  /** What stands under the first, the marked and the last week. */
  readonly labels: { readonly first: string; readonly last: string };
}

const TOP = 8;
const HEIGHT = 112;
/** Room for the numbers at the left, as a share of the width. */
const LEFT = 0.07;

/** Counts by week as columns, over the band in which chance keeps them; the weeks that stand out in colour. */
export function WeekColumns({ weeks, domain, marks, labels }: Props) {
  const step = (1 - LEFT) / Math.max(1, weeks.length);
  const y = (value: number) => TOP + (HEIGHT - TOP) * (1 - (Math.min(value, domain.high) - domain.low) / (domain.high - domain.low));
  const left = (index: number, inset = 0) => percentX(LEFT + (index + inset) * step);
  return (
    <svg className={classes["weeks"]} aria-hidden>
      {marks.map((mark) => (
        <g key={mark}>
          <line x1={percentX(LEFT)} x2="100%" y1={y(mark)} y2={y(mark)} stroke="var(--hairline)" />
          <text x={percentX(LEFT - 0.015)} y={y(mark) + 4} textAnchor="end">
            {mark}
          </text>
        </g>
      ))}
      {weeks.map(({ low, high }, index) => (
        <rect key={index} x={left(index)} width={percentX(step)} y={y(high)} height={Math.max(0, y(low) - y(high))} fill="var(--noise)" fillOpacity="0.2" />
      ))}
      {weeks.map(({ count, isMarked }, index) => (
        <rect key={index} x={left(index, 0.18)} width={percentX(step * 0.64)} y={y(count)} height={HEIGHT - y(count)} fill={isMarked ? "var(--series-5)" : "var(--noise)"} />
      ))}
      {weeks.map(({ expected }, index) => (
        <line key={index} x1={left(index)} x2={left(index + 1)} y1={y(expected)} y2={y(expected)} stroke="var(--ink)" strokeWidth="1.5" />
      ))}
      <text x={percentX(LEFT)} y={HEIGHT + 16}>
        {labels.first}
      </text>
      <text x="100%" y={HEIGHT + 16} textAnchor="end">
        {labels.last}
      </text>
    </svg>
  );
}
