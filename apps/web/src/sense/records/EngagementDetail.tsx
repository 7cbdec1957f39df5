import { graphql } from "../../gql";
import { useNetwork } from "../scope/network";
import { usePageQuery } from "../scope/usePageQuery";
import classes from "./records.module.css";
import { dayText, namesText } from "./words";

const ENGAGEMENT_DETAIL = graphql(`
  query EngagementDetail($id: ID!) {
    engagement(id: $id) {
      id
      sessions {
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
      }
    }
  }
`);

/** A relationship's calls, one after the other. */
export function EngagementDetail({ id }: { readonly id: string }) {
  const data = usePageQuery(ENGAGEMENT_DETAIL, { id });
  const { network } = useNetwork();
  const { engagement } = data;
  return (
    <ol className={classes["history"]} aria-label="Calls">
      {engagement.sessions.map(({ id: session, heldAt, topics, challengeLevel, rating }) => (
        <li key={session}>
          <time dateTime={heldAt}>{dayText(heldAt, network.timeZone)}</time> {namesText(topics)}
          {challengeLevel !== null && `, level ${challengeLevel}`}
          {rating !== null && `, rated ${rating.rating}`}
        </li>
      ))}
    </ol>
  );
}
