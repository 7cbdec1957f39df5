import { useState } from "react";
import { graphql } from "../../open/gql";
import type { CallToRateQuery } from "../../open/gql/graphql";
import type { OpenPageProps } from "../../open/page";
import { useAnswer, useSending } from "../../open/send";
import { Button } from "../../open/ui/Button";
import { TextArea } from "../../open/ui/Field";
import { Frame } from "../../open/ui/Frame";
import { Failed, Loading, Problem } from "../../open/ui/States";
import { dayOf } from "../../open/ui/times";
import styles from "./rating.module.css";
import { Stars } from "./Stars";
import { listed, starsFrom, thanks } from "./words";

const CALL = graphql(`
  query CallToRate {
    callToRate {
      heldAt
      coaches
      rating
      wantsMore
      hasComment
      askedAnother
    }
  }
`);

const RATE = graphql(`
  mutation RateCall($rating: Int!) {
    rateCall(input: { rating: $rating }) {
      rating
    }
  }
`);

const ADD = graphql(`
  mutation AddToRating($input: AddToRatingInput!) {
    addToRating(input: $input) {
      rating
    }
  }
`);

const ANOTHER = graphql(`
  mutation AskAnotherCall {
    askAnotherCall {
      askedAnother
    }
  }
`);

type Call = CallToRateQuery["callToRate"];

/** Rates a call with one tap. Opening the page rates nothing, not even with stars in its address: mail scanners open every link. */
export function RatingPage({ token }: OpenPageProps) {
  const { data, error, again } = useAnswer(CALL, {}, token);
  const call = data?.callToRate;
  if (!call) return <Frame>{error ? <Failed error={error} again={() => void again()} /> : <Loading />}</Frame>;
  return <Frame>{call.rating === null ? <Ask call={call} token={token} again={again} /> : <Thanks call={call} rating={call.rating} token={token} again={again} />}</Frame>;
}

interface Props {
  readonly call: Call;
  readonly token: string;
  readonly again: () => Promise<void>;
}

function Ask({ call, token, again }: Props) {
  const sending = useSending(RATE, token);
  // Of a mail that had its stars tapped: they are marked, and one more tap gives them.
  const [meant] = useState(() => starsFrom(window.location.hash));
  const rate = async (rating: number) => {
    await sending.run({ rating });
    // Where it was refused because it was rated before, what stands is shown.
    await again();
  };
  return (
    <>
      <h1>How was your call with {listed(call.coaches) || "your coach"}?</h1>
      <p>On {dayOf(call.heldAt)}. One tap is all it takes; 5 is best.</p>
      <Stars meant={meant} busy={sending.busy} onRate={(rating) => void rate(rating)} />
      <Problem error={sending.error} />
    </>
  );
}

function Thanks({ call, rating, token, again }: Props & { readonly rating: number }) {
  const adding = useSending(ADD, token);
  const asking = useSending(ANOTHER, token);
  const [word, setWord] = useState("");
  const add = async (input: { wantsMore?: boolean; comment?: string }) => {
    await adding.run({ input });
    await again();
  };
  return (
    <>
      <div aria-live="polite">
        <h1>{thanks(rating)}</h1>
        <p className={styles.given} aria-label={`You gave ${rating} of 5`}>
          {"★".repeat(rating)}
          <span className={styles.rest}>{"★".repeat(5 - rating)}</span>
        </p>
      </div>
      {call.wantsMore === null ? (
        <section className={styles.part} aria-label="More help">
          <h2>Would you like more support?</h2>
          <div className={styles.row}>
            <Button look="plain" busy={adding.busy} onClick={() => void add({ wantsMore: true })}>
              Yes, please
            </Button>
            <Button look="plain" busy={adding.busy} onClick={() => void add({ wantsMore: false })}>
              Not now
            </Button>
          </div>
        </section>
      ) : (
        <output className={styles.told}>{call.wantsMore ? "You would like more support; your coach has been told." : "No more for now. You can change your mind at any time."}</output>
      )}
      <section className={styles.part} aria-label="Another call">
        {call.askedAnother ? (
          <output className={styles.told}>You asked for another call. Your coach gets in touch with a time.</output>
        ) : (
          <Button
            busy={asking.busy}
            onClick={async () => {
              await asking.run({});
              await again();
            }}
          >
            Ask for another call
          </Button>
        )}
        <Problem error={asking.error} />
      </section>
      {call.hasComment ? (
        <output className={styles.told}>Your word reached us. Thank you.</output>
      ) : (
        <form
          className={styles.part}
          onSubmit={(event) => {
            event.preventDefault();
            if (word.trim() !== "") void add({ comment: word.trim() });
          }}
        >
          <TextArea label="A word, if you like" hint="Your coaches and the network's staff read it." rows={3} maxLength={2000} value={word} onChange={({ target }) => setWord(target.value)} />
          {word.trim() !== "" && (
            <Button type="submit" look="plain" busy={adding.busy}>
              Send it
            </Button>
          )}
        </form>
      )}
      <Problem error={adding.error} />
    </>
  );
}
