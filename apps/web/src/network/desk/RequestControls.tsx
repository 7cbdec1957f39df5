import { useMutation, useQuery } from "@apollo/client/react";
import { Button, NativeSelect } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Ref } from "react";
import type { DeskRequestPageQuery } from "../../gql/graphql";
import classes from "./desk.module.css";
import { DUPLICATE_COUNT, NOTE } from "./requestQuery";
import { dayText } from "./stepWords";
import { WordsForm } from "./WordsForm";

type Desk = DeskRequestPageQuery["deskRequest"];

export type RequestDialog = "merge" | "close" | "keys";

/** When it was asked, by whom, and how to reach them. */
export function Asked({ request: { submittedAt, urgency, leader } }: { readonly request: Desk["request"] }) {
  return (
    <>
      <Link to="/desk">Back to the queue</Link> · asked {dayText(submittedAt)}
      {urgency === "HIGH" && " · urgent"}
      {leader !== null && (
        <>
          {" · "}
          {[leader.name, leader.role].filter((part) => part !== null).join(", ")} {leader.email !== null && <a href={`mailto:${leader.email}`}>{leader.email}</a>}
        </>
      )}
    </>
  );
}

interface ControlsProps {
  readonly data: DeskRequestPageQuery;
  readonly isOpen: boolean;
  readonly onGive: (ownerId: string, name: string) => Promise<void>;
  readonly onReopen: () => Promise<void>;
  readonly onDialog: (dialog: RequestDialog) => void;
}

/** What can be done about the request as a whole. */
export function RequestControls({ data: { deskRequest, deskPeople, viewer }, isOpen, onGive, onReopen, onDialog }: ControlsProps) {
  const { id: requestId, owner, request, mergedInto } = deskRequest;
  const { data: like } = useQuery(DUPLICATE_COUNT, { variables: { id: requestId }, skip: !isOpen, fetchPolicy: "cache-and-network" });
  const duplicates = like?.deskRequest.duplicates.length ?? 0;
  const people = deskPeople.some((person) => person.id === owner?.id) || owner === null ? deskPeople : [owner, ...deskPeople];
  const choices = people.map(({ id, name }) => ({ value: id, label: id === viewer?.id ? `${name} (you)` : name }));
  return (
    <div className={classes["controls"]}>
      <NativeSelect
        aria-label="Who looks after it"
        value={owner?.id ?? ""}
        data={owner === null ? [{ value: "", label: "Nobody" }, ...choices] : choices}
        onChange={({ currentTarget }) => void onGive(currentTarget.value, people.find(({ id }) => id === currentTarget.value)?.name ?? "Somebody")}
      />
      {isOpen && (
        <Button variant="light" onClick={() => onDialog("merge")}>
          {duplicates === 0 ? "Merge" : `Merge: ${duplicates} like it`}
        </Button>
      )}
      {isOpen && request.engagements.length === 0 && (
        <Button variant="light" onClick={() => onDialog("close")}>
          Close it
        </Button>
      )}
      {!isOpen && mergedInto === null && (
        <Button variant="light" onClick={() => void onReopen()}>
          Take it up again
        </Button>
      )}
      <Button variant="subtle" onClick={() => onDialog("keys")}>
        Keys
      </Button>
    </div>
  );
}

/** What it was merged with, and the way back. */
export function Merges({ deskRequest: { id, merged, mergedInto }, onPart }: { readonly deskRequest: Desk; readonly onPart: (mergedId: string) => Promise<void> }) {
  const part = (mergedId: string) => (
    <button type="button" className={classes["textButton"]} onClick={() => void onPart(mergedId)}>
      Take them apart
    </button>
  );
  return (
    <>
      {mergedInto !== null && (
        <p>
          It was merged into <Link to="/desk/$request" params={{ request: mergedInto.id }}>another request</Link>. {part(id)}
        </p>
      )}
      {merged.map((each) => (
        <p key={each.id}>
          A request of {dayText(each.submittedAt)} was <Link to="/desk/$request" params={{ request: each.id }}>merged into it</Link>. {part(each.id)}
        </p>
      ))}
    </>
  );
}

/** What staff write down for each other. */
export function Notes({ requestId, fieldRef, onDone }: { readonly requestId: string; readonly fieldRef: Ref<HTMLTextAreaElement>; readonly onDone: (text: string) => Promise<void> }) {
  const [note] = useMutation(NOTE);
  return (
    <section className={classes["section"]} aria-labelledby="notes">
      <h2 id="notes">A note</h2>
      <WordsForm
        label="For staff alone"
        submit="Write it down"
        fieldRef={fieldRef}
        onSend={async (text, idempotencyKey) => {
          await note({ variables: { input: { requestId, text: text ?? "", idempotencyKey } } });
          await onDone("It is written down.");
        }}
      />
    </section>
  );
}
