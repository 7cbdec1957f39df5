import { graphql } from "../../gql";
import type { RequestDetailQuery } from "../../gql/graphql";
import { useNetwork } from "../scope/network";
import { usePageQuery } from "../scope/usePageQuery";
import { Facts } from "./Facts";
import classes from "./records.module.css";
import { dayText, namesText, plainWord, timeText } from "./words";

const REQUEST_DETAIL = graphql(`
  query RequestDetail($id: ID!) {
    request(id: $id) {
      id
      narrative
      urgency
      secondsToSubmit
      submittedAt
      withdrawnAt
      leader {
        id
        name
        email
        role
      }
      tagEvents {
        id
        action
        stage
        author
        at
        topic {
          id
          label
        }
      }
      engagements {
        id
        matchedAt
        closedAt
        closeReason
        coaches {
          id
          name
        }
      }
      referrals {
        id
        destination
        reason
        sentAt
        outcome
      }
    }
  }
`);

type Request = RequestDetailQuery["request"];

function History({ request, timeZone }: { readonly request: Request; readonly timeZone: string }) {
  const events = [
    ...request.tagEvents.map(({ id, at, action, topic, author, stage }) => ({
      id,
      at,
      text: `${topic.label} ${plainWord(action)} by ${author} (${plainWord(stage)})`,
    })),
    ...request.engagements.flatMap(({ id, matchedAt, closedAt, closeReason, coaches }) => [
      { id: `${id}-matched`, at: matchedAt, text: `matched with ${namesText(coaches)}` },
      ...(closedAt === null
        ? []
        : [{ id: `${id}-closed`, at: closedAt, text: `closed${closeReason === null ? "" : `: ${plainWord(closeReason)}`}` }]),
    ]),
    ...request.referrals.map(({ id, sentAt, destination, outcome }) => ({
      id,
      at: sentAt,
      text: `referred to ${destination}, ${outcome === null ? "outcome not known yet" : plainWord(outcome)}`,
    })),
    ...(request.withdrawnAt === null ? [] : [{ id: "withdrawn", at: request.withdrawnAt, text: "withdrawn" }]),
  ].sort((a, b) => a.at.localeCompare(b.at));
  if (events.length === 0) return null;
  return (
    <ol className={classes["history"]} aria-label="What happened">
      {events.map(({ id, at, text }) => (
        <li key={id}>
          <time dateTime={at}>{dayText(at, timeZone)}</time> {text}
        </li>
      ))}
    </ol>
  );
}

/** A request whole: what was said, by whom, and what came of it. */
export function RequestDetail({ id }: { readonly id: string }) {
  const data = usePageQuery(REQUEST_DETAIL, { id });
  const { network } = useNetwork();
  const { request } = data;
  const { narrative, leader, urgency, secondsToSubmit, submittedAt } = request;
  const who = leader === null ? null : [leader.name, leader.role, leader.email].filter((part) => part !== null).join(", ");
  return (
    <>
      {narrative !== null && <blockquote className={classes["narrative"]}>{narrative}</blockquote>}
      <Facts
        facts={[
          ["Leader", who || null],
          ["Submitted", timeText(submittedAt, network.timeZone)],
          ["Urgency", urgency === null ? null : plainWord(urgency)],
          ["Form took", secondsToSubmit === null ? null : `${secondsToSubmit} seconds`],
        ]}
      />
      <History request={request} timeZone={network.timeZone} />
    </>
  );
}
