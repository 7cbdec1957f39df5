import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { faultsOf } from "../../access/fields";
import { ROLE_WORDS } from "../../access/words";
import { graphql } from "../../gql";
import { ActionForm } from "../../ui/form/ActionForm";
import { Done } from "../../ui/form/Done";
import { RoleFields } from "../RoleFields";
import { roleFaults, roleInput, type RoleChoice } from "../roleFields";
import type { PersonFull } from "./personFragment";

const GIVE_ROLE = graphql(`
  mutation GiveRole($input: GiveRoleInput!) {
    giveRole(input: $input) {
      person {
        ...PersonFull_person @unmask
      }
    }
  }
`);

const NOTHING: RoleChoice = { role: "PROVIDER", positions: [], providerId: null, coachId: null };

/** A role for somebody who has an account; one that they hold already is changed to what is chosen. */
export function GiveRoleForm({ person }: { readonly person: PersonFull }) {
  const [choice, setChoice] = useState<RoleChoice>(NOTHING);
  const [given, setGiven] = useState<string | null>(null);
  const [give] = useMutation(GIVE_ROLE);
  return (
    <>
      {given !== null && <Done>{given}</Done>}
      <ActionForm
        submit="Give the role"
        check={() => faultsOf(roleFaults(choice))}
        action={async () => {
          setGiven(null);
          await give({ variables: { input: { personId: person.id, ...roleInput(choice) } } });
          setGiven(`${person.name} is ${ROLE_WORDS[choice.role].toLowerCase()} now.`);
        }}
      >
        {(faultOf) => <RoleFields choice={choice} onChange={setChoice} faultOf={faultOf} />}
      </ActionForm>
    </>
  );
}
