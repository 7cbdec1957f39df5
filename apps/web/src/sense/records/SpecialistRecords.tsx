import type { FragmentType } from "@apollo/client";
import { useSuspenseFragment, useSuspenseQuery } from "@apollo/client/react";
import { graphql } from "../../gql";
import type { CoachRow_CoachFragment } from "../../gql/graphql";
import { Facts } from "./Facts";
import { RecordRow } from "./RecordRow";
import { RecordsTable } from "./RecordsTable";
import { PAGE_ROWS, usePages } from "./usePages";
import { namesText, plainWord } from "./words";

const COACH_ROW = graphql(`
  fragment CoachRow_coach on Coach {
    id
    name
    role
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
  query SpecialistRecords($topics: [ID!], $providers: [ID!], $first: Int!, $after: String) {
    coaches(role: SPECIALIST, topics: $topics, providers: $providers, first: $first, after: $after) {
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
  const { name, provider, role, hoursPerMonth, topics, states } = data;
  return (
    <RecordRow
      name={name}
      cells={[name, provider.name, plainWord(role), hoursPerMonth ?? "–"]}
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

interface Props {
  readonly topics: readonly string[] | null;
  readonly providers: readonly string[] | null;
}

/** Specialists who list some topics, of some organisations; null is any. */
export function SpecialistRecords({ topics, providers }: Props) {
  const { after, paging } = usePages();
  const { data } = useSuspenseQuery(SPECIALIST_RECORDS, { variables: { topics, providers, first: PAGE_ROWS, after } });
  return (
    <RecordsTable headers={["Coach", "Organisation", "Role", "Hours a month"]} label="Specialists" {...data.coaches} paging={paging}>
      {data.coaches.nodes.map((coach) => (
        <CoachRow key={coach.id} coach={coach} />
      ))}
    </RecordsTable>
  );
}
