import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { ticks, type Domain } from "../../chart/domain";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { intervalText, percent, percentMark, valueText, written, type FigureFields } from "../figure/format";
import { ChangeKey } from "./ChangeKey";
import classes from "./outlook.module.css";
import { lateSentence, type ForecastFields } from "./outlookFinding";

export interface Waits {
  readonly from: number;
  readonly to: number | null;
  readonly share: FigureFields;
}

export interface WaitsRow {
  readonly name: string;
  readonly now: FigureFields;
  readonly changed: FigureFields | null;
}

/** `Up to 2 days`, `7 to 14 days`, `Over 90 days`. */
export function waitsName({ from, to }: Pick<Waits, "from" | "to">): string {
  if (from === 0) return `Up to ${to} days`;
  return to === null ? `Over ${from} days` : `${from} to ${to} days`;
}

const WHOLE: Domain = { low: 0, high: 1 };

const columns = (hasChange: boolean): readonly Column<WaitsRow>[] => [
  { header: "Wait", value: ({ name }) => name },
  { header: "As things are", value: ({ now }) => written(now), cell: ({ now }) => valueText(now, "share"), numeric: true },
  { header: "Interval", value: ({ now }) => intervalText(now, "share"), numeric: true },
  ...(hasChange
    ? [
        { header: "After the change", value: ({ changed }: WaitsRow) => changed && written(changed), cell: ({ changed }: WaitsRow) => changed && valueText(changed, "share"), numeric: true },
        { header: "Interval after", value: ({ changed }: WaitsRow) => changed && intervalText(changed, "share"), numeric: true },
      ]
    : []),
];

interface Props {
  readonly now: ForecastFields & { readonly waits: readonly Waits[] };
  readonly changed: (ForecastFields & { readonly waits: readonly Waits[] }) | null;
  readonly difference: FigureFields | null;
  readonly weeks: number;
  readonly basis: string;
}

/** How waits are spread over those who come. */
export function WaitsChart({ now, changed, difference, weeks, basis }: Props) {
  const rows: readonly WaitsRow[] = now.waits.map((waits, index) => ({ name: waitsName(waits), now: waits.share, changed: changed?.waits[index]?.share ?? null }));
  return (
    <ChartFigure
      title={lateSentence(now, changed, difference)}
      subtitle={`Share of those who ask within ${weeks} weeks, by how long they will wait for a specialist; lines hold 95% of the futures. ${basis}`}
      rows={rows}
      columns={columns(changed !== null)}
    >
      {changed !== null && <ChangeKey />}
      <table className={classes["waits"]}>
        <thead>
          <tr>
            <th scope="col">Wait</th>
            <th scope="col" className={classes["strip"]}>
              <span className={classes["unseen"]}>Drawn</span>
              <AxisStrip domain={WHOLE} marks={ticks(WHOLE, 2)} format={percentMark} />
            </th>
            <th scope="col">As things are</th>
            {changed !== null && <th scope="col">After</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td className={classes["strip"]}>
                <IntervalStrip {...row.now} domain={WHOLE} tone="alert" bar />
                {row.changed !== null && <IntervalStrip {...row.changed} domain={WHOLE} tone="accent" bar />}
              </td>
              <td data-label="As things are">{percent(row.now.value ?? 0)}</td>
              {changed !== null && <td data-label="After">{percent(row.changed?.value ?? 0)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFigure>
  );
}
