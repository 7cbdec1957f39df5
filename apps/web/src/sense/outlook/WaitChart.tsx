import { SERVICE_TARGET_DAYS } from "@arl/schema/network";
import { BandsChart, type Band } from "../../chart/BandsChart";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { ticks, zeroBased } from "../../chart/domain";
import { count, valueText, written, type FigureFields } from "../figure/format";
import { dayName } from "../scope/period";
import { ChangeKey } from "./ChangeKey";
import { tableDays, weeksSentence } from "./outlookFinding";

export interface Week {
  readonly end: string;
  readonly wait: FigureFields;
  readonly queue: FigureFields;
}

interface Row {
  readonly week: number;
  readonly end: string;
  readonly now: Week;
  readonly changed: Week | null;
}

const columnsOf = (name: string, of: (row: Row) => Week | null): readonly Column<Row>[] => {
  const figure = (row: Row) => of(row)?.wait ?? null;
  const end = (row: Row, side: "low" | "high") => figure(row)?.[side] ?? null;
  return [
    { header: `Days, ${name}`, value: (row) => { const wait = figure(row); return wait && written(wait); }, cell: (row) => { const wait = figure(row); return wait && (wait.value === null ? valueText(wait, "days") : tableDays(wait.value)); }, numeric: true },
    { header: `${name}, low`, value: (row) => end(row, "low"), cell: (row) => { const low = end(row, "low"); return low !== null && tableDays(low); }, numeric: true },
    { header: `${name}, high`, value: (row) => end(row, "high"), cell: (row) => { const high = end(row, "high"); return high !== null && tableDays(high); }, numeric: true },
    { header: `Waiting, ${name}`, value: (row) => { const week = of(row); return week && written(week.queue); }, numeric: true },
  ];
};

const bandOf = ({ wait: { value, low, high } }: Week, top: number): readonly [number, number] | null => (value === null || low === null ? null : [low, Math.min(high ?? top, top)]);

/** On a longer axis the line of the target would lie on its foot. */
const TARGET_SEEN_TO = 40;

interface Props {
  readonly now: readonly Week[];
  readonly changed: readonly Week[] | null;
  readonly basis: string;
}

/** How long somebody who asks will wait, week by week: as things are, and after the change. */
export function WaitChart({ now, changed, basis }: Props) {
  const rows: readonly Row[] = now.map((week, index) => ({ week: index + 1, end: week.end, now: week, changed: changed?.[index] ?? null }));
  const last = { now: now.at(-1)?.wait ?? NOTHING, changed: changed === null ? null : (changed.at(-1)?.wait ?? NOTHING) };
  const highest = [...now, ...(changed ?? [])].flatMap(({ wait }) => [wait.value ?? 0, wait.high ?? 0]);
  // One wild future shall not squeeze what is likely: the axis ends at some multiple of the likely waits.
  const likely = Math.max(7, ...[...now, ...(changed ?? [])].map(({ wait }) => (wait.value ?? 0) * 3));
  const y = zeroBased([Math.min(Math.max(7, ...highest), likely)]);
  const points = (weeks: readonly Week[]) =>
    weeks.map((week, index) => ({ x: index + 1, value: week.wait.value === null || week.wait.value > y.high ? null : week.wait.value, band: bandOf(week, y.high) }));
  const bands: readonly Band[] = [
    { name: "As things are", color: "var(--alert)", points: points(now) },
    ...(changed === null ? [] : [{ name: "After the change", color: "var(--accent)", dashed: true, points: points(changed) }]),
  ];
  const cut = highest.some((value) => value > y.high);
  return (
    <ChartFigure
      title={weeksSentence(last, now.length)}
      subtitle={`Days that somebody who asks in a week will wait for a specialist with room: the middle of the futures drawn, and the band that holds 95% of them.${cut ? ` Bands go on above ${count(y.high)} days; the table has their ends.` : ""} ${basis}`}
      rows={rows}
      columns={[
        { header: "Week", value: ({ week }) => week },
        { header: "Ends on", value: ({ end }) => end, cell: ({ end }) => dayName(end) },
        ...columnsOf("as things are", (row) => row.now),
        ...(changed === null ? [] : columnsOf("after the change", (row) => row.changed)),
      ]}
    >
      {changed !== null && <ChangeKey />}
      <BandsChart
        bands={bands}
        x={{ domain: { low: 1, high: now.length }, marks: now.map((_, index) => index + 1).filter((week) => week === 1 || week % 4 === 0), format: (week) => (week === 1 ? "week 1" : String(week)) }}
        y={{ domain: y, marks: ticks(y), format: count }}
        {...(y.high <= TARGET_SEEN_TO ? { level: { y: SERVICE_TARGET_DAYS, label: `target: ${SERVICE_TARGET_DAYS} days` } } : {})}
      />
    </ChartFigure>
  );
}

const NOTHING: FigureFields = { value: null, low: null, high: null, n: null, withheld: "NO_DATA" };
