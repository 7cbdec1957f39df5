import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { zeroBased } from "../../chart/domain";
import { counted, written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import type { GapRow } from "./gapRows";
import classes from "./gaps.module.css";
import { gapTarget, partLabel, type GapPart } from "./gapTargets";
import { useFirstRows } from "./useFirstRows";

const PARTS: readonly GapPart[] = ["specialists", "providers", "capacityHours", "resources"];

const COLUMNS: readonly Column<GapRow>[] = [
  { header: "Topic", value: ({ topic }) => topic.label },
  ...PARTS.map((part) => ({
    header: partLabel(part),
    value: (row: GapRow) => written(row[part]),
    cell: (row: GapRow) => <FigureValue {...gapTarget(row, part)} />,
    numeric: true,
  })),
];

/** Who could take on what, where what is asked for may not be shown: the most hours first. */
export function SupplyChart({ rows, basis }: { readonly rows: readonly GapRow[]; readonly basis: string }) {
  const hours = ({ capacityHours }: GapRow) => capacityHours.value ?? 0;
  const supplied = rows.filter(({ specialists }) => (specialists.value ?? 0) > 0).sort((a, b) => hours(b) - hours(a));
  const { shown, more } = useFirstRows(supplied, "topics");
  const alone = supplied.filter(({ fragile }) => fragile).length;
  const domain = zeroBased(supplied.map(hours), 5);
  return (
    <ChartFigure
      title={`Specialists stand ready on ${counted(supplied.length, "topic")}, on ${alone} of them from one organisation alone`}
      subtitle={`Specialist hours offered a month by topic; a coach's hours are split evenly over the topics they list. ${basis}`}
      rows={supplied}
      columns={COLUMNS}
    >
      <table className={classes["gaps"]}>
        <thead>
          <tr>
            <th scope="col">Topic</th>
            <th scope="col">
              <span className={classes["unseen"]}>Hours</span>
            </th>
            {PARTS.map((part) => (
              <th key={part} scope="col">
                {partLabel(part)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.topic.code}>
              <th scope="row">
                {row.topic.label} {row.fragile && <span className={classes["fragile"]}>one organisation</span>}
              </th>
              <td className={classes["strip"]}>
                <IntervalStrip value={row.capacityHours.value} low={null} high={null} domain={domain} tone="accent" bar />
              </td>
              {PARTS.map((part) => (
                <td key={part} data-label={partLabel(part)}>
                  <FigureValue {...gapTarget(row, part)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </ChartFigure>
  );
}
