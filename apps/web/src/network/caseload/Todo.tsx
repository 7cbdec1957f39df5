import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useAction } from "../../ui/form/useAction";
import { FormAlert } from "../../ui/form/FormAlert";
import { ASKED, timeOf } from "./words";
import classes from "./caseload.module.css";
import type { CallOf } from "./caseload";
import { SETTLE_ASK, type CaseloadEngagement } from "./caseloadQuery";

type Ask = CaseloadEngagement["leaderAsks"][number];

/** A call whose time has come and that nobody logged. */
export const CallToLog = ({ call, engagement, onLog }: CallOf & { readonly onLog: () => void }) => (
  <li className={classes["row"]}>
    <div className={classes["what"]}>
      <strong>{engagement.request.system.name}</strong>
      <span className={classes["quiet"]}>Planned for {timeOf(call.startsAt)}. Was it held?</span>
    </div>
    <Button className={classes["act"]} onClick={onLog} aria-label={`Log it: the call with ${engagement.request.system.name} of ${timeOf(call.startsAt)}`}>
      Log it
    </Button>
  </li>
);

interface AskProps {
  readonly ask: Ask;
  readonly engagement: CaseloadEngagement;
  readonly onPlan: () => void;
  readonly onChange: () => void;
}

/** What a leader asks for, with its answer: a call is planned, anything else is seen to. */
export function LeaderAsks({ ask, engagement, onPlan, onChange }: AskProps) {
  const [settle] = useMutation(SETTLE_ASK);
  const { busy, refusal, act } = useAction<void>(async () => {
    await settle({ variables: { id: ask.id } });
    onChange();
  });
  const { leader, system } = engagement.request;
  const who = leader?.name ?? `The leader of ${system.name}`;
  const wantsCall = ask.kind === "ANOTHER_CALL" || ask.kind === "MORE";
  return (
    <li className={classes["row"]}>
      <div className={classes["what"]}>
        <strong>{system.name}</strong>
        <span>
          {who} {ASKED[ask.kind] ?? "asks"}
          {ask.text === null ? "." : `: “${ask.text}”`}
        </span>
        {leader?.email != null && (
          <a href={`mailto:${leader.email}`} className={classes["quiet"]}>
            {leader.email}
          </a>
        )}
        <FormAlert message={refusal?.message ?? null} />
      </div>
      {engagement.mayLog && (
        <span className={classes["acts"]}>
          {wantsCall && (
            <Button onClick={onPlan} aria-label={`Plan a call with ${system.name}`}>
              Plan a call
            </Button>
          )}
          {ask.kind !== "ANOTHER_CALL" && (
            <Button variant="light" loading={busy} onClick={() => void act()} aria-label={`Seen to: ${system.name}`}>
              Seen to
            </Button>
          )}
        </span>
      )}
    </li>
  );
}
