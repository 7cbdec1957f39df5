import { useMutation } from "@apollo/client/react";
import { Link } from "@tanstack/react-router";
import type { DeskRequestPageQuery } from "../../gql/graphql";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import classes from "./desk.module.css";
import { ANSWER, LOOK_INTO, SEND_AGAIN } from "./requestQuery";
import { dayText, momentText } from "./stepWords";
import { WordsForm } from "./WordsForm";

type Desk = DeskRequestPageQuery["deskRequest"];
type System = Desk["request"]["system"];

const ASKED: Readonly<Record<Desk["asks"][number]["kind"], string>> = {
  MORE: "asks for more support",
  ANOTHER_CALL: "asks for another call",
  COLLEAGUE: "asks to bring in a colleague",
  CORRECTION: "corrects what we understood",
  STOP: "asks to stop",
  MESSAGE: "writes",
};

interface Changing {
  readonly onDone: (text: string) => void;
}

/** What the leader asked and nobody has answered. */
export function Asks({ asks, onDone }: { readonly asks: Desk["asks"] } & Changing) {
  const [answer] = useMutation(ANSWER);
  const open = asks.filter(({ settledAt }) => settledAt === null);
  if (open.length === 0) return null;
  return (
    <section className={classes["section"]} aria-labelledby="asks">
      <h2 id="asks">The leader waits for an answer</h2>
      {open.map(({ id, kind, text, at }) => (
        <div key={id} className={classes["card"]}>
          <p>
            <strong>The leader {ASKED[kind]}</strong> <span className={classes["muted"]}>{momentText(at)}</span>
          </p>
          {text !== null && <blockquote className={classes["words"]}>{text}</blockquote>}
          <WordsForm
            label="Answer, mailed in your name; leave it empty if none is needed"
            submit="Settle it"
            isOptional
            onSend={async (words, idempotencyKey) => {
              await answer({ variables: { input: { askId: id, text: words, idempotencyKey } } });
              onDone(words === null ? "It is settled." : "The answer is on its way.");
            }}
          />
        </div>
      ))}
    </section>
  );
}

/** Calls that were rated low and that nobody has looked into. */
export function LowRatings({ sessions, onDone }: { readonly sessions: Desk["lowRated"] } & Changing) {
  const [lookInto] = useMutation(LOOK_INTO);
  if (sessions.length === 0) return null;
  return (
    <section className={classes["section"]} aria-labelledby="low">
      <h2 id="low">A call was rated low</h2>
      {sessions.map(({ id, heldAt, coaches, rating }) => (
        <div key={id} className={classes["card"]}>
          <p>
            <strong>{rating?.rating ?? 0} of 5</strong> for the call of {dayText(heldAt)} with {coaches.map(({ name }) => name).join(", ")}
          </p>
          {rating?.comment != null && <blockquote className={classes["words"]}>{rating.comment}</blockquote>}
          <WordsForm
            label="What came of it, for staff alone"
            submit="I have looked into it"
            isOptional
            onSend={async (text, idempotencyKey) => {
              await lookInto({ variables: { input: { sessionId: id, text, idempotencyKey } } });
              onDone("It is written down.");
            }}
          />
        </div>
      ))}
    </section>
  );
}

const LOCALES: Readonly<Record<string, string>> = { CITY: "city", SUBURB: "suburb", TOWN: "town", RURAL: "rural" };
const STATUSES: Readonly<Record<string, string>> = { OPEN: "open", MATCHED: "matched", WITHDRAWN: "withdrawn", REFERRED: "sent on" };

/** Who asks: what is known of the system, what it asked before and who has coached it. */
export function Who({ system, requestId }: { readonly system: System; readonly requestId: string }) {
  const facts = [
    system.locale === null ? null : LOCALES[system.locale],
    system.enrollment === null ? null : `${system.enrollment.toLocaleString("en-US")} students`,
    system.schools === null ? null : `${system.schools.toLocaleString("en-US")} ${system.schools === 1 ? "school" : "schools"}`,
    system.titleI === null ? null : system.titleI ? "Title I" : "not Title I",
  ].filter((fact) => fact != null);
  const others = system.requests.filter(({ id }) => id !== requestId);
  return (
    <section className={classes["section"]} aria-labelledby="who">
      <h2 id="who">
        {system.name}, {system.stateName}
      </h2>
      <p className={classes["muted"]}>{facts.length > 0 ? facts.join(" · ") : "Nothing more is known of it."}</p>
      {others.length === 0 ? (
        <p>It asks for the first time.</p>
      ) : (
        <ul className={classes["lines"]}>
          {others.map(({ id, submittedAt, status, topics, engagements }) => (
            <li key={id}>
              <Link to="/desk/$request" params={{ request: id }}>
                {dayText(submittedAt)}
              </Link>
              , {STATUSES[status]}: {topics.map(({ label }) => label).join("; ") || "not tagged"}
              {engagements.length > 0 && (
                <span className={classes["muted"]}>
                  {" "}
                  Coached by {[...new Set(engagements.flatMap(({ coaches }) => coaches.map(({ name, provider }) => `${name} (${provider.name})`)))].join(", ")}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Everything that happened, the latest first. */
export function History({ moments }: { readonly moments: Desk["history"] }) {
  return (
    <section className={classes["section"]} aria-labelledby="history">
      <h2 id="history">What happened</h2>
      <ol className={classes["history"]}>
        {moments.toReversed().map(({ id, at, what, by, text }) => (
          <li key={id}>
            <span className={classes["muted"]}>
              {momentText(at)}
              {by !== null && ` · ${by}`}
            </span>
            <span>{what}</span>
            {text !== null && <blockquote className={classes["words"]}>{text}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  );
}

const MAIL_STATES: Readonly<Record<string, string>> = { WAITING: "waits to be sent", SENT: "sent", FAILED: "failed" };

/** What was written to whom about it. */
export function Mails({ mails, onDone }: { readonly mails: Desk["mails"] } & Changing) {
  const [send] = useMutation(SEND_AGAIN);
  return (
    <section className={classes["section"]} aria-labelledby="mails">
      <h2 id="mails">Mail about it</h2>
      {mails.length === 0 && <p>None was sent.</p>}
      <ul className={classes["mails"]}>
        {mails.map(({ id, subject, to, state, createdAt, sentAt, lastError }) => (
          <li key={id}>
            <div>
              <strong>{subject}</strong>
              <span className={classes["muted"]}>
                To {to} · {MAIL_STATES[state]} {momentText(sentAt ?? createdAt)}
                {state === "FAILED" && lastError !== null && ` · ${lastError}`}
              </span>
            </div>
            {state !== "WAITING" && (
              <ConfirmButton
                label="Send again"
                name={`Send again: ${subject}, to ${to}`}
                question={`Send this mail to ${to} once more?`}
                confirm="Send it"
                action={async () => {
                  await send({ variables: { input: { id } } });
                  onDone("It goes out once more.");
                }}
              >
                It goes out as it was written, with a new private link where it has one.
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
