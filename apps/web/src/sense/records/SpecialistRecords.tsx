import type { FragmentType } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { graphql } from "../../gql";
import type { CoachRow_CoachFragment } from "../../gql/graphql";
import type { Scope } from "../scope/scope";
import { usePageQuery } from "../scope/usePageQuery";
import { Facts } from "./Facts";
import { RecordRow } from "./RecordRow";
import { RecordsTable } from "./RecordsTable";
import { PAGE_ROWS, usePages } from "./usePages";
import { namesText } from "./words";

const COACH_ROW = graphql(`
  fragment CoachRow_coach on Coach {
    id
    name
    states
    hoursPerMonth
    provider {
      id
      name
    }
    topics {
      id
      label
    }
  }
`);

const SPECIALIST_RECORDS = graphql(`
  query SpecialistRecords($scope: Scope, $first: Int!, $after: String) {
    specialists(scope: $scope, first: $first, after: $after) {
      totalCount
      nodes {
        id
        ...CoachRow_coach
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

function CoachRow({ coach }: { readonly coach: FragmentType<CoachRow_CoachFragment> }) {
  const { data } = useSuspenseFragment({ fragment: COACH_ROW, from: coach });
  const { name, provider, hoursPerMonth, topics, states } = data;
  return (
    <RecordRow
      name={name}
      cells={[name, provider.name, hoursPerMonth ?? "–"]}
      renderDetail={() => (
        <Facts
          facts={[
            ["Topics", namesText(topics)],
            ["States", states.length === 0 ? "any" : states.join(", ")],
          ]}
        />
      )}
    />
  );
}

/** The specialists a gap counts: active then, serving the scope's states, listing any of its topics. */
export function SpecialistRecords({ scope }: { readonly scope: Scope }) {
  const { after, paging } = usePages();
  const data = usePageQuery(SPECIALIST_RECORDS, { scope, first: PAGE_ROWS, after });
  return (
    <RecordsTable headers={["Coach", "Organisation", "Hours a month"]} label="Specialists" {...data.specialists} paging={paging}>
      {data.specialists.nodes.map((coach) => (
        <CoachRow key={coach.id} coach={coach} />
      ))}
    </RecordsTable>
  );
}
