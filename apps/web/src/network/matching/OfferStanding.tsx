import { useMutation } from "@apollo/client/react";
import { Button, Group } from "@mantine/core";
import type { MatchStandingQuery } from "../../gql/graphql";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import { FormAlert } from "../../ui/form/FormAlert";
import { useAction } from "../../ui/form/useAction";
import { ANSWER_OFFER, WITHDRAW_OFFER } from "./matchQuery";
import { listed, momentOf, offerLine } from "./matchWords";
import classes from "./matching.module.css";

type Offer = MatchStandingQuery["request"]["offers"][number];

const ANSWERS = { ACCEPTED: "said yes", DECLINED: "said no" } as const;

/** An offer that waits: who has said what, and what staff can do about it. */
export function OfferStanding({ offer, onDone }: { readonly offer: Offer; readonly onDone: () => Promise<void> }) {
  const [withdraw] = useMutation(WITHDRAW_OFFER);
  const [answer] = useMutation(ANSWER_OFFER);
  const names = listed(offer.coaches.map(({ coach }) => coach.name));
  const { busy, refusal, act } = useAction(async ({ coachId, said }: { readonly coachId: string; readonly said: "ACCEPTED" | "DECLINED" }) => {
    await answer({ variables: { input: { offerId: offer.id, coachId, answer: said, why: said === "DECLINED" ? "OTHER" : null } } });
    await onDone();
  });
  return (
    <section className={classes["standing"]} aria-label={`Offer to ${names}`}>
      <p>
        <strong>{names}</strong> {offer.coaches.length === 1 ? "was" : "were"} asked. {offerLine(offer)}
      </p>
      <FormAlert message={refusal?.message ?? null} />
      <ul className={classes["answers"]}>
        {offer.coaches.map(({ coach, answer: said, answeredAt }) => (
          <li key={coach.id}>
            <span>
              {coach.name} <span className={classes["muted"]}>{coach.provider.name}</span>
            </span>
            {said !== null && answeredAt !== null ? (
              <span>
                {ANSWERS[said]} on {momentOf(answeredAt)}
              </span>
            ) : (
              <Group gap="xs">
                <span className={classes["muted"]}>has not answered. Told you on the telephone?</span>
                <Button size="compact-sm" variant="subtle" disabled={busy} aria-label={`${coach.name} said yes`} onClick={() => void act({ coachId: coach.id, said: "ACCEPTED" })}>
                  Said yes
                </Button>
                <Button size="compact-sm" variant="subtle" disabled={busy} aria-label={`${coach.name} said no`} onClick={() => void act({ coachId: coach.id, said: "DECLINED" })}>
                  Said no
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ul>
      <ConfirmButton
        label="Take it back"
        name={`Take it back: the offer to ${names}`}
        question="Take this offer back?"
        confirm="Take it back"
        action={async () => {
          await withdraw({ variables: { input: { offerId: offer.id } } });
          await onDone();
        }}
      >
        {names} will be told that they need do nothing more.
      </ConfirmButton>
    </section>
  );
}
