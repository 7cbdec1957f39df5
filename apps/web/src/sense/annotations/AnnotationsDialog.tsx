import { useMutation, useSuspenseQuery } from "@apollo/client/react";
import { Modal, NativeSelect, TextInput } from "@mantine/core";
import { Suspense } from "react";
import { ActionForm } from "../../ui/form/ActionForm";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import { Loading } from "../../ui/states";
import { useReturnedFocus } from "../../ui/useReturnedFocus";
import { useScopeOptions } from "../scope/scopeOptions";
import classes from "./annotations.module.css";
import { ADD_ANNOTATION, ANNOTATIONS, REMOVE_ANNOTATION } from "./annotationsQuery";
import { dayWords } from "./dayWords";

const REFRESH = { refetchQueries: [ANNOTATIONS], awaitRefetchQueries: true };

const text = (fields: FormData, name: string): string => String(fields.get(name) ?? "").trim();

function faultsOf(fields: FormData): Record<string, string> {
  return {
    ...(text(fields, "onDay") === "" && { onDay: "Say on which day." }),
    ...(text(fields, "text") === "" && { text: "Say what happened." }),
    ...(text(fields, "untilDay") !== "" && text(fields, "untilDay") <= text(fields, "onDay") && { untilDay: "The last day comes after the first." }),
  };
}

function Written() {
  const { annotations } = useSuspenseQuery(ANNOTATIONS).data;
  const [remove] = useMutation(REMOVE_ANNOTATION, REFRESH);
  if (annotations.length === 0) return null;
  return (
    <ul className={classes["list"]} aria-label="What is noted">
      {annotations.map((annotation) => (
        <li key={annotation.id}>
          <span>
            {annotation.text}
            <small>{[dayWords(annotation), annotation.topic?.label ?? null, annotation.authorName].filter((part) => part !== null).join(" · ")}</small>
          </span>
          <ConfirmButton
            label="Remove"
            name={`Remove the note ${annotation.text}`}
            question={`Remove "${annotation.text}"?`}
            confirm="Remove the note"
            action={async () => void (await remove({ variables: { input: { id: annotation.id } } }))}
          >
            It goes from every time axis, for everybody.
          </ConfirmButton>
        </li>
      ))}
    </ul>
  );
}

function Add() {
  const { topicGroups } = useScopeOptions();
  const { annotations } = useSuspenseQuery(ANNOTATIONS).data;
  const [add] = useMutation(ADD_ANNOTATION, REFRESH);
  const topics = topicGroups.flatMap(({ items }) => items.slice(1));
  return (
    <ActionForm
      key={annotations.length}
      submit="Add the note"
      check={faultsOf}
      action={async (fields) => {
        const input = { onDay: text(fields, "onDay"), untilDay: text(fields, "untilDay") || null, text: text(fields, "text"), topic: text(fields, "topic") || null };
        await add({ variables: { input } });
      }}
    >
      {(faultOf) => (
        <>
          <TextInput name="text" label="What happened" placeholder="Second relief act" maxLength={120} autoComplete="off" error={faultOf("text")} />
          <TextInput name="onDay" type="date" label="On" error={faultOf("onDay")} />
          <TextInput name="untilDay" type="date" label="Until, if it took longer" error={faultOf("untilDay")} />
          <NativeSelect name="topic" label="About" data={[{ value: "", label: "Everything" }, ...topics]} error={faultOf("topic")} />
        </>
      )}
    </ActionForm>
  );
}

/** What staff have noted on the time axis, and what they add. */
export function AnnotationsDialog({ onClose }: { readonly onClose: () => void }) {
  useReturnedFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className={classes["title"]}>On the time axis</span>}
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": "Close" }}
      transitionProps={{ duration: 0 }}
    >
      <Suspense fallback={<Loading />}>
        <div className={classes["dialog"]}>
          <p>Everybody with a role sees these marks on every curve by month.</p>
          <Written />
          <Add />
        </div>
      </Suspense>
    </Modal>
  );
}
