import { Textarea } from "@mantine/core";
import { useState, type Ref } from "react";
import { ActionForm } from "../../ui/form/ActionForm";

interface Props {
  readonly label: string;
  readonly submit: string;
  /** What may be left empty. */
  readonly isOptional?: boolean;
  readonly fieldRef?: Ref<HTMLTextAreaElement>;
  /** @param idempotencyKey the same until what was written is through. */
  readonly onSend: (text: string | null, idempotencyKey: string) => Promise<void>;
}

/** A few lines of text that are sent once. */
export function WordsForm({ label, submit, isOptional = false, fieldRef, onSend }: Props) {
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [text, setText] = useState("");
  return (
    <ActionForm
      submit={submit}
      check={() => (!isOptional && text.trim() === "" ? { text: "Write something first." } : {})}
      action={async () => {
        await onSend(text.trim() === "" ? null : text.trim(), key);
        setText("");
        setKey(crypto.randomUUID());
      }}
    >
      {(faultOf) => (
        <Textarea
          {...(fieldRef && { ref: fieldRef })}
          name="text"
          label={label}
          autosize
          minRows={2}
          maxLength={4000}
          value={text}
          onKeyDown={({ key: pressed, ctrlKey, metaKey, nativeEvent, currentTarget }) => {
            // The keys of the page work again where nobody types.
            if (pressed === "Escape" && !nativeEvent.isComposing) currentTarget.blur();
            if (pressed === "Enter" && (ctrlKey || metaKey)) currentTarget.form?.requestSubmit();
          }}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setKey(crypto.randomUUID());
          }}
          error={faultOf("text")}
        />
      )}
    </ActionForm>
  );
}
