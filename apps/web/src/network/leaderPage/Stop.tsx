import { useRef, useState } from "react";
import { graphql } from "../../open/gql";
import { newKey } from "../../open/newKey";
import { useSending } from "../../open/send";
import { Button } from "../../open/ui/Button";
import { Card } from "../../open/ui/Card";
import { TextField } from "../../open/ui/Field";
import { Problem } from "../../open/ui/States";
import styles from "./leaderPage.module.css";
import type { PartProps } from "./page";

const STOP = graphql(`
  mutation StopRequest($input: StopRequestInput!) {
    stopRequest(input: $input) {
      page {
        id
      }
    }
  }
`);

/** An end: the request is withdrawn, or, where coaching has begun, the team is asked to close it. Asked for twice. */
export function Stop({ page, token, again }: PartProps) {
  const sending = useSending(STOP, token);
  const [isSure, setSure] = useState(false);
  const [reason, setReason] = useState("");
  const key = useRef(newKey());
  const isCoached = page.matchedAt !== null;
  if (page.closedAt !== null || page.asks.some(({ kind, settledAt }) => kind === "STOP" && settledAt === null)) return null;
  const stop = async () => {
    if (await sending.run({ input: { reason, idempotencyKey: key.current } })) await again();
  };
  if (!isSure) {
    return (
      <Button look="quiet" onClick={() => setSure(true)}>
        {isCoached ? "We have what we need: end the coaching" : "Stop: I need no help any more"}
      </Button>
    );
  }
  return (
    <Card title={isCoached ? "End the coaching?" : "Stop your request?"}>
      <TextField label="Why, if you like" value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
      <div className={styles.row}>
        <Button busy={sending.busy} onClick={() => void stop()}>
          {isCoached ? "Yes, end it" : "Yes, stop it"}
        </Button>
        <Button look="quiet" onClick={() => setSure(false)}>
          No, go on
        </Button>
      </div>
      <Problem error={sending.error} />
    </Card>
  );
}
