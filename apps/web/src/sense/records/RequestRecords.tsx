import { graphql } from "../../gql";
import type { Dimension, Standing } from "../../gql/graphql";
import type { Coordinate } from "../figure/target";
import type { Scope } from "../scope/scope";
import { usePageQuery } from "../scope/usePageQuery";
import { RecordsTable } from "./RecordsTable";
import { REQUEST_HEADERS, RequestRow } from "./RequestRow";
import { PAGE_ROWS, usePages } from "./usePages";

const REQUEST_RECORDS = graphql(`
  query RequestRecords($scope: Scope, $at: [Coordinate!], $standing: Standing, $ids: [ID!], $first: Int!, $after: String) {
    requests(scope: $scope, at: $at, standing: $standing, ids: $ids, first: $first, after: $after) {
      totalCount
      nodes {
        id
        ...RequestRow_request
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface Props {
  readonly scope: Scope;
  readonly at: readonly Coordinate[] | null;
  readonly standing: Standing | null;
  readonly ids: readonly string[] | null;
}

/** Requests of a scope, or of one cell of it; `standing` keeps those still open, `ids` those named. */
export function RequestRecords({ scope, at, standing, ids }: Props) {
  const { after, paging } = usePages();
  const coordinates = at?.map(({ dimension, key }) => ({ dimension: dimension as Dimension, key })) ?? null;
  const variables = { scope, at: coordinates, standing, ids, first: PAGE_ROWS, after };
  const data = usePageQuery(REQUEST_RECORDS, variables);
  return (
    <RecordsTable headers={REQUEST_HEADERS} label="Requests" {...data.requests} paging={paging}>
      {data.requests.nodes.map((request) => (
        <RequestRow key={request.id} request={request} />
      ))}
    </RecordsTable>
  );
}
