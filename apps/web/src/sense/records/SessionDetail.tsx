import { graphql } from "../../gql";
import { useNetwork } from "../scope/network";
import { usePageQuery } from "../scope/usePageQuery";
import { Facts } from "./Facts";
import classes from "./records.module.css";
import { namesText, plainWord, timeText } from "./words";

const SESSION_DETAIL = graphql(`
  query SessionDetail($id: ID!) {
    session(id: $id) {
      id
      heldAt
      minutes
      mode
      challengeLevel
      coaches {
        id
        name
      }
      rating {
        rating
        wantsMore
        comment
        ratedAt
      }
    }
  }
`);

const LEVELS = ["stabilise", "define", "plan and implement", "redesign"];

/** A call whole, without its private note. */
export function SessionDetail({ id }: { readonly id: string }) {
  const data = usePageQuery(SESSION_DETAIL, { id });
  const { network } = useNetwork();
  const { session } = data;
  const { heldAt, minutes, mode, challengeLevel, coaches, rating } = session;
  const wants = rating?.wantsMore == null ? null : rating.wantsMore ? "yes" : "no";
  return (
    <>
      <Facts
        facts={[
          ["Held", timeText(heldAt, network.timeZone)],
          ["Coaches", namesText(coaches)],
          ["Length", minutes === null ? null : `${minutes} minutes`],
          ["By", mode === null ? null : plainWord(mode)],
          ["Challenge", challengeLevel === null ? null : `${challengeLevel}, ${LEVELS[challengeLevel - 1] ?? ""}`],
          ["Rating", rating === null ? null : `${rating.rating} of 5, ${timeText(rating.ratedAt, network.timeZone)}`],
          ["Wants more", wants],
        ]}
      />
      {rating?.comment != null && <blockquote className={classes["narrative"]}>{rating.comment}</blockquote>}
    </>
  );
}
