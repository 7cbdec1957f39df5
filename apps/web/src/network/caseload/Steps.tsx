import { useMutation } from "@apollo/client/react";
import { Checkbox } from "@mantine/core";
import { FormAlert } from "../../ui/form/FormAlert";
import { useAction } from "../../ui/form/useAction";
import classes from "./caseload.module.css";
import { SETTLE_STEP, type CaseloadEngagement } from "./caseloadQuery";
import { openSteps } from "./caseload";
import { dateOf } from "./words";

/** What was agreed: a tick settles it, and takes it back. */
export function Steps({ engagement }: { readonly engagement: CaseloadEngagement }) {
  const [settle] = useMutation(SETTLE_STEP);
  const { busy, refusal, act } = useAction<{ readonly id: string; readonly done: boolean }>(async (variables) => {
    await settle({ variables });
  });
  const open = openSteps(engagement);
  const done = engagement.steps.filter(({ doneAt }) => doneAt !== null);
  if (engagement.steps.length === 0) return <p>Nothing yet. A call that is logged can leave a next step.</p>;
  return (
    <>
      <FormAlert message={refusal?.message ?? null} />
      <ul className={classes["plain"]}>
        {[...open, ...done].map(({ id, text, who, due, doneAt }) => (
          <li key={id} className={classes["line"]}>
            <Checkbox
              checked={doneAt !== null}
              disabled={!engagement.mayLog || busy}
              onChange={({ currentTarget }) => void act({ id, done: currentTarget.checked })}
              label={<span className={doneAt === null ? undefined : classes["done"]}>{text}</span>}
              description={`${who === "LEADER" ? "The leader" : "The coach"}${due === null ? "" : `, by ${dateOf(due)}`}`}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
