import { heatStep } from "../../chart/heatScale";
import { memo, use, type FocusEvent, type KeyboardEvent } from "react";
import { count, percent, valueText } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import { FigureMenuContext } from "../figure/menuContext";
import classes from "./needs.module.css";
import { nextCell, type Move } from "./heatMoves";
import { cellTarget, totalTarget } from "./needTargets";
import type { NeedCell, NeedRow, NeedsTable } from "./needsTable";
import { COLUMN_NAMES, evidenceWord, rowWord, type NeedsView } from "./needsView";

export interface HeatColumn {
  readonly key: string;
  readonly label: string;
}

interface Props {
  readonly table: NeedsTable;
  readonly columns: readonly HeatColumn[];
  readonly view: NeedsView;
}

/** Up to this many columns there is room for every number; with more the shades speak, and a number is a touch away. */
const ROOMY_COLUMNS = 5;

const MOVES: Partial<Record<string, Move>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

interface CellProps {
  readonly row: NeedRow;
  readonly cell: NeedCell;
  readonly column: HeatColumn;
  readonly at: string;
  readonly first: boolean;
  readonly max: number;
  readonly view: NeedsView;
}

function HeatCell({ row, cell, column, at, first, max, view }: CellProps) {
  const openMenu = use(FigureMenuContext);
  const { value } = cell.count;
  const share = cell.share.value === null ? "" : `, ${percent(cell.share.value)}`;
  const words = value === null ? valueText(cell.count, "count") : `${count(value)} ${evidenceWord(view, value === 1)}${share}`;
  return (
    <button
      type="button"
      className={classes["cell"]}
      data-step={heatStep(value, max)}
      data-withheld={value === null}
      data-at={at}
      tabIndex={first ? 0 : -1}
      aria-haspopup="menu"
      aria-label={`${row.label}, ${column.label}: ${words}`}
      onKeyDown={walk}
      onFocus={moveTabStop}
      onClick={(event) => openMenu(cellTarget(row, cell, column, view), event.currentTarget)}
    >
      <span>{value === null ? "–" : count(value)}</span>
    </button>
  );
}

const placeOf = (element: Element) => element.closest<HTMLElement>("[data-at]")?.dataset["at"];

/** Arrow keys walk over the cells that hold something; Tab goes past the whole table. */
function walk(event: KeyboardEvent<HTMLButtonElement>) {
  const move = MOVES[event.key];
  const body = event.currentTarget.closest("tbody");
  const at = placeOf(event.currentTarget);
  if (move === undefined || body === null || at === undefined) return;
  event.preventDefault();
  const cells = [...body.querySelectorAll<HTMLElement>("[data-at]")];
  const next = nextCell(at, move, cells.map((cell) => placeOf(cell) ?? ""));
  cells.find((cell) => placeOf(cell) === next)?.focus();
}

/** The one stop of the Tab key follows the focus without drawing five hundred cells anew. */
function moveTabStop({ currentTarget }: FocusEvent<HTMLButtonElement>) {
  currentTarget.closest("tbody")?.querySelector('[data-at][tabindex="0"]')?.setAttribute("tabindex", "-1");
  currentTarget.setAttribute("tabindex", "0");
}

/** Topics by columns: the darker, the more. Zero is blank. */
export const NeedsHeatMap = memo(function NeedsHeatMap({ table, columns, view }: Props) {
  const upright = columns.length <= 10;
  const sideways = !upright && columns.some(({ label }) => label.length > 4);
  const starts = rowStarts(table);
  const first = firstPlace(table);
  return (
    <div className={classes["heatScroller"]} data-upright={upright}>
      <table className={classes["heat"]} data-upright={upright} data-sideways={sideways} data-few={columns.length <= 3} data-roomy={columns.length <= ROOMY_COLUMNS}>
        <caption className={classes["unseen"]}>
          {evidenceWord(view)} by {rowWord(view)} and {COLUMN_NAMES[view.columns].toLowerCase()}; arrow keys move between cells
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span className={classes["unseen"]}>{rowWord(view)}</span>
            </th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                <span>{label}</span>
              </th>
            ))}
            <th scope="col" className={classes["totalHead"]}>
              <span>All</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {table.groups.map((group, groupIndex) => [
            group.label !== null && (
              <tr key={group.label} className={classes["group"]}>
                <th colSpan={columns.length + 2} scope="colgroup">
                  {group.label}
                </th>
              </tr>
            ),
            ...group.rows.map((row, rowIndex) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {row.cells.map((cell, place) => {
                  const column = columns[place];
                  const at = `${(starts[groupIndex] ?? 0) + rowIndex}:${place}`;
                  return (
                    <td key={column?.key ?? place}>
                      {cell !== null && column !== undefined && (
                        <HeatCell row={row} cell={cell} column={column} at={at} first={at === first} max={table.max} view={view} />
                      )}
                    </td>
                  );
                })}
                <td className={classes["total"]}>
                  <FigureValue {...totalTarget(row, view)} />
                </td>
              </tr>
            )),
          ])}
        </tbody>
      </table>
    </div>
  );
});

/** The number of rows before each group. */
function rowStarts({ groups }: NeedsTable): readonly number[] {
  let rows = 0;
  return groups.map((group) => {
    const start = rows;
    rows += group.rows.length;
    return start;
  });
}

/** The first cell that holds something, as `row:column`. */
function firstPlace({ groups }: NeedsTable): string | null {
  const rows = groups.flatMap((group) => group.rows);
  const row = rows.findIndex(({ cells }) => cells.some((cell) => cell !== null));
  return row < 0 ? null : `${row}:${rows[row]?.cells.findIndex((cell) => cell !== null)}`;
}
