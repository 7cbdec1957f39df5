import { useState } from "react";
import { graphql } from "../../open/gql";
import type { ReceivedReferralQuery } from "../../open/gql/graphql";
import type { OpenPageProps } from "../../open/page";
import { useAnswer, useSending, type Refused } from "../../open/send";
import { Button } from "../../open/ui/Button";
import { TextArea } from "../../open/ui/Field";
import { Frame } from "../../open/ui/Frame";
import { Failed, Loading, Problem } from "../../open/ui/States";
import { ifTakenOn, receivedWords } from "./answerWords";
import styles from "./answer.module.css";
import { useOneAtATime } from "./useOneAtATime";

const RECEIVED = graphql(`
  query ReceivedReferral {
    receivedReferral {
      destination
      summary
      state
      contactName
      contactEmail
    }
  }
`);

const ANSWER = graphql(`
  mutation AnswerReferral($input: AnswerReferralInput!) {
    answerReferral(input: $input) {
      state
    }
  }
`);

type Received = ReceivedReferralQuery["receivedReferral"];

/** What was passed on to somebody outside the network, and whether they take it on. Opening the page answers nothing. */
export function ReferralPage({ token }: OpenPageProps) {
  const asked = useAnswer(RECEIVED, {}, token);
  const received = asked.data?.receivedReferral;
  if (!received) return <Frame>{asked.error ? <NotThere error={asked.error} again={() => void asked.again()} /> : <Loading />}</Frame>;
  const { title, text } = receivedWords(received);
  return (
    <Frame>
      <h1>{title}</h1>
      <output className={styles.said}>{text}</output>
      <blockquote className={styles.passed} aria-label="What was passed on">
        {received.summary}
      </blockquote>
      {received.state === "SENT" && <Asked received={received} token={token} again={asked.again} />}
      {received.state === "ACKNOWLEDGED" && (
        <details className={styles.more}>
          <summary>Something has changed?</summary>
          <TurnDown received={received} token={token} again={asked.again} />
        </details>
      )}
      {received.contactName !== null && (
        <p>
          Questions? {received.contactName} answers them: <a href={`mailto:${received.contactEmail ?? ""}`}>{received.contactEmail}</a>.
        </p>
      )}
    </Frame>
  );
}

/** Whoever works elsewhere has nothing to ask of the network: they are not offered to. */
const NotThere = ({ error, again }: { readonly error: Refused; readonly again: () => void }) =>
  error.code === "NOT_FOUND" || error.code === "UNAUTHENTICATED" ? (
    <div role="alert">
      <h1>This link does not work any more</h1>
      <p>It has run out, or lost letters on the way. Answer the mail that it came in: a person reads it and sends you a new one.</p>
    </div>
  ) : (
    <Failed error={error} again={again} />
  );

interface AnswerProps {
  readonly received: Received;
  readonly token: string;
  readonly again: () => Promise<void>;
}

function useSayingSo({ token, again }: AnswerProps) {
  const { run, error } = useSending(ANSWER, token);
  const [word, setWord] = useState("");
  const [busy, answer] = useOneAtATime(async (accept: boolean) => {
    await run({ input: { accept, word: word.trim() || null } });
    // Also where it was refused: somebody else may have answered, and the page then says so.
    await again();
  });
  return { word, setWord, busy, answer, error };
}

const WordField = ({ contactName, value, onChange }: { readonly contactName: string | null; readonly value: string; readonly onChange: (value: string) => void }) => (
  <TextArea label={`A word to ${contactName ?? "the network"}, if you like`} hint="The network's staff read it, the leader does not." rows={2} maxLength={2000} value={value} onChange={({ target }) => onChange(target.value)} />
);

/** Yes takes one tap. No is asked twice: it ends the referral, and the leader is told at once. */
function Asked(props: AnswerProps) {
  const { word, setWord, busy, answer, error } = useSayingSo(props);
  const [isSure, setSure] = useState(false);
  return (
    <>
      <p>{ifTakenOn(props.received.contactName)}</p>
      <WordField contactName={props.received.contactName} value={word} onChange={setWord} />
      <div className={styles.row}>
        <Button busy={busy} onClick={() => void answer(true)}>
          We take it on
        </Button>
        <Button look="plain" busy={busy} onClick={() => setSure(true)}>
          Not this time
        </Button>
      </div>
      <output>{isSure && "The leader is told at once, and we look elsewhere. Turn it down?"}</output>
      {isSure && (
        <div className={styles.row}>
          <Button look="plain" busy={busy} onClick={() => void answer(false)}>
            Yes, turn it down
          </Button>
          <Button look="quiet" onClick={() => setSure(false)}>
            No, go back
          </Button>
        </div>
      )}
      <Problem error={error} />
    </>
  );
}

function TurnDown(props: AnswerProps) {
  const { word, setWord, busy, answer, error } = useSayingSo(props);
  return (
    <>
      <p>If you cannot take it on after all, the leader is told at once, and we look elsewhere.</p>
      <WordField contactName={props.received.contactName} value={word} onChange={setWord} />
      <Button look="plain" busy={busy} onClick={() => void answer(false)}>
        We cannot after all
      </Button>
      <Problem error={error} />
    </>
  );
}
