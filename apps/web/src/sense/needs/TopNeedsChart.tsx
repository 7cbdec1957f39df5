import { memo } from "react";
import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { ticks, zeroBased } from "../../chart/domain";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { intervalText, percent, percentMark, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import classes from "./needs.module.css";
import { rankingSentence, rankWords, type Rank } from "./needsFinding";
import type { NeedRow } from "./needsTable";
import { shareTarget, totalTarget } from "./needTargets";
import { evidenceWord, rowWord, type NeedsView } from "./needsView";

const SHOWN = 10;

interface Props {
  readonly rows: readonly NeedRow[];
  /** Where chance leaves each topic standing; null where domains are shown. */
  readonly ranks: readonly Rank[] | null;
  readonly view: NeedsView;
  readonly basis: string;
}

function columnsOf(view: NeedsView, ranks: Props["ranks"]): readonly Column<NeedRow>[] {
  const word = evidenceWord(view);
  return [
    { header: view.rows === "TOPIC" ? "Topic" : "Domain", value: ({ label }) => label },
    { header: `Number of ${word}`, value: ({ total }) => written(total), cell: (row) => <FigureValue {...totalTarget(row, view)} />, numeric: true },
    { header: "Share", value: ({ share }) => written(share), cell: (row) => <FigureValue {...shareTarget(row, view)} />, numeric: true },
    { header: "Interval low", value: ({ share }) => share.low, cell: ({ share }) => share.low !== null && percent(share.low), numeric: true },
    { header: "Interval high", value: ({ share }) => share.high, cell: ({ share }) => share.high !== null && percent(share.high), numeric: true },
    { header: "n", value: ({ share }) => share.n, numeric: true },
    ...(ranks === null ? [] : [{ header: "Rank", value: ({ key }: NeedRow) => rankWords(ranks, key) ?? "", numeric: true }]),
  ];
}

/** The ten largest shares with their intervals; the table has all. */
export const TopNeedsChart = memo(function TopNeedsChart({ rows, ranks, view, basis }: Props) {
  const ranked = [...rows].sort((a, b) => (b.total.value ?? 0) - (a.total.value ?? 0));
  const shown = ranked.slice(0, SHOWN);
  const domain = zeroBased(shown.map(({ share }) => share.high ?? share.value ?? 0));
  return (
    <ChartFigure
      title={rankingSentence(rows, ranks)}
      subtitle={`Share of all ${evidenceWord(view)} that name the ${rowWord(view)}, with 95% intervals${ranks === null ? "" : "; ranks are those that chance leaves open"}. ${basis}`}
      rows={ranked}
      columns={columnsOf(view, ranks)}
    >
      <ul className={classes["ranking"]}>
        <li className={classes["rankingAxis"]} aria-hidden>
          <span />
          <AxisStrip domain={domain} marks={ticks(domain)} format={percentMark} />
          <span />
        </li>
        {shown.map((row) => (
          <li key={row.key}>
            <span>{row.label}</span>
            <IntervalStrip {...row.share} domain={domain} tone="accent" bar />
            <span className={classes["rankingValue"]}>
              <FigureValue {...shareTarget(row, view)} />
              <span className={classes["rankingInterval"]}>{[intervalText(row.share, "share"), ranks && rankWords(ranks, row.key)].filter((part) => part !== null).join(" · ")}</span>
            </span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
});
