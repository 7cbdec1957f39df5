import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { graphql } from "../../gql";
import type { CommitmentLine_CommitmentFragment } from "../../gql/graphql";
import { FormAlert } from "../../ui/form/FormAlert";
import { useAction } from "../../ui/form/useAction";
import { dayName } from "../scope/period";
import { AddCommitment, type Organisation } from "./AddCommitment";
import classes from "./pack.module.css";
import { openFirst } from "./packLine";

graphql(`
  fragment CommitmentLine_commitment on Commitment {
    id
    week
    provider {
      id
      name
    }
    who
    what
    due
    state
    overdue
    settledAt
    settledByName
    addedByName
  }
`);

const SETTLE = graphql(`
  mutation SettleCommitment($input: SettleCommitmentInput!) {
    settleCommitment(input: $input) {
      commitment {
        ...CommitmentLine_commitment @unmask
      }
    }
  }
`);

type Commitment = CommitmentLine_CommitmentFragment;

/** Where it stands, in words. */
function standing({ state, overdue, due, settledByName }: Commitment): string {
  if (state === "KEPT") return `kept, says ${settledByName ?? "staff"}`;
  if (state === "DROPPED") return `dropped, says ${settledByName ?? "staff"}`;
  return overdue ? `was due ${dayName(due)}` : `due ${dayName(due)}`;
}

function SettleButtons({ commitment: { id, state, what } }: { readonly commitment: Commitment }) {
  const [settle] = useMutation(SETTLE);
  const { busy, refusal, act } = useAction(async (to: Commitment["state"]) => {
    await settle({ variables: { input: { id, state: to } } });
  });
  const button = (to: Commitment["state"], label: string) => (
    <Button size="compact-sm" variant="subtle" disabled={busy} aria-label={`${label}: ${what}`} onClick={() => void act(to)}>
      {label}
    </Button>
  );
  return (
    <span className={`${classes["settle"]} not-on-paper`}>
      {state === "OPEN" ? (
        <>
          {button("KEPT", "Kept")}
          {button("DROPPED", "Dropped")}
        </>
      ) : (
        button("OPEN", "Open again")
      )}
      <FormAlert message={refusal?.message ?? null} />
    </span>
  );
}

function CommitmentRow({ commitment, settles }: { readonly commitment: Commitment; readonly settles: boolean }) {
  const { provider, who, what, state, overdue } = commitment;
  return (
    <li className={classes["commitment"]}>
      <span className={classes["mark"]} data-state={overdue ? "OVERDUE" : state} aria-hidden />
      <span>
        <span className={classes["what"]}>{what}</span>
        <span className={classes["whose"]}>
          {who === null ? provider.name : `${who}, ${provider.name}`} · {standing(commitment)}
        </span>
      </span>
      {settles && <SettleButtons commitment={commitment} />}
    </li>
  );
}

interface Props {
  readonly week: string;
  readonly made: readonly Commitment[];
  readonly carried: readonly Commitment[];
  /** Whether whoever looks may say what became of them. */
  readonly settles: boolean;
  /** In whose name they may add one. */
  readonly organisations: readonly Organisation[];
}

/** What was promised before, and what is promised now. */
export function Commitments({ week, made, carried, settles, organisations }: Props) {
  return (
    <section className={classes["commitments"]} aria-labelledby="commitments">
      <h2 id="commitments">Commitments</h2>
      {carried.length > 0 && (
        <>
          <h3>From earlier calls</h3>
          <ul className={classes["promises"]}>
            {openFirst(carried).map((commitment) => (
              <CommitmentRow key={commitment.id} commitment={commitment} settles={settles} />
            ))}
          </ul>
        </>
      )}
      <h3>From this call</h3>
      {made.length === 0 && <p className={classes["touched"]}>None yet.</p>}
      <ul className={classes["promises"]}>
        {openFirst(made).map((commitment) => (
          <CommitmentRow key={commitment.id} commitment={commitment} settles={settles} />
        ))}
      </ul>
      {organisations.length > 0 && <AddCommitment week={week} organisations={organisations} />}
    </section>
  );
}
