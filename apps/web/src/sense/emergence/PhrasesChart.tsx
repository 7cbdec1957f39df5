import { memo } from "react";
import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { ticks, zeroBased } from "../../chart/domain";
import { PairStrip } from "../../chart/PairStrip";
import { bare, count, intervalText, percent, percentMark, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { qText, type Phrase, type Phrases } from "./emerging";
import classes from "./emergence.module.css";
import { phrasesSentence } from "./emergingFinding";
import { beforeTarget, phraseTarget } from "./emergingTargets";

const COLUMNS: readonly Column<Phrase>[] = [
  { header: "Phrase", value: ({ phrase }) => phrase },
  { header: "Systems now", value: ({ recent }) => written(recent), cell: (phrase) => <FigureValue {...phraseTarget(phrase, "recent")} />, numeric: true },
  { header: "of", value: ({ recent }) => recent.n, numeric: true },
  { header: "Share now", value: ({ recentShare }) => written(recentShare), cell: ({ recentShare: { value } }) => value !== null && percent(value), numeric: true },
  { header: "Systems before", value: ({ before }) => written(before), numeric: true },
  { header: "of before", value: ({ before }) => before.n, numeric: true },
  { header: "Share before", value: ({ shareBefore }) => written(shareBefore), cell: ({ shareBefore: { value } }) => value !== null && percent(value), numeric: true },
  { header: "Ratio", value: ({ ratio }) => written(ratio), cell: (phrase) => <FigureValue {...phraseTarget(phrase, "ratio")} />, numeric: true },
  { header: "Interval low", value: ({ ratio }) => ratio.low, cell: ({ ratio: { low } }) => low !== null && bare(low, "ratio"), numeric: true },
  { header: "Interval high", value: ({ ratio }) => ratio.high, cell: ({ ratio: { high } }) => high !== null && bare(high, "ratio"), numeric: true },
  { header: "q", value: ({ qValue }) => qValue, cell: ({ qValue }) => qText(qValue), numeric: true },
];

/** Where nobody said it before there is no ratio, only how large it is at least. */
function Rise({ phrase }: { readonly phrase: Phrase }) {
  const { low, high } = phrase.ratio;
  if (high === null) return <>new: at least {bare(low ?? 0, "ratio")}×</>;
  return (
    <>
      <FigureValue {...phraseTarget(phrase, "ratio")} /> <small>{intervalText(phrase.ratio, "ratio")}</small>
    </>
  );
}

interface Props {
  readonly found: Phrases;
  readonly basis: string;
}

/** Each phrase with the share of systems that use it now, and that used it before. */
export const PhrasesChart = memo(function PhrasesChart({ found, basis }: Props) {
  const { phrases, weeks, recentSystems, systemsBefore, tested } = found;
  const domain = zeroBased(phrases.flatMap(({ recentShare, shareBefore }) => [recentShare.high ?? 0, shareBefore.high ?? 0]));
  return (
    <ChartFigure
      title={phrasesSentence(found)}
      subtitle={`Share of systems whose leaders use the phrase, with 95% intervals: the last ${weeks} weeks (${recentSystems} systems wrote) over all the time before (${systemsBefore}). ${count(tested)} phrases tested; one counts when at least 3 systems use it now with q < 0.05 and an interval above 1. ${basis}`}
      rows={phrases}
      columns={COLUMNS}
    >
      <p className={classes["legend"]}>
        <span data-key="now">last {weeks} weeks</span>
        <span data-key="before">before</span>
      </p>
      <ul className={classes["phrases"]}>
        <li className={classes["head"]} aria-hidden>
          <span>Phrase</span>
          <span>Now</span>
          <span>Before</span>
          <AxisStrip domain={domain} marks={ticks(domain)} format={percentMark} />
          <span>Ratio</span>
          <span>q</span>
        </li>
        {phrases.map((phrase) => (
          <li key={phrase.phrase}>
            <span className={classes["phrase"]}>“{phrase.phrase}”</span>
            <span data-of="Now">
              <FigureValue {...phraseTarget(phrase, "recent")} /> of {phrase.recent.n}
            </span>
            <span data-of="Before">
              <FigureValue {...beforeTarget(phrase)} /> of {phrase.before.n}
            </span>
            <PairStrip own={phrase.recentShare} other={phrase.shareBefore} domain={domain} />
            <span data-of="Ratio">
              <Rise phrase={phrase} />
            </span>
            <span className={classes["q"]} data-of="q">
              {qText(phrase.qValue)}
            </span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
});
