import { useQuery } from "@apollo/client/react";
import { useId, useState } from "react";
import { useTimes } from "../../access/times";
import { graphql } from "../../gql";
import type { AuditEventsQuery } from "../../gql/graphql";
import { Facts } from "../../sense/records/Facts";
import { auditSentence, namesSubject, readDetail } from "./auditSentence";
import classes from "./audit.module.css";

const SUBJECT = graphql(`
  query AuditSubject($id: ID!) {
    person(id: $id) {
      id
      name
    }
  }
`);

/** The name of the person that it was done to; null where there is none, and until it is known. */
function useSubjectName(event: AuditEvent): string | null {
  const { data } = useQuery(SUBJECT, { variables: { id: event.subjectId }, skip: !namesSubject(event) || event.subjectId === "*" });
  return data?.person.name ?? null;
}

type AuditEvent = AuditEventsQuery["auditEvents"]["nodes"][number];

function Detail({ event }: { readonly event: AuditEvent }) {
  const detail = readDetail(event.detail);
  return (
    <>
      <Facts
        facts={[
          ["Event", event.id],
          ["Action", <code key="action">{event.action}</code>],
          ["Done by", event.actorEmail ?? event.actorName],
          ["Through", event.viaKey === null ? "the pages" : `the API key “${event.viaKey}”`],
          ["On", `${event.subjectType} ${event.subjectId}`],
          ["Request", event.requestId],
        ]}
      />
      {Object.keys(detail).length > 0 && <pre className={classes["json"]}>{JSON.stringify(detail, null, 2)}</pre>}
    </>
  );
}

/** One event: a sentence, and its detail when it is asked for. */
export function AuditLine({ event }: { readonly event: AuditEvent }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { moment } = useTimes();
  const subject = useSubjectName(event);
  return (
    <li className={classes["event"]}>
      <time dateTime={event.at}>{moment(event.at)}</time>
      <div className={classes["told"]}>
        <p>
          <strong>{event.actorName}</strong> {auditSentence(event, subject)}
          {event.viaKey !== null && <span className={classes["muted"]}> with an API key</span>}.
        </p>
        {event.reason !== null && <p className={classes["reason"]}>“{event.reason}”</p>}
        {open && (
          <div id={id} className={classes["detail"]}>
            <Detail event={event} />
          </div>
        )}
      </div>
      <button type="button" className={classes["opener"]} aria-expanded={open} aria-controls={id} aria-label={`Detail of event ${event.id}`} onClick={() => setOpen(!open)}>
        <span aria-hidden>{open ? "−" : "+"}</span>
      </button>
    </li>
  );
}
