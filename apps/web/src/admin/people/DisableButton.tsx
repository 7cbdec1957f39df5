import { useMutation } from "@apollo/client/react";
import { graphql } from "../../gql";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import type { PersonFull } from "./personFragment";

const DISABLE_PERSON = graphql(`
  mutation DisablePerson($input: DisablePersonInput!) {
    disablePerson(input: $input) {
      person {
        ...PersonFull_person @unmask
      }
    }
  }
`);

/** Shuts an account, or opens it again. */
export function DisableButton({ person: { id, name, disabled } }: { readonly person: PersonFull }) {
  const [disable] = useMutation(DISABLE_PERSON);
  const action = async () => {
    await disable({ variables: { input: { id, disabled: !disabled } } });
  };
  return disabled ? (
    <ConfirmButton label="Enable the account" variant="light" question={`Let ${name} in again?`} confirm="Enable the account" action={action}>
      They sign in as before, with the roles above.
    </ConfirmButton>
  ) : (
    <ConfirmButton label="Disable the account" variant="light" question={`Disable the account of ${name}?`} confirm="Disable the account" action={action}>
      They are signed out everywhere at once, and their keys are refused. What they did stays as it is, and the account can be enabled again.
    </ConfirmButton>
  );
}
