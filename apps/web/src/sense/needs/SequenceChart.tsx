import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { bare, count, counted, percent, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { isBeyondChance, qText, sequenceName, sequencesSentence, type Sequence } from "./pairFinding";
import { liftDomain, liftMarks } from "./PairRows";
import { sequenceTargets } from "./pairTargets";
import classes from "./pairs.module.css";

const COLUMNS: readonly Column<Sequence>[] = [
  { header: "First", value: ({ first }) => first.label },
  { header: "Later", value: ({ later }) => later.label },
  { header: "Relationships", value: ({ relationships }) => written(relationships), numeric: true },
  { header: "Share of those in which it could", value: ({ share }) => written(share), cell: ({ share: { value } }) => value !== null && percent(value), numeric: true },
  { header: "Lift over random order", value: ({ lift }) => written(lift), cell: (sequence) => <FigureValue {...sequenceTargets(sequence).lift} />, numeric: true },
  { header: "Interval low", value: ({ lift: { low } }) => low, cell: ({ lift: { low } }) => low !== null && bare(low, "ratio"), numeric: true },
  { header: "Interval high", value: ({ lift: { high } }) => high, cell: ({ lift: { high } }) => high !== null && bare(high, "ratio"), numeric: true },
  { header: "q", value: ({ qValue }) => qValue, cell: ({ qValue }) => qText(qValue), numeric: true },
];

interface Props {
  readonly sequences: readonly Sequence[];
  readonly tested: number;
  readonly relationships: number;
  readonly asOf: string;
}

/** What was first coached after what, within relationships. */
export function SequenceChart({ sequences, tested, relationships, asOf }: Props) {
  const domain = liftDomain(sequences.map(({ lift }) => lift));
  return (
    <ChartFigure
      title={sequencesSentence(sequences, tested)}
      subtitle={`How often one topic is coached before another, over how often it would be if each relationship's sessions came in random order; 95% intervals on a log scale. q corrects for testing ${counted(tested, "order")} at once${tested > sequences.length ? `, of which the surest ${count(sequences.length)} are shown` : ""}. ${counted(relationships, "relationship")} with two sessions or more, as of ${asOf}.`}
      rows={sequences}
      columns={COLUMNS}
    >
      <ul className={classes["pairs"]}>
        <li className={classes["head"]} aria-hidden>
          <span>First, then later</span>
          <span>Share</span>
          <AxisStrip domain={domain} marks={liftMarks(domain)} format={(mark) => (mark === 1 ? "chance" : `${mark}×`)} scale="log" />
          <span>Lift</span>
          <span>q</span>
        </li>
        {sequences.map((sequence) => (
          <li key={sequenceName(sequence)} data-strong={isBeyondChance(sequence)}>
            <span className={classes["name"]}>{sequenceName(sequence)}</span>
            <FigureValue {...sequenceTargets(sequence).share} />
            <IntervalStrip {...sequence.lift} domain={domain} scale="log" reference={1} tone={isBeyondChance(sequence) ? "accent" : "noise"} />
            <FigureValue {...sequenceTargets(sequence).lift} />
            <span className={classes["q"]}>{qText(sequence.qValue)}</span>
          </li>
        ))}
      </ul>
      <p className={classes["note"]}>
        Order is no cause, and the calendar is in it: what everybody was coached on in spring comes before what everybody was coached on in autumn.
      </p>
    </ChartFigure>
  );
}
