import { useState } from "react";
import type { LeaderCardProps } from "../../open/cards";
import { graphql } from "../../open/gql";
import type { LeadersReferralsQuery, ReferralOutcome } from "../../open/gql/graphql";
import { useAnswer, useSending } from "../../open/send";
import { Button } from "../../open/ui/Button";
import { Card } from "../../open/ui/Card";
import { TextArea } from "../../open/ui/Field";
import { Problem } from "../../open/ui/States";
import { leadersWords, OUTCOMES } from "./answerWords";
import styles from "./answer.module.css";
import { useOneAtATime } from "./useOneAtATime";

const REFERRALS = graphql(`
  query LeadersReferrals {
    leadersReferrals {
      id
      destination
      summary
      state
      turn
      dueAt
      sentAt
      outcome
    }
  }
`);

const CONSENT = graphql(`
  mutation AnswerReferralConsent($input: AnswerConsentInput!) {
    answerReferralConsent(input: $input) {
      id
      state
    }
  }
`);

const OUTCOME = graphql(`
  mutation ConfirmReferralOutcome($input: SettleReferralInput!) {
    confirmReferralOutcome(input: $input) {
      id
      state
    }
  }
`);

type Referral = LeadersReferralsQuery["leadersReferrals"][number];

/** On the leader's page: whether a request may be passed on, to whom it was, and what came of it. */
export function ReferralCard({ token, again }: LeaderCardProps) {
  const asked = useAnswer(REFERRALS, {}, token);
  const [settled, setSettled] = useState<string | null>(null);
  if (asked.data === null) return asked.error === null ? null : <Unknown again={asked.again} />;
  const answered = async () => {
    await asked.again();
    again();
  };
  const [latest, ...earlier] = asked.data.leadersReferrals;
  if (latest === undefined) return null;
  return (
    <>
      <One key={latest.id} referral={latest} token={token} answered={answered} isThanked={settled === latest.id} onSettled={() => setSettled(latest.id)} />
      <Earlier referrals={earlier.filter(({ sentAt }) => sentAt !== null)} />
    </>
  );
}

/** What had gone out before, whatever came of it: somebody has read it. */
const Earlier = ({ referrals }: { readonly referrals: readonly Referral[] }) =>
  referrals.length > 0 && (
    <Card title="Passed on before">
      <ul>
        {referrals.map((referral) => (
          <li key={referral.id}>
            To {referral.destination}. {leadersWords(referral)?.text}
          </li>
        ))}
      </ul>
    </Card>
  );

/** A mail may have brought its reader here to answer: that the question could not be had is said. */
const Unknown = ({ again }: { readonly again: () => Promise<void> }) => (
  <Card title="Passing your request on">
    <p>Whether there is a question for you could not be loaded just now.</p>
    <Button look="plain" onClick={() => void again()}>
      Try again
    </Button>
  </Card>
);

interface AnswerProps {
  readonly referral: Referral;
  readonly token: string;
  readonly answered: () => Promise<void>;
}

interface OneProps extends AnswerProps {
  /** Whether its reader has just said what came of it. */
  readonly isThanked: boolean;
  readonly onSettled: () => void;
}

function One({ isThanked, onSettled, ...answering }: OneProps) {
  const { referral } = answering;
  const words = leadersWords(referral);
  if (words === null) return null;
  const { state, summary, turn } = referral;
  return (
    <Card title={isThanked && state === "CLOSED" ? "Thank you for telling us" : words.title} calls={turn === "LEADER"}>
      <output className={styles.said}>{words.text}</output>
      {state === "CONSENT_ASKED" && (
        <>
          <blockquote className={styles.passed}>{summary}</blockquote>
          <Consent {...answering} />
        </>
      )}
      {state === "ACKNOWLEDGED" && <Outcome {...answering} onSettled={onSettled} />}
      {state === "SENT" && (
        <details className={styles.more}>
          <summary>You have spoken with them already?</summary>
          <Outcome {...answering} onSettled={onSettled} />
        </details>
      )}
      {isToBeRead(state) && summary !== "" && (
        <details className={styles.more}>
          <summary>{state === "CONSENTED" ? "What they will read" : "What they have read"}</summary>
          <blockquote className={styles.passed}>{summary}</blockquote>
        </details>
      )}
    </Card>
  );
}

const isToBeRead = (state: Referral["state"]): boolean => state !== "CONSENT_ASKED" && state !== "REFUSED" && state !== "CANCELLED";

interface WordProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const Word = ({ label, hint, value, onChange }: WordProps) => (
  <details className={styles.more}>
    <summary>{label}</summary>
    <TextArea label="A word to the network" hint={hint} rows={2} maxLength={2000} value={value} onChange={({ target }) => onChange(target.value)} />
  </details>
);

function Consent({ referral: { id, destination }, token, answered }: AnswerProps) {
  const sending = useSending(CONSENT, token);
  const [word, setWord] = useState("");
  const [isAnswering, answer] = useOneAtATime(async (agree: boolean) => {
    await sending.run({ input: { id, agree, word: word.trim() || null } });
    // Also where it was refused: a colleague may have answered, or it was dropped, and the card then says so.
    await answered();
  });
  return (
    <>
      <Word label="Something in it is not right?" hint="Say what, and answer No: nothing goes out, and we ask you anew." value={word} onChange={setWord} />
      <div className={styles.row}>
        <Button busy={isAnswering} onClick={() => void answer(true)}>
          Yes, pass it on
        </Button>
        <Button look="plain" busy={isAnswering} onClick={() => void answer(false)} aria-label={`No, do not pass it on to ${destination}`}>
          No
        </Button>
      </div>
      <Problem error={sending.error} />
    </>
  );
}

function Outcome({ referral: { id }, token, answered, onSettled }: AnswerProps & Pick<OneProps, "onSettled">) {
  const sending = useSending(OUTCOME, token);
  const [word, setWord] = useState("");
  const [isAnswering, answer] = useOneAtATime(async (outcome: ReferralOutcome) => {
    if (await sending.run({ input: { id, outcome, word: word.trim() || null } })) onSettled();
    await answered();
  });
  return (
    <>
      <Word label="Say more" hint="Then tap what fits best." value={word} onChange={setWord} />
      <div className={styles.row}>
        {OUTCOMES.map(({ outcome, label }) => (
          <Button key={outcome} look="plain" busy={isAnswering} onClick={() => void answer(outcome)}>
            {label}
          </Button>
        ))}
      </div>
      <Problem error={sending.error} />
    </>
  );
}
