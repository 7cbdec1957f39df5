import { useMutation } from "@apollo/client/react";
import { Button, NativeSelect, Textarea } from "@mantine/core";
import { useState } from "react";
import type { ReferralOutcome } from "../../gql/graphql";
import { ActionForm } from "../../ui/form/ActionForm";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import { ASK_CONSENT, CANCEL, SEND, SETTLE, SHOWN_IN, type Case } from "./caseQuery";
import { OUTCOME_WORDS } from "./caseWords";
import classes from "./referral.module.css";

interface Props {
  readonly referral: Case;
  /** Whether the leader can be written to. */
  readonly hasAddress: boolean;
  readonly onChange: () => void;
}

const shown = { refetchQueries: SHOWN_IN, awaitRefetchQueries: true };

/** What staff may do about a referral now; the API says what. */
export function CaseActions({ referral: { id, destination, destinationEmail, actions, state }, hasAddress, onChange }: Props) {
  const [askConsent] = useMutation(ASK_CONSENT, shown);
  const [send] = useMutation(SEND, shown);
  const [cancel] = useMutation(CANCEL, shown);
  const [settling, setSettling] = useState(false);
  const may = (action: string) => actions.includes(action);
  if (settling && may("settle")) return <Settle id={id} onDone={() => setSettling(false)} />;
  return (
    <div className={classes["actions"]}>
      {may("ask_consent") &&
        (hasAddress ? (
          <ConfirmButton
            label="Ask the leader"
            variant="filled"
            question={`May this go to ${destination}?`}
            confirm="Ask the leader"
            action={async () => {
              await askConsent({ variables: { input: { id } } });
            }}
          >
            <p>The leader gets a mail with all that would be passed on, and answers in one tap. Until then nothing goes out. The draft cannot be changed after this.</p>
          </ConfirmButton>
        ) : (
          <p className={classes["note"]}>This leader has no e-mail address, so they cannot be asked.</p>
        ))}
      {may("send") && (
        <ConfirmButton
          label={`Send it to ${destination}`}
          variant="filled"
          question={`Send it to ${destination}?`}
          confirm="Send it"
          action={async () => {
            await send({ variables: { input: { id } } });
          }}
        >
          <p>It goes to {destinationEmail}, word for word as the leader agreed. The leader is told. From then on the request counts as referred.</p>
        </ConfirmButton>
      )}
      {state === "DRAFTED" && (
        <Button variant="light" onClick={onChange}>
          Change it
        </Button>
      )}
      {may("settle") && (
        <Button variant="light" onClick={() => setSettling(true)}>
          Say what came of it
        </Button>
      )}
      {may("cancel") && (
        <ConfirmButton
          label="Drop it"
          variant="light"
          question="Drop this referral?"
          confirm="Drop it"
          action={async () => {
            await cancel({ variables: { input: { id } } });
          }}
        >
          <p>
            It ends here, and another can be drafted. {state === "DRAFTED" ? "Nobody outside knows of it." : `The leader is told that it is not passed on${hasAddress ? ", by mail and on their page" : ", on their page"}.`}
          </p>
        </ConfirmButton>
      )}
    </div>
  );
}

/** What staff were told came of it; the leader says it on their own page. */
function Settle({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const [settle] = useMutation(SETTLE, shown);
  return (
    <ActionForm
      submit="Keep it"
      action={async (fields) => {
        const word = String(fields.get("word") ?? "").trim();
        await settle({ variables: { input: { id, outcome: String(fields.get("outcome")) as ReferralOutcome, word: word || null } } });
        onDone();
      }}
      aside={
        <Button variant="subtle" onClick={onDone}>
          Not now
        </Button>
      }
    >
      {(faultOf) => (
        <>
          <NativeSelect name="outcome" label="What came of it, as you were told" data={Object.entries(OUTCOME_WORDS).map(([value, label]) => ({ value, label }))} error={faultOf("outcome")} />
          <Textarea name="word" label="Who told you, and what" autosize minRows={2} maxLength={2000} error={faultOf("word")} />
        </>
      )}
    </ActionForm>
  );
}
