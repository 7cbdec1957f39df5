import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { zeroBased } from "../../chart/domain";
import { written } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { resourcesSentence } from "./gapFinding";
import type { GapRow } from "./gapRows";
import classes from "./gaps.module.css";
import { gapTarget } from "./gapTargets";
import { useFirstRows } from "./useFirstRows";

const COLUMNS: readonly Column<GapRow>[] = [
  { header: "Topic", value: ({ topic }) => topic.label },
  { header: "Resources", value: ({ resources }) => written(resources), cell: (row) => <FigureValue {...gapTarget(row, "resources")} />, numeric: true },
];

/** What the library holds on each topic: open to all, where neither who asks nor who stands ready may be shown. */
export function ResourcesChart({ rows, basis }: { readonly rows: readonly GapRow[]; readonly basis: string }) {
  const held = ({ resources }: GapRow) => resources.value ?? 0;
  const ranked = [...rows].sort((a, b) => held(b) - held(a));
  const { shown, more } = useFirstRows(ranked, "topics");
  const domain = zeroBased(ranked.map(held));
  return (
    <ChartFigure
      title={resourcesSentence(rows)}
      subtitle={`Resources in the network's library by topic; one may serve several topics. ${basis}`}
      rows={ranked}
      columns={COLUMNS}
    >
      <table className={classes["gaps"]}>
        <thead>
          <tr>
            <th scope="col">Topic</th>
            <th scope="col">
              <span className={classes["unseen"]}>Drawn</span>
            </th>
            <th scope="col">Resources</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.topic.code}>
              <th scope="row">{row.topic.label}</th>
              <td className={classes["strip"]}>
                <IntervalStrip value={row.resources.value} low={null} high={null} domain={domain} tone="accent" bar />
              </td>
              <td data-label="Resources">
                <FigureValue {...gapTarget(row, "resources")} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </ChartFigure>
  );
}
