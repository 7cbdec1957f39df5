import { memo } from "react";
import { heatStep } from "../../chart/heatScale";
import { FigureValue } from "../figure/FigureValue";
import classes from "./needs.module.css";
import { totalTarget } from "./needTargets";
import type { HeatColumn } from "./NeedsHeatMap";
import type { NeedsTable } from "./needsTable";
import { evidenceWord, type NeedsView } from "./needsView";

interface Props {
  readonly table: NeedsTable;
  readonly columns: readonly HeatColumn[];
  readonly view: NeedsView;
}

/** The needs table as a phone shows it: a line a topic, its columns as a strip of shades. */
export const NeedsList = memo(function NeedsList({ table, columns, view }: Props) {
  const first = columns[0]?.label ?? "";
  const last = columns.at(-1)?.label ?? "";
  return (
    <div className={classes["list"]}>
      <p className={classes["listNote"]}>
        Shades run from {first} to {last}.
      </p>
      {table.groups.map(({ label, rows }) => (
        <section key={label ?? "all"} aria-label={label ?? evidenceWord(view)}>
          {label !== null && <h3>{label}</h3>}
          <ul>
            {rows.map((row) => (
              <li key={row.key}>
                <span className={classes["listLabel"]}>{row.label}</span>
                <FigureValue {...totalTarget(row, view)} />
                <span className={classes["listStrip"]} aria-hidden>
                  {row.cells.map((cell, index) => (
                    <span key={index} data-step={heatStep(cell?.count.value ?? null, table.max)} data-withheld={cell !== null && cell.count.value === null} />
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
});
