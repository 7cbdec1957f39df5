import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import type { CoachingModel } from "../../gql/graphql";
import { percent, type FigureFields } from "../figure/format";
import { dayName, monthName, monthStart } from "../scope/period";
import classes from "./capacity.module.css";
import { MODEL_WORDS, partsTitle, told, type Missing, type Model } from "./capacityFinding";
import { MonthColumns } from "./MonthColumns";

interface Month {
  readonly month: string;
  readonly offered: FigureFields;
  readonly used: FigureFields;
}

interface Row extends Month {
  readonly model: CoachingModel;
}

const tenth = (value: number) => Math.round(value * 10) / 10;

const COLUMNS: readonly Column<Row>[] = [
  { header: "Month", value: ({ month }) => month.slice(0, 7), cell: ({ month }) => monthName(month) },
  { header: "Model", value: ({ model }) => MODEL_WORDS[model] },
  { header: "Days offered", value: ({ offered }) => offered.value && tenth(offered.value), cell: ({ offered }) => told(offered.value ?? 0), numeric: true },
  { header: "Days used", value: (row) => (isMissing(row) ? "not reported" : row.used.value && tenth(row.used.value)), cell: (row) => (isMissing(row) ? "not reported" : told(row.used.value ?? 0)), numeric: true },
  { header: "Part used", value: (row) => partOf(row), cell: (row) => (partOf(row) === null ? "–" : percent(partOf(row) ?? 0)), numeric: true },
  { header: "Coaches, or people who coach", value: ({ offered }) => offered.n, numeric: true },
  { header: "Calls, or reports", value: ({ used }) => used.n, numeric: true },
];

/** Nobody has said what was used: not the same as nothing. */
const isMissing = ({ model, used }: Pick<Row, "model" | "used">): boolean => model !== "ORGANISATION" && used.n === 0;
const partOf = (row: Row): number | null => (isMissing(row) || !row.offered.value || row.used.value === null ? null : row.used.value / row.offered.value);

interface Props {
  readonly models: readonly { readonly model: CoachingModel; readonly months: readonly Month[] }[];
  /** The last whole month. */
  readonly recent: readonly Model[];
  readonly missing: Missing;
  /** An organisation, where the page is of its days alone. */
  readonly whose: string | null;
  readonly month: string;
  readonly today: string;
}

/** Days offered, and of them used, month by month: one drawing for each model, all on one scale. */
export function CapacityChart({ models, recent, missing, whose, month, today }: Props) {
  const thisMonth = monthStart(today);
  const whole = models.map(({ model, months }) => ({ model, months: months.filter((each) => each.month < thisMonth) })).filter(({ months }) => months.length > 0);
  if (whole.length === 0) return null;
  const rows = whole.flatMap(({ model, months }) => months.map((each) => ({ model, ...each })));
  const axis = [...new Set(rows.map((row) => row.month))].sort();
  const highest = Math.max(1, ...rows.flatMap(({ offered, used }) => [offered.value ?? 0, used.value ?? 0]));
  return (
    <ChartFigure title={partsTitle(recent, month, missing, whose)} subtitle={`Coaching days offered (pale) and used (dark) by whole month, counted in full. As of ${dayName(today)}.`} rows={rows} columns={COLUMNS}>
      <div className={classes["panels"]}>
        {whole.map(({ model, months }) => (
          <div key={model}>
            <p className={classes["panelName"]}>{MODEL_WORDS[model]}</p>
            <MonthColumns
              months={axis.map((at) => {
                const found = months.find((each) => each.month === at);
                return { month: at, offered: found?.offered.value ?? null, used: found === undefined || isMissing({ model, used: found.used }) ? null : found.used.value };
              })}
              highest={highest}
            />
          </div>
        ))}
      </div>
    </ChartFigure>
  );
}
