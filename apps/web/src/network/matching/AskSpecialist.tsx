import { useMutation, useQuery } from "@apollo/client/react";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormAlert } from "../../ui/form/FormAlert";
import { useAction } from "../../ui/form/useAction";
import { listed } from "./matchWords";
import classes from "./matching.module.css";
import { ASK_SPECIALIST, SPECIALISTS } from "./offersQuery";

interface Props {
  readonly engagementId: string;
  /** What the request is about. */
  readonly topics: readonly { readonly id: string; readonly label: string }[];
  /** Who is there already, by id. */
  readonly team: readonly string[];
  readonly onDone: (words: string) => Promise<void>;
}

/** Asks a specialist in: one who lists a topic of the request, or anybody else's. */
export function AskSpecialist(props: Props) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Asking {...props} onClose={() => setOpen(false)} />;
  return (
    <div>
      <Button variant="light" onClick={() => setOpen(true)}>
        Ask a specialist in
      </Button>
    </div>
  );
}

function Asking({ engagementId, topics, team, onDone, onClose }: Props & { readonly onClose: () => void }) {
  const [widely, setWidely] = useState(false);
  const { data } = useQuery(SPECIALISTS, { variables: { topics: widely ? null : topics.map(({ id }) => id) } });
  const [ask] = useMutation(ASK_SPECIALIST);
  const [id] = useState(() => crypto.randomUUID());
  const [coachId, setCoachId] = useState("");
  const [message, setMessage] = useState("");
  const found = (data?.coaches.nodes ?? []).filter((coach) => coach.activeTo === null && !team.includes(coach.id));
  const name = found.find((coach) => coach.id === coachId)?.name;
  const { busy, refusal, act } = useAction<void>(async () => {
    await ask({ variables: { input: { id, engagementId, coachId, message: message.trim() === "" ? null : message } } });
    onClose();
    await onDone(`${name ?? "They"} was asked. They join when they and the leader have said yes.`);
  });
  return (
    <form
      className={classes["why"]}
      aria-label="Ask a specialist in"
      onSubmit={(event) => {
        event.preventDefault();
        if (coachId !== "") void act();
      }}
    >
      <FormAlert message={refusal?.message ?? null} />
      <NativeSelect
        label={widely ? "A specialist" : `A specialist on ${listed(topics.map(({ label }) => label)) || "what is asked"}`}
        description="They see the topics alone until the leader agrees."
        value={coachId}
        onChange={({ currentTarget }) => setCoachId(currentTarget.value)}
        data={[{ value: "", label: found.length === 0 ? "Nobody lists these topics" : "Choose a coach" }, ...found.map((coach) => ({ value: coach.id, label: `${coach.name}, ${coach.provider.name}: ${coach.topics.map(({ label }) => label).join(", ")}` }))]}
      />
      <TextInput label="What you would like their help with" maxLength={1000} value={message} onChange={({ currentTarget }) => setMessage(currentTarget.value)} />
      <div className={classes["buttons"]}>
        <Button type="submit" loading={busy} disabled={coachId === ""}>
          Ask {name ?? "them"}
        </Button>
        {!widely && (
          <Button variant="subtle" onClick={() => setWidely(true)}>
            Other specialists
          </Button>
        )}
        <Button variant="subtle" onClick={onClose}>
          Leave it
        </Button>
      </div>
    </form>
  );
}
