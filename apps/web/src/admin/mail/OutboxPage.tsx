import { useEffect, useRef, useState } from "react";
import { useTimes } from "../../access/times";
import { graphql } from "../../gql";
import { PAGE_ROWS, usePages } from "../../sense/records/usePages";
import { useNetwork } from "../../sense/scope/network";
import { NoRows, Pager } from "../../ui/list/List";
import { PageFrame } from "../../ui/PageFrame";
import { NotFound } from "../../ui/states";
import { useListQuery } from "../useListQuery";
import { Letter } from "./Letter";
import classes from "./outbox.module.css";

const OUTBOX = graphql(`
  query OutboxPage($first: Int!, $after: String) {
    outbox(first: $first, after: $after) {
      totalCount
      nodes {
        id
        to
        subject
        text
        createdAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

function Outbox() {
  const { after, paging } = usePages();
  const { moment } = useTimes();
  const { outbox } = useListQuery(OUTBOX, { first: PAGE_ROWS, after });
  const [chosen, setChosen] = useState<string | null>(null);
  const letter = outbox.nodes.find(({ id }) => id === chosen) ?? outbox.nodes[0];
  const place = useRef<HTMLDivElement>(null);
  useEffect(
    function showTheChosen() {
      if (chosen !== null) place.current?.scrollIntoView({ block: "nearest" });
    },
    [chosen],
  );
  if (letter === undefined) {
    return (
      <NoRows>
        <p>
          Invite somebody, or <a href="/forgot-password">ask for a new password</a>: the mail shows here.
        </p>
      </NoRows>
    );
  }
  return (
    <div className={classes["outbox"]}>
      <div>
        <ul className={classes["letters"]} aria-label="Mails">
          {outbox.nodes.map(({ id, to, subject, createdAt }) => (
            <li key={id}>
              <button type="button" aria-current={id === letter.id} onClick={() => setChosen(id)}>
                <strong>{subject}</strong>
                <span>{to}</span>
                <time dateTime={createdAt}>{moment(createdAt)}</time>
              </button>
            </li>
          ))}
        </ul>
        <Pager
          label="Pages of mails"
          rows={PAGE_ROWS}
          totalCount={outbox.totalCount}
          hasNextPage={outbox.pageInfo.hasNextPage}
          page={paging.page}
          onPrevious={paging.previous}
          onNext={() => paging.next(outbox.pageInfo.endCursor)}
        />
      </div>
      <div ref={place}>
        <Letter key={letter.id} letter={letter} />
      </div>
    </div>
  );
}

/** On a demo network: every mail as whoever gets it sees it, since none of them leaves the machine. */
export function OutboxPage() {
  const { network } = useNetwork();
  if (!network.demo) return <NotFound />;
  return (
    <PageFrame name="Outbox" finding="What this demo network would have mailed." basis="Its addresses are invented, so nothing is sent. Links in these mails work here, as they would in an inbox.">
      <Outbox />
    </PageFrame>
  );
}
