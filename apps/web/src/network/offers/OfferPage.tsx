import { useState } from "react";
import { DECLINE_CHOICES, placeWords, systemWords, urgencyWords } from "../../offerWords";
import { graphql } from "../../open/gql";
import type { DeclineReason, OfferToAnswerQuery } from "../../open/gql/graphql";
import type { OpenPageProps } from "../../open/page";
import { useAnswer, useSending } from "../../open/send";
import { Button } from "../../open/ui/Button";
import { Card } from "../../open/ui/Card";
import { TextField } from "../../open/ui/Field";
import { Frame } from "../../open/ui/Frame";
import { Failed, Loading, Problem } from "../../open/ui/States";
import { atLength } from "../../open/ui/times";
import { heading } from "./offerWords";
import styles from "./offers.module.css";

const OFFER = graphql(`
  query OfferToAnswer {
    offerToAnswer {
      id
      kind
      state
      dueAt
      madeByName
      message
      card {
        topics
        stateCode
        locale
        enrollmentBand
        governance
        urgency
        languages
        askedAt
        leads
        ownAnswer
        ownerName
        colleagues {
          name
          organisation
          answer
        }
      }
    }
  }
`);

const ANSWER = graphql(`
  mutation AnswerOfferByLink($input: AnswerByLinkInput!) {
    answerOfferByLink(input: $input) {
      offer {
        id
        state
      }
    }
  }
`);

type Offer = OfferToAnswerQuery["offerToAnswer"];
type OfferCard = NonNullable<Offer["card"]>;

/** What a leader needs, for the coach whom it is offered to: yes or no in one tap. Opening the page answers nothing. */
export function OfferPage({ token }: OpenPageProps) {
  const asked = useAnswer(OFFER, {}, token);
  const offer = asked.data?.offerToAnswer;
  if (!offer?.card) return <Frame>{asked.error ? <Failed error={asked.error} again={() => void asked.again()} /> : <Loading />}</Frame>;
  return (
    <Frame>
      <div aria-live="polite">
        <h1>{heading(offer.state, offer.card.ownAnswer, offer.kind)}</h1>
        {offer.state === "OPEN" && offer.card.ownAnswer === null && <p>Please answer by {atLength(offer.dueAt)}.</p>}
      </div>
      <Needed offer={offer} card={offer.card} />
      {offer.state === "OPEN" && offer.card.ownAnswer === null && <Answering token={token} again={asked.again} />}
      {offer.card.ownerName !== null && <p className={styles.quiet}>Questions? Answer the mail that brought you here; it reaches {offer.card.ownerName}.</p>}
    </Frame>
  );
}

function Needed({ offer, card }: { readonly offer: Offer; readonly card: OfferCard }) {
  const urgency = urgencyWords(card.urgency);
  return (
    <Card title="What is asked">
      <ul className={styles.topics}>
        {card.topics.map((topic) => (
          <li key={topic}>{topic}</li>
        ))}
      </ul>
      <p>
        {systemWords(card)}
        {card.languages.length > 0 && ` The leader also speaks ${card.languages.join(", ")}.`}
        {urgency !== null && ` ${urgency}`}
      </p>
      {offer.message !== null && (
        <blockquote className={styles.words}>
          {offer.message} <span className={styles.quiet}>{offer.madeByName}</span>
        </blockquote>
      )}
      <p>{placeWords(offer.kind, card)}</p>
      <p className={styles.quiet}>The leader&apos;s own words and name come to you once you are on the team. Coaching is remote unless you agree otherwise.</p>
    </Card>
  );
}

function Answering({ token, again }: { readonly token: string; readonly again: () => Promise<void> }) {
  const sending = useSending(ANSWER, token);
  const [declines, setDeclines] = useState(false);
  const [note, setNote] = useState("");
  const say = async (answer: "ACCEPTED" | "DECLINED", why: DeclineReason | null) => {
    if (await sending.run({ input: { answer, why, note: note.trim() === "" ? null : note } })) await again();
  };
  return (
    <>
      {declines ? (
        <Card title="Why not? One tap is enough" calls>
          <TextField label="A line with it, if you like" hint="For the network's staff alone." maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />
          <div className={styles.buttons}>
            {DECLINE_CHOICES.map(({ value, label }) => (
              <Button key={value} look="plain" busy={sending.busy} onClick={() => void say("DECLINED", value)}>
                {label}
              </Button>
            ))}
            <Button look="quiet" onClick={() => setDeclines(false)}>
              Back
            </Button>
          </div>
        </Card>
      ) : (
        <div className={styles.buttons}>
          <Button busy={sending.busy} onClick={() => void say("ACCEPTED", null)}>
            Yes, I can
          </Button>
          <Button look="plain" onClick={() => setDeclines(true)}>
            No, I cannot
          </Button>
        </div>
      )}
      <Problem error={sending.error} />
    </>
  );
}
