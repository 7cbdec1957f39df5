import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { count } from "../figure/format";
import classes from "./records.module.css";
import { Headers } from "./headers";
import { PAGE_ROWS, type Paging } from "./usePages";

interface Props {
  readonly headers: readonly string[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly paging: Paging;
  /** What the list is of, for those who hear it. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A page of rows, each of which opens to its detail. */
export function RecordsTable({ headers, totalCount, pageInfo, paging, label, children }: Props) {
  const first = (paging.page - 1) * PAGE_ROWS + 1;
  const last = Math.min(totalCount, paging.page * PAGE_ROWS);
  if (totalCount === 0) return <p aria-live="polite">No rows stand behind this figure.</p>;
  return (
    <>
      <div className={classes["scroller"]} aria-busy={paging.pending}>
        <table className={classes["table"]} aria-label={label}>
          <thead>
            <tr>
              {headers.map((header) => (
                <th key={header} scope="col">
                  {header}
                </th>
              ))}
              <th scope="col">
                <span className={classes["unseen"]}>Detail</span>
              </th>
            </tr>
          </thead>
          <Headers value={headers}>{children}</Headers>
        </table>
      </div>
      <nav className={classes["pages"]} aria-label="Pages of records">
        <span aria-live="polite">
          {count(first)}–{count(last)} of {count(totalCount)}
        </span>
        {totalCount > PAGE_ROWS && (
          <>
            <Button variant="light" size="sm" disabled={paging.page === 1} onClick={paging.previous}>
              Previous
            </Button>
            <Button variant="light" size="sm" disabled={!pageInfo.hasNextPage} onClick={() => paging.next(pageInfo.endCursor)}>
              Next
            </Button>
          </>
        )}
      </nav>
    </>
  );
}
