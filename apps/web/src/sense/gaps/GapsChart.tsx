import { memo } from "react";
import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { ticks, zeroBased, type Domain } from "../../chart/domain";
import { DumbbellStrip } from "../../chart/DumbbellStrip";
import { bare, percent, percentMark, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { widestSentence } from "./gapFinding";
import type { GapRow } from "./gapRows";
import classes from "./gaps.module.css";
import { gapTarget, partLabel, type GapPart } from "./gapTargets";
import { useFirstRows } from "./useFirstRows";

const PARTS: readonly GapPart[] = ["coverage", "demand", "waiting", "specialists", "providers", "capacityHours", "resources"];

const SHORTAGES = { told: "beyond chance", untold: "cannot be told", none: "none" } as const;

const COLUMNS: readonly Column<GapRow>[] = [
  { header: "Topic", value: ({ topic }) => topic.label },
  { header: "Share of demand", value: ({ demandShare }) => demandShare, cell: ({ demandShare }) => percent(demandShare), numeric: true },
  { header: "Share of hours", value: ({ capacityShare }) => capacityShare ?? "too few to show", cell: ({ capacityShare }) => (capacityShare === null ? "too few to show" : percent(capacityShare)), numeric: true },
  ...PARTS.map((part) => ({
    header: partLabel(part),
    value: (row: GapRow) => written(row[part]),
    cell: (row: GapRow) => <FigureValue {...gapTarget(row, part)} />,
    numeric: true,
  })),
  { header: "Coverage by chance from", value: ({ coverageByChance: { low } }) => low, cell: ({ coverageByChance: { low } }) => low !== null && bare(low, "ratio"), numeric: true },
  { header: "Coverage by chance to", value: ({ coverageByChance: { high } }) => high, cell: ({ coverageByChance: { high } }) => high !== null && bare(high, "ratio"), numeric: true },
  { header: "Shortage", value: ({ shortage }) => SHORTAGES[shortage] },
];

const SHOWN: readonly GapPart[] = ["coverage", "demand", "waiting", "specialists", "resources"];

const TONES = { told: "alert", untold: "noise", none: "accent" } as const;

interface LineProps {
  readonly row: GapRow;
  readonly domain: Domain;
}

function GapLine({ row, domain }: LineProps) {
  const { topic, shortage, fragile, demandShare, capacityShare, waiting } = row;
  return (
    <tr>
      <th scope="row">
        {topic.label} {fragile && <span className={classes["fragile"]}>one organisation</span>}
      </th>
      <td className={classes["strip"]}>
        <DumbbellStrip demand={demandShare} capacity={capacityShare} domain={domain} tone={TONES[shortage]} />
      </td>
      {SHOWN.map((part) => (
        <td key={part} data-label={partLabel(part)} data-alarm={part === "waiting" && (waiting.value ?? 0) > 0}>
          <FigureValue {...gapTarget(row, part)} />
        </td>
      ))}
    </tr>
  );
}

function Key() {
  return (
    <p className={classes["key"]}>
      <span>
        <span className={classes["ring"]} /> share of demand
      </span>
      <span>
        <span className={classes["disc"]} /> share of specialist hours
      </span>
      <span>
        <span className={classes["shortKey"]} /> short beyond chance
      </span>
      <span>
        <span className={classes["untoldKey"]} /> cannot be told
      </span>
    </p>
  );
}

interface Props {
  readonly rows: readonly GapRow[];
  readonly basis: string;
}

/** What is asked for against what there is to give, topic by topic, the largest shortage first. */
export const GapsChart = memo(function GapsChart({ rows, basis }: Props) {
  const asked = rows.filter(({ demand }) => demand.value !== 0);
  const { shown, more } = useFirstRows(asked, "topics");
  const domain = zeroBased(asked.flatMap(({ demandShare, capacityShare }) => [demandShare, capacityShare ?? 0]), 5);
  return (
    <ChartFigure
      title={widestSentence(rows)}
      subtitle={`Each topic's share of open and recent demand against its share of specialist hours; coverage is the second over the first. Short beyond chance: its 95% interval ends under 1. ${basis}`}
      rows={rows}
      columns={COLUMNS}
    >
      <Key />
      <table className={classes["gaps"]}>
        <thead>
          <tr>
            <th scope="col">Topic</th>
            <th scope="col" className={classes["strip"]}>
              <span className={classes["unseen"]}>Demand against capacity</span>
              <AxisStrip domain={domain} marks={ticks(domain, 5)} format={percentMark} />
            </th>
            {SHOWN.map((part) => (
              <th key={part} scope="col">
                {partLabel(part)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <GapLine key={row.topic.id} row={row} domain={domain} />
          ))}
        </tbody>
      </table>
      {more}
    </ChartFigure>
  );
});
