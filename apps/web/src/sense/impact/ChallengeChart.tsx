import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { bare, valueText, written, type FigureFields } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import classes from "./impact.module.css";
import { challengeSentence } from "./impactFinding";

interface Call {
  readonly call: number;
  readonly level: FigureFields;
}

const LEVELS = { low: 1, high: 4 };

const COLUMNS: readonly Column<Call>[] = [
  { header: "Call", value: ({ call }) => call },
  { header: "Mean level", value: ({ level }) => written(level), cell: ({ level }) => valueText(level, "level"), numeric: true },
  { header: "Interval low", value: ({ level }) => level.low, cell: ({ level }) => level.low !== null && bare(level.low, "level"), numeric: true },
  { header: "Interval high", value: ({ level }) => level.high, cell: ({ level }) => level.high !== null && bare(level.high, "level"), numeric: true },
  { header: "n", value: ({ level }) => level.n, numeric: true },
];

/** What calls take on, from a relationship's first to its eighth. */
export function ChallengeChart({ calls, asOf }: { readonly calls: readonly Call[]; readonly asOf: string }) {
  return (
    <ChartFigure
      title={challengeSentence(calls)}
      subtitle={`Mean challenge level by call number within relationships, with 95% intervals: 1 stabilise, 2 define, 3 plan and implement, 4 redesign. As of ${asOf}.`}
      rows={calls}
      columns={COLUMNS}
    >
      <ul className={classes["rows"]}>
        <li aria-hidden>
          <span />
          <AxisStrip domain={LEVELS} marks={[1, 2, 3, 4]} format={String} />
          <span />
        </li>
        {calls.map(({ call, level }) => (
          <li key={call}>
            <span>Call {call}</span>
            <IntervalStrip {...level} domain={LEVELS} tone="accent" />
            <FigureValue label={`Challenge level at call ${call}`} metric="challenge_level" figure={level} records={{ kind: "sessions" }} />
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}
