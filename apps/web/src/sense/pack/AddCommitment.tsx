import { useMutation } from "@apollo/client/react";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { graphql } from "../../gql";
import { ActionForm } from "../../ui/form/ActionForm";
import { addDays } from "../scope/period";
import classes from "./pack.module.css";

const ADD = graphql(`
  mutation AddCommitment($input: AddCommitmentInput!) {
    addCommitment(input: $input) {
      commitment {
        id
      }
    }
  }
`);

export interface Organisation {
  readonly id: string;
  readonly name: string;
}

const DAYS_TO_NEXT_CALL = 7;

const typed = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === "string" ? value.trim() : "";
};

/** A new commitment; due by the next call, unless something else is said. */
export function AddCommitment({ week, organisations }: { readonly week: string; readonly organisations: readonly Organisation[] }) {
  const [open, setOpen] = useState(false);
  const [add] = useMutation(ADD, { refetchQueries: ["StaffCallPage", "PublishedCallPage"], awaitRefetchQueries: true });
  if (!open) {
    return (
      <Button className="not-on-paper" variant="light" onClick={() => setOpen(true)}>
        Add a commitment
      </Button>
    );
  }
  return (
    <div className={`${classes["addCommitment"]} not-on-paper`}>
      <ActionForm
        submit="Add it"
        takesFocus
        check={(fields) => ({
          ...(typed(fields, "what") === "" && { what: "Say what is to be done." }),
          ...(typed(fields, "due") === "" && { due: "Say by when." }),
        })}
        action={async (fields) => {
          await add({ variables: { input: { week, providerId: typed(fields, "providerId"), who: typed(fields, "who") || null, what: typed(fields, "what"), due: typed(fields, "due") } } });
          setOpen(false);
        }}
        aside={
          <Button variant="subtle" onClick={() => setOpen(false)}>
            Add none
          </Button>
        }
      >
        {(faultOf) => (
          <>
            <TextInput name="what" label="What is to be done" maxLength={500} error={faultOf("what")} />
            <NativeSelect name="providerId" label="Which organisation" data={organisations.map(({ id, name }) => ({ value: id, label: name }))} error={faultOf("providerId")} />
            <TextInput name="who" label="Who of it, if somebody in particular" maxLength={200} error={faultOf("who")} />
            <TextInput name="due" label="By when" type="date" min={week} defaultValue={addDays(week, DAYS_TO_NEXT_CALL)} error={faultOf("due")} />
          </>
        )}
      </ActionForm>
    </div>
  );
}
