import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { FormAlert } from "../../ui/form/FormAlert";
import { useAction } from "../../ui/form/useAction";
import { counted } from "../figure/format";
import { useNetwork } from "../scope/network";
import classes from "./framework.module.css";
import type { Queue } from "./frameworkFinding";
import { FRAMEWORK_PAGE, RETAG } from "./frameworkQuery";

type Row = Queue["rows"][number];

const KIND_NAMES = { REQUEST: "Request", SESSION: "Session", COACH: "Coach", RESOURCE: "Resource" } as const;
const LONGEST = 280;

function Waiting({ row, day }: { readonly row: Row; readonly day: (at: string) => string }) {
  const [retag] = useMutation(RETAG, { refetchQueries: [FRAMEWORK_PAGE], awaitRefetchQueries: true });
  const { kind, id, topic, parts, title, text, at } = row;
  const { busy, refusal, act } = useAction<readonly string[]>(async (to) => void (await retag({ variables: { input: { kind, id, topic: topic.code, to: [...to] } } })));
  const means = [...parts.map(({ code, label }) => ({ to: [code], label })), ...(parts.length === 2 ? [{ to: parts.map(({ code }) => code), label: "Both" }] : []), { to: ["NONE"], label: "None of them" }];
  return (
    <li aria-busy={busy}>
      <FormAlert message={refusal?.message ?? null} />
      <p className={classes["where"]}>
        {KIND_NAMES[kind]} · {title}
        {at !== null && ` · ${day(at)}`} · under {topic.label}
      </p>
      {text !== null && <blockquote>{text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}</blockquote>}
      <fieldset className={classes["means"]} aria-label={`What it means: ${KIND_NAMES[kind]}, ${title}`}>
        {means.map(({ to, label }) => (
          <Button key={label} variant="light" disabled={busy} onClick={() => void act(to)}>
            {label}
          </Button>
        ))}
      </fieldset>
    </li>
  );
}

/** Rows under divided topics, each with a button for what it may mean. */
export function QueueSection({ queue }: { readonly queue: Queue }) {
  const { timeZone } = useNetwork().network;
  const format = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone });
  if (queue.total === 0) return null;
  return (
    <section className={classes["section"]} aria-labelledby="queue">
      <h2 id="queue">{counted(queue.total, "row waits", "rows wait")} for somebody to say what they mean.</h2>
      <p className={classes["basis"]}>They stand under a topic that was divided, and figures count them there. Nothing guesses for you.</p>
      <ul className={classes["queue"]}>
        {queue.rows.map((row) => (
          <Waiting key={`${row.kind} ${row.id} ${row.topic.code}`} row={row} day={(at) => format.format(new Date(at))} />
        ))}
      </ul>
    </section>
  );
}
