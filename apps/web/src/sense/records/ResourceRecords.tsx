import type { FragmentType } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { graphql } from "../../gql";
import type { ResourceRow_ResourceFragment } from "../../gql/graphql";
import { useNetwork } from "../scope/network";
import { usePageQuery } from "../scope/usePageQuery";
import { Facts } from "./Facts";
import { RecordRow } from "./RecordRow";
import { RecordsTable } from "./RecordsTable";
import { PAGE_ROWS, usePages } from "./usePages";
import { dayText, namesText, plainWord } from "./words";

const RESOURCE_ROW = graphql(`
  fragment ResourceRow_resource on Resource {
    id
    title
    url
    kind
    publishedAt
    topics {
      id
      label
    }
    provider {
      id
      name
    }
  }
`);

const RESOURCE_RECORDS = graphql(`
  query ResourceRecords($topics: [ID!], $first: Int!, $after: String) {
    resources(topics: $topics, first: $first, after: $after) {
      totalCount
      nodes {
        id
        ...ResourceRow_resource
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

function ResourceRow({ resource }: { readonly resource: FragmentType<ResourceRow_ResourceFragment> }) {
  const { data } = useSuspenseFragment({ fragment: RESOURCE_ROW, from: resource });
  const { network } = useNetwork();
  const { title, url, kind, publishedAt, topics, provider } = data;
  return (
    <RecordRow
      name={title}
      cells={[title, kind === null ? "–" : plainWord(kind), provider?.name ?? "–"]}
      renderDetail={() => (
        <Facts
          facts={[
            [
              "Link",
              <a key="link" href={url} rel="noreferrer" target="_blank">
                {url}
              </a>,
            ],
            ["Topics", namesText(topics)],
            ["Published", publishedAt === null ? null : dayText(publishedAt, network.timeZone)],
          ]}
        />
      )}
    />
  );
}

/** The hub's resources on some topics, or all. */
export function ResourceRecords({ topics }: { readonly topics: readonly string[] | null }) {
  const { after, paging } = usePages();
  const data = usePageQuery(RESOURCE_RECORDS, { topics, first: PAGE_ROWS, after });
  return (
    <RecordsTable headers={["Title", "Kind", "From"]} label="Resources" {...data.resources} paging={paging}>
      {data.resources.nodes.map((resource) => (
        <ResourceRow key={resource.id} resource={resource} />
      ))}
    </RecordsTable>
  );
}
