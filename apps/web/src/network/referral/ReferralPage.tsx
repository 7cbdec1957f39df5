import { useState } from "react";
import { graphql } from "../../open/gql";
import type { ReceivedReferralQuery } from "../../open/gql/graphql";
import type { OpenPageProps } from "../../open/page";
import { useAnswer, useSending } from "../../open/send";
import { Button } from "../../open/ui/Button";
import { TextArea } from "../../open/ui/Field";
import { Frame } from "../../open/ui/Frame";
import { Failed, Loading, Problem } from "../../open/ui/States";
import { isAnswered, receivedWords } from "./answerWords";
import styles from "./answer.module.css";

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
  if (!received) return <Frame>{asked.error ? <Failed error={asked.error} again={() => void asked.again()} /> : <Loading />}</Frame>;
  const { title, text } = receivedWords(received);
  return (
    <Frame>
      <h1>{title}</h1>
      <output className={styles.said}>{text}</output>
      <blockquote className={styles.passed} aria-label="What was passed on">
        {received.summary}
      </blockquote>
      {!isAnswered(received.state) && <Answer received={received} token={token} again={asked.again} />}
      {received.contactName !== null && (
        <p>
          Questions? {received.contactName} answers them: <a href={`mailto:${received.contactEmail ?? ""}`}>{received.contactEmail}</a>.
        </p>
      )}
    </Frame>
  );
}

function Answer({ received, token, again }: { readonly received: Received; readonly token: string; readonly again: () => Promise<void> }) {
  const sending = useSending(ANSWER, token);
  const [word, setWord] = useState("");
  const answer = async (accept: boolean) => {
    if (await sending.run({ input: { accept, word: word.trim() || null } })) setWord("");
    // Also where it was refused: somebody else may have answered, and the page then says so.
    await again();
  };
  const isTakenOn = received.state === "ACKNOWLEDGED";
  return (
    <>
      <TextArea label="A word to the network, if you like" hint="The network's staff read it, the leader does not." rows={2} maxLength={2000} value={word} onChange={({ target }) => setWord(target.value)} />
      <div className={styles.row}>
        {!isTakenOn && (
          <Button busy={sending.busy} onClick={() => void answer(true)}>
            We take it on
          </Button>
        )}
        <Button look={isTakenOn ? "quiet" : "plain"} busy={sending.busy} onClick={() => void answer(false)}>
          {isTakenOn ? "We cannot after all" : "Not this time"}
        </Button>
      </div>
      <Problem error={sending.error} />
    </>
  );
}
