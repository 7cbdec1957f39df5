import type { ReactNode } from "react";
import type { CsvCell } from "./csv";
import classes from "./chart.module.css";

export interface Column<Row> {
  readonly header: string;
  /** The value as an export writes it: a share as 0.25, a date as 2020-05-01. */
  readonly value: (row: Row) => CsvCell;
  /** The value as the page shows it; the export's, where left out. */
  readonly cell?: (row: Row) => ReactNode;
  /** Numbers stand right. */
  readonly numeric?: boolean;
}

interface Props<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly labelledBy: string;
}

/** The numbers behind a chart. The first column names the row. */
export function DataTable<Row>({ rows, columns, labelledBy }: Props<Row>) {
  const align = ({ numeric }: Column<Row>) => (numeric === true ? "end" : "start");
  return (
    // A box that scrolls must be reachable by the keys that scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes["scroller"]} tabIndex={0} aria-labelledby={labelledBy}>
      <table className={classes["table"]} aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.header} scope="col" data-align={align(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((column, place) => {
                const content = column.cell === undefined ? column.value(row) : column.cell(row);
                return place === 0 ? (
                  <th key={column.header} scope="row">
                    {content}
                  </th>
                ) : (
                  <td key={column.header} data-align={align(column)}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
