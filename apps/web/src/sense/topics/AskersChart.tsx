import { SegmentedControl } from "@mantine/core";
import { use, useId } from "react";
import { AxisStrip } from "../../chart/AxisStrip";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { ticks, zeroBased } from "../../chart/domain";
import { IntervalStrip } from "../../chart/IntervalStrip";
import { StateChart } from "../../chart/StateChart";
import { TILES } from "../../chart/stateGrid";
import type { StateMark } from "../../chart/stateMark";
import { graphql } from "../../gql";
import type { AskersChart_CellFragment as Cell } from "../../gql/graphql";
import { count, counted, percent, percentMark, valueText, written, type FigureFields } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { FigureMenuContext } from "../figure/menuContext";
import type { FigureTarget } from "../figure/target";
import { narrowed } from "../scope/scope";
import { useScopeOptions } from "../scope/scopeOptions";
import { scopeOfKey } from "../scope/scopeWords";
import { ASKER_DIMENSIONS, type AskerDimension } from "./askersView";
import classes from "./topics.module.css";

graphql(`
  fragment AskersChart_cell on Cell {
    column {
      key
      label
    }
    count {
      ...FigureValue_figure @unmask
    }
    systems {
      ...FigureValue_figure @unmask
    }
    share {
      ...FigureValue_figure @unmask
    }
  }
`);

interface Table {
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly cells: readonly Cell[];
}

interface Topic {
  readonly code: string;
  readonly label: string;
}

type Dimension = AskerDimension | "STATE";

interface Row {
  readonly dimension: Dimension;
  readonly key: string;
  readonly label: string;
  readonly count: FigureFields;
  readonly systems: FigureFields;
  readonly share: FigureFields;
}

const NONE: FigureFields = { value: 0, low: null, high: null, n: 0, withheld: null };
const NOT_SHARED: FigureFields = { value: null, low: null, high: null, n: null, withheld: "NO_DATA" };

/** One row for each heading there is. */
function rowsOf({ columns, cells }: Table, dimension: Dimension): readonly Row[] {
  const cellOf = new Map(cells.map((cell) => [cell.column?.key, cell]));
  return columns.map(({ key, label }) => {
    const cell = cellOf.get(key);
    return { dimension, key, label, count: cell?.count ?? NONE, systems: cell?.systems ?? NONE, share: cell?.share ?? NOT_SHARED };
  });
}

function target({ label, code }: Topic, row: Row, part: "count" | "share"): FigureTarget {
  const at = [
    { dimension: "TOPIC", key: code },
    { dimension: row.dimension, key: row.key },
  ];
  const place = scopeOfKey(row.dimension, row.key);
  const metric = part === "count" ? "need_volume" : "need_share";
  return { label: `${part === "count" ? "Requests" : "Share of requests"} on ${label}, ${row.label}`, metric, figure: row[part], filter: place === null ? null : narrowed({ topics: [code] }, place), records: { kind: "requests", at } };
}

const SCALE = { kind: "count" } as const;

function marksOf(rows: readonly Row[], names: ReadonlyMap<string, string>): readonly StateMark[] {
  const rowOf = new Map(rows.map((row) => [row.key, row]));
  const codes = [...new Set([...TILES.keys(), ...rows.filter(({ count }) => (count.value ?? 0) > 0).map(({ key }) => key)])];
  return codes.map((code) => {
    const row = rowOf.get(code);
    const figure = row?.count ?? NONE;
    const { value } = figure;
    const share = row?.share.value == null ? "" : `, ${percent(row.share.value)} of the state's`;
    return { code, name: row?.label ?? names.get(code) ?? code, value, withheld: figure.withheld === "TOO_FEW", text: value === null ? valueText(figure, "count") : `${counted(value, "request")}${share}`, ...(value !== null && value > 0 && { label: count(value) }) };
  });
}

type TableRow = Row & { readonly topic: Topic };

const COLUMNS: readonly Column<TableRow>[] = [
  { header: "By", value: ({ dimension }) => (dimension === "STATE" ? "State" : ASKER_DIMENSIONS[dimension]) },
  { header: "Of", value: ({ label }) => label },
  { header: "Requests", value: ({ count }) => written(count), cell: ({ topic, ...row }) => <FigureValue {...target(topic, row, "count")} />, numeric: true },
  { header: "Systems", value: ({ systems }) => written(systems), cell: ({ systems }) => valueText(systems, "count"), numeric: true },
  { header: "Share of its requests", value: ({ share }) => written(share), cell: ({ topic, ...row }) => <FigureValue {...target(topic, row, "share")} />, numeric: true },
  { header: "Interval low", value: ({ share }) => share.low, numeric: true },
  { header: "Interval high", value: ({ share }) => share.high, numeric: true },
];

interface Props {
  readonly topic: Topic;
  readonly states: Table;
  readonly groups: Table;
  readonly by: AskerDimension;
  readonly onBy: (by: string) => void;
  readonly basis: string;
}

const KIND_WORDS: Record<AskerDimension, string> = { LOCALE: "locale", POVERTY_BAND: "child poverty", ENROLLMENT_BAND: "size", TITLE_I: "Title I", REGION: "region" };

/** Whether one share lies in the intervals of all kinds. */
function alikeWords(groups: readonly Row[]): string {
  const known = groups.flatMap(({ share: { low, high } }) => (low === null || high === null ? [] : [{ low, high }]));
  const apart = Math.max(...known.map(({ low }) => low)) > Math.min(...known.map(({ high }) => high));
  return apart ? "do not all overlap" : "overlap";
}

function sentence(states: readonly Row[], groups: readonly Row[], by: AskerDimension): string {
  const asking = states.filter(({ count }) => (count.value ?? 0) > 0).length;
  const hidden = states.some(({ count }) => count.value === null);
  const shown = groups.filter(({ count }) => count.value !== null).length;
  if (hidden) return asking === 0 ? (shown === 0 ? "Who asks is too few to show, by state and by kind" : "Who asks can be shown by kind of system, by state it is too few") : `${counted(asking, "state")} can be shown; the others are too few`;
  return asking === 0 ? "Nobody asks for it" : `Asked for in ${counted(asking, "state")}; the intervals by ${KIND_WORDS[by]} ${alikeWords(groups)}`;
}

/** Who asks for the topic: by kind of system, and by state. */
export function AskersChart({ topic, states, groups, by, onBy, basis }: Props) {
  const openMenu = use(FigureMenuContext);
  const { names } = useScopeOptions();
  const switchId = useId();
  const [stateRows, groupRows] = [rowsOf(states, "STATE"), rowsOf(groups, by)];
  const marks = marksOf(stateRows, names.states);
  const domain = zeroBased(groupRows.map(({ share }) => share.high ?? share.value ?? 0), 4);
  const open = (mark: StateMark, element: Element) => {
    const row = stateRows.find(({ key }) => key === mark.code) ?? { dimension: "STATE" as const, key: mark.code, label: mark.name, count: NONE, systems: NONE, share: NOT_SHARED };
    openMenu(target(topic, row, "count"), element);
  };
  return (
    <ChartFigure
      title={sentence(stateRows, groupRows, by)}
      subtitle={`Requests on the topic by the system's state; and the part that they are of all requests of each kind of system, with 95% interval. ${basis}`}
      rows={[...groupRows, ...stateRows].map((row) => ({ ...row, topic }))}
      columns={COLUMNS}
      controls={
        <div>
          <span className={classes["unseen"]} id={switchId}>
            Kinds of systems by
          </span>
          <SegmentedControl aria-labelledby={switchId} size="xs" value={by} onChange={onBy} data={Object.entries(ASKER_DIMENSIONS).map(([value, label]) => ({ value, label }))} className={classes["kinds"] ?? ""} />
        </div>
      }
    >
      <div className={classes["askers"]}>
        {marks.every(({ withheld }) => withheld === true) ? (
          <p className={classes["noStates"]}>No state has enough systems and organisations behind its requests on this topic to be shown, so there is no map.</p>
        ) : (
          <StateChart states={marks} scale={SCALE} unit="Requests on the topic" format={count} onOpen={open} />
        )}
        <ul className={classes["groups"]}>
          <li aria-hidden>
            <span>{ASKER_DIMENSIONS[by]}</span>
            <AxisStrip domain={domain} marks={ticks(domain, 2)} format={percentMark} />
            <span>Share</span>
          </li>
          {groupRows.map((row) => (
            <li key={row.key}>
              <span>{row.label}</span>
              <IntervalStrip value={row.share.value} low={row.share.low} high={row.share.high} domain={domain} tone="accent" />
              <FigureValue {...target(topic, row, "share")} />
            </li>
          ))}
        </ul>
      </div>
    </ChartFigure>
  );
}
