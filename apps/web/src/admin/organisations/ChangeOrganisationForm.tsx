import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { faultsOf, typed } from "../../access/fields";
import { graphql } from "../../gql";
import { ActionForm } from "../../ui/form/ActionForm";
import { AdminDrawer } from "../AdminDrawer";
import { OrganisationFields, organisationFaults } from "./OrganisationFields";

const CHANGE = graphql(`
  mutation ChangeOrganisation($input: ChangeOrganisationInput!) {
    changeOrganisation(input: $input) {
      provider {
        id
        name
        website
      }
    }
  }
`);

interface Props {
  readonly organisation: { readonly id: string; readonly name: string; readonly website: string | null };
  readonly onLeave: () => void;
}

/** Another name or website for an organisation; its id and kind stay. */
export function ChangeOrganisationForm({ organisation: { id, name, website }, onLeave }: Props) {
  const [change] = useMutation(CHANGE);
  return (
    <AdminDrawer title={name} subtitle="Change the organisation" onClose={onLeave}>
      <ActionForm
        submit="Save"
        check={(fields) => faultsOf(organisationFaults(fields))}
        action={async (fields) => {
          await change({ variables: { input: { id, name: typed(fields, "name"), website: typed(fields, "website") || null } } });
          onLeave();
        }}
        aside={
          <Button variant="subtle" onClick={onLeave}>
            Leave it as it is
          </Button>
        }
      >
        {(faultOf) => <OrganisationFields faultOf={faultOf} name={name} website={website} />}
      </ActionForm>
    </AdminDrawer>
  );
}
