import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./list.module.css";

const whole = new Intl.NumberFormat("en-US");

interface ListProps {
  /** What the list is of, for those who hear it. */
  readonly label: string;
  /** Headings of the columns; an empty one is the rows' actions. */
  readonly headers: readonly string[];
  /** A newer answer is on its way. */
  readonly pending?: boolean;
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[]; readonly faded?: boolean }[];
}

/** A list: lines in columns; on a phone, one below the other with their headings. */
export function List({ label, headers, pending = false, rows }: ListProps) {
  return (
    <div className={classes["scroller"]} aria-busy={pending}>
      <table className={classes["table"]} aria-label={label}>
        <thead>
          <tr>
            {headers.map((header) => (
              <th key={header} scope="col">
                {header === "" ? <span className={classes["unseen"]}>Actions</span> : header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells, faded = false }) => (
            <tr key={id} data-faded={faded}>
              {cells.map((cell, index) => (
                <td key={headers[index]} data-label={headers[index]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PagerProps {
  /** Of what, as "Pages of people". */
  readonly label: string;
  readonly rows: number;
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly page: number;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}

/** Where in the list the page stands, and the way on. `rows` is how many a page holds. */
export function Pager({ label, rows, totalCount, hasNextPage, page, onPrevious, onNext }: PagerProps) {
  const first = (page - 1) * rows + 1;
  const last = Math.min(totalCount, page * rows);
  return (
    <nav className={classes["pages"]} aria-label={label}>
      <span aria-live="polite">
        {whole.format(first)}–{whole.format(last)} of {whole.format(totalCount)}
      </span>
      {totalCount > rows && (
        <>
          <Button variant="light" disabled={page === 1} onClick={onPrevious}>
            Previous
          </Button>
          <Button variant="light" disabled={!hasNextPage} onClick={onNext}>
            Next
          </Button>
        </>
      )}
    </nav>
  );
}

/** A list without a line, and why. */
export function NoRows({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes["none"]} aria-live="polite">
      {children}
    </div>
  );
}
