import { useMutation } from "@apollo/client/react";
import { Button, Textarea, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import { ActionForm, type Faults } from "../../ui/form/ActionForm";
import { DRAFT, SHOWN_IN, type Case, type PanelData } from "./caseQuery";
import { Letter } from "./Letter";
import { namesTheLeader, prefilled } from "./prefilled";
import classes from "./referral.module.css";

interface Props {
  readonly data: PanelData;
  /** As it stands; null = a new one. */
  readonly draft: Case | null;
  readonly onDone: () => void;
}

const said = (fields: FormData, name: string): string => String(fields.get(name) ?? "").trim();

function faults(fields: FormData): Faults {
  return {
    ...(said(fields, "destination") === "" && { destination: "Say to whom it goes." }),
    ...(!/^\S+@\S+\.\S+$/.test(said(fields, "destinationEmail")) && { destinationEmail: "Give an e-mail address." }),
    ...(said(fields, "summary") === "" && { summary: "Say what is passed on." }),
  };
}

/** Writes a draft: to whom, and all that they will read, which is shown as they will. */
export function DraftForm({ data, draft, onDone }: Props) {
  const { request, referralDestinations } = data;
  const [save] = useMutation(DRAFT, { refetchQueries: SHOWN_IN, awaitRefetchQueries: true });
  // The same draft, however often its button is pressed.
  const [id] = useState(() => draft?.id ?? crypto.randomUUID());
  const [destination, setDestination] = useState(draft?.destination ?? "");
  const [address, setAddress] = useState(draft?.destinationEmail ?? "");
  const [summary, setSummary] = useState(() => draft?.summary ?? prefilled(request));
  const known = useId();

  const choose = (name: string) => {
    setDestination(name);
    const email = referralDestinations.find((each) => each.destination === name)?.email;
    if (email != null) setAddress(email);
  };
  return (
    <div className={classes["drafting"]}>
      <ActionForm
        submit={draft === null ? "Keep the draft" : "Keep the change"}
        check={faults}
        action={async (fields) => {
          const input = { id, requestId: request.id, destination: said(fields, "destination"), destinationEmail: said(fields, "destinationEmail"), reason: said(fields, "reason") || null, summary: said(fields, "summary") };
          await save({ variables: { input } });
          onDone();
        }}
        takesFocus
        aside={
          <Button variant="subtle" onClick={onDone}>
            {draft === null ? "Not now" : "Leave it as it was"}
          </Button>
        }
      >
        {(faultOf) => (
          <>
            <TextInput name="destination" label="To whom" list={known} autoComplete="off" maxLength={200} value={destination} onChange={({ currentTarget }) => choose(currentTarget.value)} error={faultOf("destination")} />
            <datalist id={known}>
              {referralDestinations.map((each) => (
                <option key={each.destination} value={each.destination}>
                  {each.destination}
                </option>
              ))}
            </datalist>
            <TextInput name="destinationEmail" type="email" label="Their address" autoComplete="off" value={address} onChange={({ currentTarget }) => setAddress(currentTarget.value)} error={faultOf("destinationEmail")} />
            <TextInput name="reason" label="Why coaching does not go deep enough" description="For the network's own record. It is not passed on." maxLength={2000} defaultValue={draft?.reason ?? ""} error={faultOf("reason")} />
            <Textarea
              name="summary"
              label="What is passed on"
              description="Names, addresses and numbers were left out of the leader's words. Add what they should know; the leader reads every word before it goes."
              autosize
              minRows={5}
              maxRows={16}
              maxLength={5000}
              value={summary}
              onChange={({ currentTarget }) => setSummary(currentTarget.value)}
              error={faultOf("summary")}
            />
            {namesTheLeader(summary, request) && <p className={classes["note"]}>This says who the leader is. They are asked whether that may be passed on.</p>}
          </>
        )}
      </ActionForm>
      <Letter destination={destination} summary={summary} />
    </div>
  );
}
