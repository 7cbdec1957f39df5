import { useMutation } from "@apollo/client/react";
import { Button, NativeSelect } from "@mantine/core";
import { faultsOf, typed } from "../../access/fields";
import { graphql } from "../../gql";
import { ActionForm } from "../../ui/form/ActionForm";
import classes from "../admin.module.css";
import { oneOf } from "../useFilters";
import { KIND_WORDS, KINDS } from "./kinds";
import { OrganisationFields, organisationFaults } from "./OrganisationFields";

const ADD = graphql(`
  mutation AddOrganisation($input: AddOrganisationInput!) {
    addOrganisation(input: $input) {
      provider {
        id
        name
      }
    }
  }
`);

/** A new organisation. */
export function AddOrganisationForm({ onLeave }: { readonly onLeave: () => void }) {
  const [add] = useMutation(ADD, { refetchQueries: ["OrganisationsPage"], awaitRefetchQueries: true });
  return (
    <section className={classes["panel"]} aria-labelledby="add-organisation">
      <h2 id="add-organisation">Add an organisation</h2>
      <ActionForm
        submit="Add it"
        takesFocus
        check={(fields) => faultsOf(organisationFaults(fields))}
        action={async (fields) => {
          const kind = oneOf(KINDS, typed(fields, "kind")) ?? "PROVIDER";
          await add({ variables: { input: { name: typed(fields, "name"), kind, website: typed(fields, "website") || null } } });
          onLeave();
        }}
        aside={
          <Button variant="subtle" onClick={onLeave}>
            Add none
          </Button>
        }
      >
        {(faultOf) => (
          <>
            <OrganisationFields faultOf={faultOf} />
            <NativeSelect name="kind" label="Kind" data={KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))} error={faultOf("kind")} />
          </>
        )}
      </ActionForm>
    </section>
  );
}
