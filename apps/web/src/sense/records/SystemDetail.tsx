import { graphql } from "../../gql";
import { count, percent } from "../figure/format";
import { useNetwork } from "../scope/network";
import { usePageQuery } from "../scope/usePageQuery";
import { Facts } from "./Facts";
import classes from "./records.module.css";
import { dayText, namesText, plainWord } from "./words";

const SYSTEM_DETAIL = graphql(`
  query SystemDetail($id: ID!) {
    system(id: $id) {
      id
      stateName
      schools
      lowIncomeShare
      governance
      leaid
      requests {
        id
        submittedAt
        status
        topics {
          id
          label
        }
      }
    }
  }
`);

/** A system: what is known of it, and what it asked for. */
export function SystemDetail({ id }: { readonly id: string }) {
  const data = usePageQuery(SYSTEM_DETAIL, { id });
  const { network } = useNetwork();
  const { system } = data;
  const { stateName, schools, lowIncomeShare, governance, leaid, requests } = system;
  return (
    <>
      <Facts
        facts={[
          ["State", stateName],
          ["Schools", schools === null ? null : count(schools)],
          ["Low income", lowIncomeShare === null ? null : percent(lowIncomeShare)],
          ["Kind", governance === null ? null : plainWord(governance)],
          ["NCES id", leaid],
        ]}
      />
      <ol className={classes["history"]} aria-label="Requests">
        {requests.map((request) => (
          <li key={request.id}>
            <time dateTime={request.submittedAt}>{dayText(request.submittedAt, network.timeZone)}</time> {namesText(request.topics)},{" "}
            {plainWord(request.status)}
          </li>
        ))}
      </ol>
    </>
  );
}
