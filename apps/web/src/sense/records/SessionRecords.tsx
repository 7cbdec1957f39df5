import type { FragmentType } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { graphql } from "../../gql";
import type { Dimension, SessionRow_SessionFragment } from "../../gql/graphql";
import type { Coordinate } from "../figure/target";
import { useNetwork } from "../scope/network";
import type { Scope } from "../scope/scope";
import { usePageQuery } from "../scope/usePageQuery";
import { RecordRow } from "./RecordRow";
import { RecordsTable } from "./RecordsTable";
import { SessionDetail } from "./SessionDetail";
import { PAGE_ROWS, usePages } from "./usePages";
import { dayText, namesText } from "./words";

const SESSION_ROW = graphql(`
  fragment SessionRow_session on Session {
    id
    heldAt
    challengeLevel
    topics {
      id
      label
    }
    rating {
      rating
    }
    engagement {
      id
      request {
        id
        system {
          id
          name
          state
        }
      }
    }
  }
`);

const SESSION_RECORDS = graphql(`
  query SessionRecords($scope: Scope, $at: [Coordinate!], $rated: Boolean, $first: Int!, $after: String) {
    sessions(scope: $scope, at: $at, rated: $rated, first: $first, after: $after) {
      totalCount
      nodes {
        id
        ...SessionRow_session
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

function SessionRow({ session }: { readonly session: FragmentType<SessionRow_SessionFragment> }) {
  const { data } = useSuspenseFragment({ fragment: SESSION_ROW, from: session });
  const { network } = useNetwork();
  const { id, heldAt, topics, rating, engagement } = data;
  const { name, state } = engagement.request.system;
  return (
    <RecordRow
      name={`call with ${name}`}
      cells={[`${name}, ${state}`, dayText(heldAt, network.timeZone), namesText(topics), rating?.rating ?? "not rated"]}
      renderDetail={() => <SessionDetail id={id} />}
    />
  );
}

interface Props {
  readonly scope: Scope;
  readonly at: readonly Coordinate[] | null;
  readonly rated: boolean | null;
}

/** Calls of a scope, or of one cell of it; `rated` keeps those with a rating. */
export function SessionRecords({ scope, at, rated }: Props) {
  const { after, paging } = usePages();
  const coordinates = at?.map(({ dimension, key }) => ({ dimension: dimension as Dimension, key })) ?? null;
  const variables = { scope, at: coordinates, rated, first: PAGE_ROWS, after };
  const data = usePageQuery(SESSION_RECORDS, variables);
  return (
    <RecordsTable headers={["System", "Held", "Topics", "Rating"]} label="Calls" {...data.sessions} paging={paging}>
      {data.sessions.nodes.map((session) => (
        <SessionRow key={session.id} session={session} />
      ))}
    </RecordsTable>
  );
}
