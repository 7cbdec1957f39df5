import type { ReactNode } from "react";
import { PAGE_ROWS, type Paging } from "../sense/records/usePages";
import { List, NoRows, Pager } from "../ui/list/List";

type ListProps = Parameters<typeof List>[0];

interface Props extends Omit<ListProps, "pending"> {
  readonly connection: { readonly totalCount: number; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };
  readonly paging: Paging;
  readonly pending: boolean;
  /** What to say where there is no line. */
  readonly empty: ReactNode;
}

/** A list by pages, or why it has no line. */
export function PagedList({ connection: { totalCount, pageInfo }, paging, pending, empty, ...list }: Props) {
  if (totalCount === 0) return <NoRows>{empty}</NoRows>;
  return (
    <div>
      <List {...list} pending={pending || paging.pending} />
      <Pager
        label={`Pages of ${list.label.toLowerCase()}`}
        rows={PAGE_ROWS}
        totalCount={totalCount}
        hasNextPage={pageInfo.hasNextPage}
        page={paging.page}
        onPrevious={paging.previous}
        onNext={() => paging.next(pageInfo.endCursor)}
      />
    </div>
  );
}
