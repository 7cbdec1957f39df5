import { useMutation, useQuery } from "@apollo/client/react";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { DeclineReason, OpenOffersQuery } from "../../gql/graphql";
import { DECLINE_CHOICES, placeWords, systemWords, urgencyWords } from "../../offerWords";
import { Done } from "../../ui/form/Done";
import { FormAlert } from "../../ui/form/FormAlert";
import { useAction } from "../../ui/form/useAction";
import { ANSWER_OFFER } from "./matchQuery";
import { listed, momentOf } from "./matchWords";
import classes from "./matching.module.css";
import { OPEN_OFFERS } from "./offersQuery";

type Offer = OpenOffersQuery["openOffers"][number];

/** What a coach has been asked, each answered in one tap; nothing where nothing waits. */
export function OffersToAnswer({ onChanged }: { readonly onChanged?: () => void }) {
  const { data, refetch } = useQuery(OPEN_OFFERS, { fetchPolicy: "cache-and-network" });
  const [said, setSaid] = useState<string | null>(null);
  const waiting = (data?.openOffers ?? []).filter(({ card }) => card?.asksYou && card.ownAnswer === null);
  if (waiting.length === 0 && said === null) return null;
  return (
    <section className={classes["section"]} aria-labelledby="offers-to-answer">
      <h2 id="offers-to-answer">{waiting.length === 0 ? "Answered" : waiting.length === 1 ? "A leader asks for your help" : `${waiting.length} leaders ask for your help`}</h2>
      {said !== null && <Done>{said}</Done>}
      {waiting.map((offer) => (
        <OfferToAnswer
          key={offer.id}
          offer={offer}
          onDone={async (words) => {
            setSaid(words);
            await refetch();
            onChanged?.();
          }}
        />
      ))}
    </section>
  );
}

function OfferToAnswer({ offer, onDone }: { readonly offer: Offer; readonly onDone: (words: string) => Promise<void> }) {
  const [answer] = useMutation(ANSWER_OFFER);
  const [declines, setDeclines] = useState(false);
  const [note, setNote] = useState("");
  const { busy, refusal, act } = useAction(async (why: DeclineReason | null) => {
    const { data } = await answer({ variables: { input: { offerId: offer.id, answer: why === null ? "ACCEPTED" : "DECLINED", why, note: note.trim() === "" ? null : note } } });
    if (why !== null) return onDone("Thank you for saying so. Somebody else is asked at once.");
    await onDone(data?.answerOffer.offer.state === "ACCEPTED" ? (offer.kind === "TEAM" ? "You are on the team." : "Thank you. You join as soon as the leader agrees.") : "Thank you. The others have yet to answer.");
  });
  const { card, kind, dueAt, madeByName, message } = offer;
  if (card === null) return null;
  const urgency = urgencyWords(card.urgency);
  return (
    <article className={classes["offer"]} aria-label={`Help with ${card.topics.join("; ")}`}>
      <p>
        <strong>{card.topics.join("; ") || "Something that our framework does not name yet"}</strong>
      </p>
      <p>
        {systemWords(card)} {urgency} {card.languages.length > 0 && `The leader also speaks ${listed(card.languages)}.`}
      </p>
      {message !== null && (
        <p>
          {madeByName} writes: {message}
        </p>
      )}
      <p>{placeWords(kind, card)}</p>
      <p className={classes["muted"]}>Please answer by {momentOf(dueAt)}. The leader&apos;s own words come to you once you are on the team.</p>
      <FormAlert message={refusal?.message ?? null} />
      {declines ? (
        <>
          <TextInput label="A line with it, if you like" description="For the network's staff alone." maxLength={500} value={note} onChange={({ currentTarget }) => setNote(currentTarget.value)} />
          <fieldset className={classes["buttons"]}>
            <legend>Why not?</legend>
            {DECLINE_CHOICES.map(({ value, label }) => (
              <Button key={value} variant="light" disabled={busy} onClick={() => void act(value)}>
                {label}
              </Button>
            ))}
            <Button variant="subtle" disabled={busy} onClick={() => setDeclines(false)}>
              Back
            </Button>
          </fieldset>
        </>
      ) : (
        <div className={classes["buttons"]}>
          <Button loading={busy} onClick={() => void act(null)}>
            Yes, I can
          </Button>
          <Button variant="light" disabled={busy} onClick={() => setDeclines(true)}>
            No, I cannot
          </Button>
        </div>
      )}
    </article>
  );
}
