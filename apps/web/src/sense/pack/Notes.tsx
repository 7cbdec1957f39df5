import { useMutation } from "@apollo/client/react";
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { graphql } from "../../gql";
import { FormAlert } from "../../ui/form/FormAlert";
import { useAction } from "../../ui/form/useAction";
import classes from "./pack.module.css";
import { SECTION_TITLES } from "./packLine";

const ADD_NOTE = graphql(`
  mutation AddPackNote($input: AddPackNoteInput!) {
    addPackNote(input: $input) {
      note {
        id
      }
    }
  }
`);

const REMOVE_NOTE = graphql(`
  mutation RemovePackNote($input: RemovePackNoteInput!) {
    removePackNote(input: $input) {
      id
    }
  }
`);

interface Note {
  readonly id: string;
  readonly text: string;
  readonly addedByName: string;
}

/** What staff add in their own words; it is sent as it is written, and they are told so. */
export function Notes({ week, notes }: { readonly week: string; readonly notes: readonly Note[] }) {
  const [text, setText] = useState("");
  const [add] = useMutation(ADD_NOTE, { refetchQueries: ["StaffCallPage"], awaitRefetchQueries: true });
  const [remove] = useMutation(REMOVE_NOTE, { refetchQueries: ["StaffCallPage"], awaitRefetchQueries: true });
  const adding = useAction<void>(async () => {
    await add({ variables: { input: { week, text } } });
    setText("");
  });
  const removing = useAction(async (id: string) => {
    await remove({ variables: { input: { id } } });
  });
  return (
    <section className={classes["section"]} aria-label={SECTION_TITLES.NOTES} data-empty={notes.length === 0 || undefined}>
      <h2>{SECTION_TITLES.NOTES}</h2>
      <FormAlert message={removing.refusal?.message ?? null} />
      <ul className={classes["texts"]}>
        {notes.map(({ id, text: said, addedByName }) => (
          <li key={id} className={classes["note"]}>
            <span>{said}</span>
            <span className={classes["noteTools"]}>
              <span>{addedByName}</span>
              <Button size="compact-sm" variant="subtle" disabled={removing.busy} aria-label={`Remove the note: ${said}`} onClick={() => void removing.act(id)}>
                Remove
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <form
        className={`${classes["noteForm"]} not-on-paper`}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") void adding.act();
        }}
      >
        <FormAlert message={adding.refusal?.message ?? null} />
        <Textarea
          label="Add a note"
          description="A note is published as you write it. Nothing checks it: leave out what organisations may not see, exact figures above all."
          autosize
          minRows={2}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="light" loading={adding.busy} disabled={text.trim() === ""}>
          Add the note
        </Button>
      </form>
    </section>
  );
}
