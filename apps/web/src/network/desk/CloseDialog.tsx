import { useMutation } from "@apollo/client/react";
import { Checkbox, Modal, NativeSelect, Textarea } from "@mantine/core";
import { useState } from "react";
import type { WithdrawReason } from "../../gql/graphql";
import { ActionForm } from "../../ui/form/ActionForm";
import classes from "./desk.module.css";
import { WITHDRAW } from "./requestQuery";

const REASONS: readonly { readonly value: WithdrawReason; readonly label: string }[] = [
  { value: "NO_LONGER_NEEDED", label: "No longer needed" },
  { value: "NO_RESPONSE", label: "No response" },
  { value: "NOT_OURS", label: "Not what the network's coaches help with" },
  { value: "NOT_A_REQUEST", label: "Not a request" },
  { value: "OTHER", label: "Another reason" },
];

interface Props {
  readonly requestId: string;
  readonly hasAddress: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Ends a request without coaches, for a reason. */
export function CloseDialog({ requestId, hasAddress, onClose, onDone }: Props) {
  const [withdraw] = useMutation(WITHDRAW);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className={classes["dialogTitle"]}>Close it without coaches?</span>}
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": "Close" }}
      transitionProps={{ duration: 0 }}
    >
      <ActionForm
        submit="Close it"
        action={async (fields) => {
          const text = fields.get("text");
          await withdraw({
            variables: { input: { requestId, reason: fields.get("reason") as WithdrawReason, text: typeof text === "string" && text !== "" ? text : null, tellLeader: fields.get("tell") !== null, idempotencyKey } },
          });
          onDone();
        }}
      >
        {(faultOf) => (
          <>
            <NativeSelect name="reason" label="Why" data={[...REASONS]} error={faultOf("reason")} />
            <Textarea name="text" label="More on it, for staff alone" autosize minRows={2} maxLength={4000} error={faultOf("text")} />
            {hasAddress && <Checkbox name="tell" label="Tell the leader by mail" defaultChecked />}
          </>
        )}
      </ActionForm>
    </Modal>
  );
}
