import { useMutation, useQuery } from "@apollo/client/react";
import { Modal, NumberInput } from "@mantine/core";
import { graphql } from "../../gql";
import type { DeskTargetsQuery, DeskTargetStep } from "../../gql/graphql";
import { ActionForm } from "../../ui/form/ActionForm";
import classes from "./desk.module.css";

const TARGETS = graphql(`
  query DeskTargets {
    deskTargets {
      step
      days
    }
  }
`);

const SET = graphql(`
  mutation SetDeskTarget($input: SetDeskTargetInput!) {
    setDeskTarget(input: $input) {
      target {
        step
        days
      }
    }
  }
`);

const MEANING: Readonly<Record<DeskTargetStep, string>> = {
  UNTAGGED: "To tag a request, from when it came",
  TO_MATCH: "To match it, from when it came",
  OFFER_DECLINED: "To offer it anew, from the coaches' no",
  FIRST_CALL_DUE: "To the first call, from the match",
  CALL_TO_LOG: "To log a call that was planned",
  STALLED: "Without a call, until it is asked after",
  TO_CLOSE: "Without a call, until it is to be closed",
  LEADER_ASKS: "To answer a leader",
  LOW_RATING: "To look into a low rating",
};

/** How long each step may take before it is overdue. */
export function TargetsDialog({ onClose, onSaved }: { readonly onClose: () => void; readonly onSaved: () => void }) {
  const { data } = useQuery(TARGETS, { fetchPolicy: "network-only" });
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className={classes["dialogTitle"]}>Days until a step is overdue</span>}
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": "Close" }}
      transitionProps={{ duration: 0 }}
    >
      {data === undefined ? <p>Looking …</p> : <Fields targets={data.deskTargets} onSaved={onSaved} />}
    </Modal>
  );
}

function Fields({ targets, onSaved }: { readonly targets: DeskTargetsQuery["deskTargets"]; readonly onSaved: () => void }) {
  const [set] = useMutation(SET);
  return (
    <ActionForm
      submit="Save"
      check={(fields) => Object.fromEntries(targets.flatMap(({ step }) => (isDays(fields.get(step)) ? [] : [[step, "Give a number of days, more than 0 and at most 365."]])))}
      action={async (fields) => {
        for (const { step, days } of targets) {
          const wanted = Number(fields.get(step));
          if (wanted !== days) await set({ variables: { input: { step, days: wanted } } });
        }
        onSaved();
      }}
    >
      {(faultOf) => targets.map(({ step, days }) => <NumberInput key={step} name={step} label={MEANING[step]} defaultValue={days} min={0.1} max={365} hideControls error={faultOf(step)} />)}
    </ActionForm>
  );
}

const isDays = (given: FormDataEntryValue | null): boolean => Number(given) > 0 && Number(given) <= 365;
