import type { FragmentType } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { graphql } from "../../gql";
import type { EngagementRow_EngagementFragment } from "../../gql/graphql";
import { useNetwork } from "../scope/network";
import type { Scope } from "../scope/scope";
import { usePageQuery } from "../scope/usePageQuery";
import { EngagementDetail } from "./EngagementDetail";
import { RecordRow } from "./RecordRow";
import { RecordsTable } from "./RecordsTable";
import { PAGE_ROWS, usePages } from "./usePages";
import { dayText, namesText, plainWord } from "./words";

const ENGAGEMENT_ROW = graphql(`
  fragment EngagementRow_engagement on Engagement {
    id
    matchedAt
    closedAt
    closeReason
    coaches {
      id
      name
    }
    request {
      id
      system {
        id
        name
        state
      }
    }
  }
`);

const ENGAGEMENT_RECORDS = graphql(`
  query EngagementRecords($scope: Scope, $first: Int!, $after: String) {
    engagements(scope: $scope, first: $first, after: $after) {
      totalCount
      nodes {
        id
        ...EngagementRow_engagement
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

function EngagementRow({ engagement }: { readonly engagement: FragmentType<EngagementRow_EngagementFragment> }) {
  const { data } = useSuspenseFragment({ fragment: ENGAGEMENT_ROW, from: engagement });
  const { network } = useNetwork();
  const { id, request, coaches, matchedAt, closedAt, closeReason } = data;
  const { name, state } = request.system;
  const reason = closeReason === null ? "closed" : plainWord(closeReason);
  return (
    <RecordRow
      name={`relationship with ${name}`}
      cells={[
        `${name}, ${state}`,
        namesText(coaches),
        dayText(matchedAt, network.timeZone),
        closedAt === null ? "open" : `${reason}, ${dayText(closedAt, network.timeZone)}`,
      ]}
      renderDetail={() => <EngagementDetail id={id} />}
    />
  );
}

/** Relationships of a scope: engagements with at least one call. */
export function EngagementRecords({ scope }: { readonly scope: Scope }) {
  const { after, paging } = usePages();
  const data = usePageQuery(ENGAGEMENT_RECORDS, { scope, first: PAGE_ROWS, after });
  return (
    <RecordsTable headers={["System", "Coaches", "Matched", "Closed"]} label="Relationships" {...data.engagements} paging={paging}>
      {data.engagements.nodes.map((engagement) => (
        <EngagementRow key={engagement.id} engagement={engagement} />
      ))}
    </RecordsTable>
  );
}
