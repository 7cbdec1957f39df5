import type { FragmentType } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { graphql } from "../../gql";
import type { SystemRow_SystemFragment, SystemStage } from "../../gql/graphql";
import { count } from "../figure/format";
import type { Scope } from "../scope/scope";
import { usePageQuery } from "../scope/usePageQuery";
import { RecordRow } from "./RecordRow";
import { RecordsTable } from "./RecordsTable";
import { SystemDetail } from "./SystemDetail";
import { PAGE_ROWS, usePages } from "./usePages";
import { plainWord } from "./words";

const SYSTEM_ROW = graphql(`
  fragment SystemRow_system on System {
    id
    name
    state
    locale
    enrollment
  }
`);

const SYSTEM_RECORDS = graphql(`
  query SystemRecords($scope: Scope, $stage: SystemStage!, $ids: [ID!], $first: Int!, $after: String) {
    systems(scope: $scope, stage: $stage, ids: $ids, first: $first, after: $after) {
      totalCount
      nodes {
        id
        ...SystemRow_system
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

function SystemRow({ system }: { readonly system: FragmentType<SystemRow_SystemFragment> }) {
  const { data } = useSuspenseFragment({ fragment: SYSTEM_ROW, from: system });
  const { id, name, state, locale, enrollment } = data;
  return (
    <RecordRow
      name={name}
      cells={[name, state, locale === null ? "–" : plainWord(locale), enrollment === null ? "–" : count(enrollment)]}
      renderDetail={() => <SystemDetail id={id} />}
    />
  );
}

/** Systems of a scope that asked, or that were coached; those with the ids alone, where ids are given. */
export function SystemRecords({ scope, stage, ids }: { readonly scope: Scope; readonly stage: SystemStage; readonly ids: readonly string[] | null }) {
  const { after, paging } = usePages();
  const data = usePageQuery(SYSTEM_RECORDS, { scope, stage, ids, first: PAGE_ROWS, after });
  return (
    <RecordsTable headers={["System", "State", "Locale", "Students"]} label="Systems" {...data.systems} paging={paging}>
      {data.systems.nodes.map((system) => (
        <SystemRow key={system.id} system={system} />
      ))}
    </RecordsTable>
  );
}
