import type { FragmentType } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { graphql } from "../../gql";
import type { RequestRow_RequestFragment } from "../../gql/graphql";
import { useNetwork } from "../scope/network";
import { RecordRow } from "./RecordRow";
import { RequestDetail } from "./RequestDetail";
import { dayText, namesText, plainWord } from "./words";

const REQUEST_ROW = graphql(`
  fragment RequestRow_request on Request {
    id
    submittedAt
    status
    system {
      id
      name
      state
    }
    topics {
      id
      label
    }
  }
`);

export const REQUEST_HEADERS: readonly string[] = ["System", "Submitted", "Topics", "Status"];

/** One request. */
export function RequestRow({ request }: { readonly request: FragmentType<RequestRow_RequestFragment> }) {
  const { data } = useSuspenseFragment({ fragment: REQUEST_ROW, from: request });
  const { network } = useNetwork();
  const { id, system, submittedAt, topics, status } = data;
  return (
    <RecordRow
      name={`request of ${system.name}`}
      cells={[`${system.name}, ${system.state}`, dayText(submittedAt, network.timeZone), namesText(topics), plainWord(status)]}
      renderDetail={() => <RequestDetail id={id} />}
    />
  );
}
