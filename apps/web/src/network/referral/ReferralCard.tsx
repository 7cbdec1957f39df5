import { useState } from "react";
import type { LeaderCardProps } from "../../open/cards";
import { graphql } from "../../open/gql";
import type { LeadersReferralsQuery } from "../../open/gql/graphql";
import { useAnswer, useSending } from "../../open/send";
import { Button } from "../../open/ui/Button";
import { Card } from "../../open/ui/Card";
import { TextArea } from "../../open/ui/Field";
import { Problem } from "../../open/ui/States";
import { leadersWords, OUTCOMES } from "./answerWords";
import styles from "./answer.module.css";

const REFERRALS = graphql(`
  query LeadersReferrals {
    leadersReferrals {
      id
      destination
      summary
      state
      turn
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

/** On the leader's page: whether a request may be passed on, and what came of it. */
export function ReferralCard({ token, again }: LeaderCardProps) {
  const asked = useAnswer(REFERRALS, {}, token);
  const answered = async () => {
    await asked.again();
    again();
  };
  return asked.data?.leadersReferrals.map((referral) => <One key={referral.id} referral={referral} token={token} answered={answered} />);
}

interface OneProps {
  readonly referral: Referral;
  readonly token: string;
  readonly answered: () => Promise<void>;
}

function One({ referral, token, answered }: OneProps) {
  const words = leadersWords(referral);
  if (words === null) return null;
  const { state, summary, turn } = referral;
  return (
    <Card title={words.title} calls={turn === "LEADER"}>
      <output className={styles.said}>{words.text}</output>
      {state === "CONSENT_ASKED" && (
        <>
          <blockquote className={styles.passed}>{summary}</blockquote>
          <Consent referral={referral} token={token} answered={answered} />
        </>
      )}
      {(state === "SENT" || state === "ACKNOWLEDGED") && <Outcome referral={referral} token={token} answered={answered} />}
    </Card>
  );
}

const Word = ({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }) => (
  <details className={styles.more}>
    <summary>{label}</summary>
    <TextArea label="A word to the network" rows={2} maxLength={2000} value={value} onChange={({ target }) => onChange(target.value)} />
  </details>
);

function Consent({ referral: { id, destination }, token, answered }: OneProps) {
  const sending = useSending(CONSENT, token);
  const [word, setWord] = useState("");
  const answer = async (agree: boolean) => {
    await sending.run({ input: { id, agree, word: word.trim() || null } });
    await answered();
  };
  return (
    <>
      <Word label="Something in it is not right?" value={word} onChange={setWord} />
      <div className={styles.row}>
        <Button busy={sending.busy} onClick={() => void answer(true)}>
          Yes, pass it on
        </Button>
        <Button look="plain" busy={sending.busy} onClick={() => void answer(false)} aria-label={`No, do not pass it on to ${destination}`}>
          No
        </Button>
      </div>
      <Problem error={sending.error} />
    </>
  );
}

function Outcome({ referral: { id }, token, answered }: OneProps) {
  const sending = useSending(OUTCOME, token);
  const [word, setWord] = useState("");
  return (
    <>
      <div className={styles.row}>
        {OUTCOMES.map(({ outcome, label }) => (
          <Button
            key={outcome}
            look="plain"
            busy={sending.busy}
            onClick={() => void sending.run({ input: { id, outcome, word: word.trim() || null } }).then(answered)}
          >
            {label}
          </Button>
        ))}
      </div>
      <Word label="Say more" value={word} onChange={setWord} />
      <Problem error={sending.error} />
    </>
  );
}
