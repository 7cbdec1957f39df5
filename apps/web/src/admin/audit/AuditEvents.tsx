import { graphql } from "../../gql";
import { PAGE_ROWS, usePages } from "../../sense/records/usePages";
import { NoRows, Pager } from "../../ui/list/List";
import { useListQuery } from "../useListQuery";
import { AuditLine } from "./AuditLine";
import classes from "./audit.module.css";

const EVENTS = graphql(`
  query AuditEvents($search: String, $action: String, $actor: ID, $from: Date, $to: Date, $first: Int!, $after: String) {
    auditEvents(search: $search, action: $action, actor: $actor, from: $from, to: $to, first: $first, after: $after) {
      totalCount
      nodes {
        id
        at
        action
        actorName
        actorEmail
        viaKey
        subjectType
        subjectId
        reason
        detail
        requestId
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export interface AuditFilters {
  readonly search: string | null;
  readonly action: string | null;
  readonly actor: string | null;
  /** Days of the network, `2021-02-01`; the second is left out. */
  readonly from: string | null;
  readonly to: string | null;
}

interface Props {
  readonly filters: AuditFilters;
  readonly pending: boolean;
}

/** Events that pass the filters, newest first, by pages. */
export function AuditEvents({ filters, pending }: Props) {
  const { after, paging } = usePages();
  const { auditEvents } = useListQuery(EVENTS, { ...filters, first: PAGE_ROWS, after });
  if (auditEvents.totalCount === 0) {
    return (
      <NoRows>
        <p>Nothing in the trail passes these filters.</p>
      </NoRows>
    );
  }
  return (
    <div>
      <ol className={classes["events"]} aria-label="Events" aria-busy={pending || paging.pending}>
        {auditEvents.nodes.map((event) => (
          <AuditLine key={event.id} event={event} />
        ))}
      </ol>
      <Pager
        label="Pages of events"
        rows={PAGE_ROWS}
        totalCount={auditEvents.totalCount}
        hasNextPage={auditEvents.pageInfo.hasNextPage}
        page={paging.page}
        onPrevious={paging.previous}
        onNext={() => paging.next(auditEvents.pageInfo.endCursor)}
      />
    </div>
  );
}
