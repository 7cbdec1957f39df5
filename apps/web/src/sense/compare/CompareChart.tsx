import { memo, useState } from "react";
import { Button } from "@mantine/core";
import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import { aroundOne, ticks, type Domain } from "../../chart/domain";
import { IntervalStrip, type Tone } from "../../chart/IntervalStrip";
import { FigureValue } from "../figure/FigureValue";
import { MetricName } from "../figure/MetricName";
import classes from "./compare.module.css";
import { columnsOf } from "./compareColumns";
import { groupSentence } from "./compareFinding";
import { changeInterval, changeNumber, changeText, isTold, metricOf, qText, rowLabel, sideTarget, type Evidence, type Names, type Row } from "./compareRows";

interface Props {
  readonly rows: readonly Row[];
  /** What all of them are of, as a title begins. */
  readonly what: string;
  /** How they are set against each other. */
  readonly method: string;
  readonly names: Names;
  readonly evidence: Evidence;
  readonly basis: string;
}

interface Axis {
  readonly domain: Domain;
  readonly marks: readonly number[];
  readonly scale: "linear" | "log";
  /** Where the two are the same. */
  readonly same: number;
}

const TONES: Record<Row["verdict"], Tone> = { HIGHER: "rising", LOWER: "falling", UNCLEAR: "noise", NOT_COMPARED: "noise" };
const RATIOS = [0.125, 0.25, 0.5, 0.8, 1, 1.25, 2, 4, 8];
const WIDEST_RATIO = 8;

/** Of a long list, so many are shown at first, and all that differ; paper has all. */
const SHOWN_AT_FIRST = 14;

/** Around no difference and as wide on both sides, so that neither looks the larger. */
function axisOf(rows: readonly Row[]): Axis {
  const ends = rows.flatMap(({ change: { low, high } }) => [low, high]).filter((end) => end !== null);
  if (rows[0]?.by === "RATIO") {
    const domain = aroundOne(ends, WIDEST_RATIO);
    const marks = RATIOS.filter((mark) => mark >= domain.low && mark <= domain.high);
    return { domain, marks: domain.high > 1.8 ? marks.filter((mark) => mark !== 0.8 && mark !== 1.25) : marks, scale: "log", same: 1 };
  }
  const furthest = Math.max(0.001, ...ends.map(Math.abs));
  const domain = { low: -furthest, high: furthest };
  return { domain, marks: ticks(domain, 4), scale: "linear", same: 0 };
}

function Change({ row, axis: { domain, scale, same } }: { readonly row: Row; readonly axis: Axis }) {
  if (row.why !== null) return <span className={classes["why"]}>{row.why}</span>;
  return (
    <>
      <IntervalStrip {...row.change} domain={domain} scale={scale} reference={same} tone={TONES[row.verdict]} />
      <span className={classes["change"]}>
        <FigureValue label={`Change, ${rowLabel(row)}`} metric={row.by === "RATIO" ? "scope_ratio" : "scope_difference"} figure={row.change} text={changeText(row)} />
        <small>{changeInterval(row)}</small>
      </span>
      <span className={classes["q"]}>{qText(row.qValue)}</span>
    </>
  );
}

/** Figures of two parts side by side, and how they differ: whiskers around no difference, grey where chance would do it. */
export const CompareChart = memo(function CompareChart({ rows, what, method, names, evidence, basis }: Props) {
  const [first] = rows;
  const [all, setAll] = useState(false);
  if (first === undefined) return null;
  const axis = axisOf(rows);
  const isLong = rows.length > SHOWN_AT_FIRST + 4;
  return (
    <ChartFigure title={groupSentence(rows, what)} subtitle={`${method} 95% intervals; grey cannot be told from chance. ${basis}`} rows={rows} columns={columnsOf(names)}>
      <ul className={classes["rows"]}>
        <li className={classes["head"]}>
          <span className={classes["label"]} />
          <span className={classes["one"]}>{names.one}</span>
          <span className={classes["other"]}>{names.other}</span>
          <AxisStrip domain={axis.domain} marks={axis.marks} format={(mark) => (mark === axis.same ? "the same" : changeNumber(mark, first))} scale={axis.scale} />
          <span className={classes["change"]}>{first.by === "RATIO" ? "Ratio" : "Difference"}</span>
          <span className={classes["q"]}>q</span>
        </li>
        {rows.map((row, place) => (
          <li key={`${row.metric}:${row.of?.key ?? ""}`} data-verdict={row.verdict} data-later={(isLong && !all && place >= SHOWN_AT_FIRST && !isTold(row)) || undefined}>
            <span className={classes["label"]}>
              <MetricName metric={metricOf(row)}>{rowLabel(row)}</MetricName>
            </span>
            <span className={classes["one"]}>
              <FigureValue {...sideTarget(row, "one", evidence)} />
            </span>
            <span className={classes["other"]}>
              <FigureValue {...sideTarget(row, "other", evidence)} />
            </span>
            <Change row={row} axis={axis} />
          </li>
        ))}
      </ul>
      {isLong && (
        <Button variant="subtle" size="compact-sm" className="not-on-paper" aria-expanded={all} onClick={() => setAll((shown) => !shown)}>
          {all ? "Show fewer" : `Show all ${rows.length}`}
        </Button>
      )}
    </ChartFigure>
  );
});
