import { useMutation } from "@apollo/client/react";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { emailFault, faultsOf, typed } from "../../access/fields";
import { graphql } from "../../gql";
import { ActionForm } from "../../ui/form/ActionForm";
import { Done } from "../../ui/form/Done";
import classes from "../admin.module.css";
import { RoleFields } from "../RoleFields";
import { roleFaults, roleInput, type RoleChoice } from "../roleFields";

const INVITE = graphql(`
  mutation InvitePerson($input: InvitePersonInput!) {
    invitePerson(input: $input) {
      invitation {
        id
        email
        state
      }
    }
  }
`);

const NOTHING: RoleChoice = { role: "PROVIDER", positions: [], providerId: null, coachId: null };

/** Asks somebody to join; stays open for the next. */
export function InviteForm({ onLeave }: { readonly onLeave: () => void }) {
  const [choice, setChoice] = useState<RoleChoice>(NOTHING);
  const [sentTo, setSentTo] = useState<readonly string[]>([]);
  const [invite] = useMutation(INVITE, { refetchQueries: ["InvitationsPage", "InvitationCounts"], awaitRefetchQueries: true });
  return (
    <section className={classes["panel"]} aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      {sentTo.length > 0 && <Done>A mail to {sentTo.at(-1)} is on its way.</Done>}
      <ActionForm
        key={sentTo.length}
        submit="Send the invitation"
        takesFocus
        check={(fields) => faultsOf({ email: emailFault(typed(fields, "email")), ...roleFaults(choice) })}
        action={async (fields) => {
          const email = typed(fields, "email");
          await invite({ variables: { input: { email, name: typed(fields, "name") || null, ...roleInput(choice) } } });
          setSentTo([...sentTo, email]);
        }}
        aside={
          <Button variant="subtle" onClick={onLeave}>
            Close
          </Button>
        }
      >
        {(faultOf) => (
          <>
            <TextInput name="email" type="email" label="E-mail" autoComplete="off" error={faultOf("email")} />
            <TextInput name="name" label="Name" description="If you know it; they may change it." autoComplete="off" error={faultOf("name")} />
            <RoleFields choice={choice} onChange={setChoice} faultOf={faultOf} />
          </>
        )}
      </ActionForm>
    </section>
  );
}
