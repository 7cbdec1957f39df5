import { useMutation } from "@apollo/client/react";
import { Button, Textarea } from "@mantine/core";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { graphql } from "../../gql";
import { FormAlert } from "../../ui/form/FormAlert";
import { useAction } from "../../ui/form/useAction";
import classes from "./pack.module.css";
import { PackLine, type Sentence } from "./PackLine";

const EDIT = graphql(`
  mutation EditPackSentence($input: EditPackSentenceInput!) {
    editPackSentence(input: $input) {
      sentence {
        ...PackLine_sentence @unmask
      }
    }
  }
`);

const HIDE = graphql(`
  mutation HidePackSentence($input: PackSentenceInput!) {
    hidePackSentence(input: $input) {
      sentence {
        ...PackLine_sentence @unmask
      }
    }
  }
`);

const RESTORE = graphql(`
  mutation RestorePackSentence($input: PackSentenceInput!) {
    restorePackSentence(input: $input) {
      sentence {
        ...PackLine_sentence @unmask
      }
    }
  }
`);

/** What stands beside a sentence that is not as it was made. */
function standing({ hidden, edited, changedSince, editedByName }: Sentence): string | null {
  if (hidden) return `Hidden by ${editedByName ?? "staff"}`;
  if (changedSince) return `In ${editedByName ?? "staff"}'s words; the figures have changed since`;
  return edited ? `In ${editedByName ?? "staff"}'s words` : null;
}

interface EditorProps {
  readonly sentence: Sentence;
  readonly onSave: (text: string) => Promise<void>;
  readonly onLeave: () => void;
}

/** Enter saves, Escape leaves it as it was. */
function Editor({ sentence: { text, made }, onSave, onLeave }: EditorProps) {
  const [words, setWords] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  const { busy, refusal, act } = useAction<void>(() => onSave(words));

  useEffect(function beginAtTheEnd() {
    const end = field.current?.value.length ?? 0;
    field.current?.focus();
    field.current?.setSelectionRange(end, end);
  }, []);

  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") onLeave();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    void act();
  };
  return (
    <div className={classes["editor"]}>
      <FormAlert message={refusal?.message ?? null} />
      <Textarea
        aria-label="The sentence"
        description="To be published, each number in it has to stand in the protected form, too. Enter saves, Escape leaves it."
        autosize
        minRows={2}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={keys}
        ref={field}
      />
      <div className={classes["editorActions"]}>
        <Button size="compact-sm" loading={busy} onClick={() => void act()}>
          Save
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onLeave}>
          Leave it
        </Button>
        {words !== made && (
          <Button size="compact-sm" variant="subtle" onClick={() => setWords(made)}>
            As it was made
          </Button>
        )}
      </div>
    </div>
  );
}

/** A sentence that staff may put into their own words, hide, and have back. */
export function EditableLine({ week, sentence }: { readonly week: string; readonly sentence: Sentence }) {
  const [editing, setEditing] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  const [edit] = useMutation(EDIT, { refetchQueries: ["StaffCallPage"], awaitRefetchQueries: true });
  const [hide] = useMutation(HIDE, { refetchQueries: ["StaffCallPage"], awaitRefetchQueries: true });
  const [restore] = useMutation(RESTORE, { refetchQueries: ["StaffCallPage"], awaitRefetchQueries: true });
  const which = { week, sentence: sentence.id };
  const { busy, refusal, act } = useAction(async (what: "hide" | "restore") => {
    await (what === "hide" ? hide : restore)({ variables: { input: which } });
  });
  const save = async (text: string) => {
    await edit({ variables: { input: { ...which, text } } });
    setEditing(false);
  };

  useEffect(
    function giveBackTheFocus() {
      if (wasEditing.current && !editing) editButton.current?.focus();
      wasEditing.current = editing;
    },
    [editing],
  );

  const touched = standing(sentence);
  const tools = (
    <>
      <Button ref={editButton} size="compact-sm" variant="subtle" disabled={editing || busy} aria-label={`Edit: ${sentence.text}`} onClick={() => setEditing(true)}>
        Edit
      </Button>
      {touched === null ? (
        <Button size="compact-sm" variant="subtle" loading={busy} aria-label={`Hide: ${sentence.text}`} onClick={() => void act("hide")}>
          Hide
        </Button>
      ) : (
        <Button size="compact-sm" variant="subtle" loading={busy} aria-label={`Restore: ${sentence.made}`} onClick={() => void act("restore")}>
          Restore
        </Button>
      )}
    </>
  );
  return (
    <PackLine sentence={sentence} tools={tools}>
      {editing ? <Editor sentence={sentence} onSave={save} onLeave={() => setEditing(false)} /> : <p>{sentence.text}</p>}
      {touched !== null && <p className={classes["touched"]}>{touched}</p>}
      <FormAlert message={refusal?.message ?? null} />
    </PackLine>
  );
}
