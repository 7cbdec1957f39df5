import { Button, Group, Modal, type ButtonProps } from "@mantine/core";
import { useState, type ReactNode } from "react";
import classes from "./form.module.css";
import { FormAlert } from "./FormAlert";
import { useAction } from "./useAction";

interface Props {
  readonly label: string;
  /** Where the label alone does not say what it acts on. */
  readonly name?: string;
  readonly question: string;
  /** What follows from it. */
  readonly children: ReactNode;
  /** What the button that does it says. */
  readonly confirm: string;
  readonly action: () => Promise<void>;
  readonly variant?: ButtonProps["variant"];
}

/** A button whose action is asked about first, with what follows from it. */
export function ConfirmButton({ label, name, question, children, confirm, action, variant = "subtle" }: Props) {
  const [open, setOpen] = useState(false);
  const { busy, refusal, act, setRefusal } = useAction<void>(async () => {
    await action();
    setOpen(false);
  });
  const close = () => {
    if (busy) return;
    setOpen(false);
    setRefusal(null);
  };
  return (
    <>
      <Button variant={variant} size={variant === "subtle" ? "compact-sm" : "sm"} aria-label={name} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        opened={open}
        onClose={close}
        title={<span className={classes["question"]}>{question}</span>}
        centered
        attributes={{ header: { role: "presentation" } }}
        closeButtonProps={{ "aria-label": "Close" }}
        transitionProps={{ duration: 0 }}
      >
        <div className={classes["confirm"]}>
          <FormAlert message={refusal?.message ?? null} />
          <div>{children}</div>
          <Group gap="sm">
            <Button loading={busy} onClick={() => void act()} data-autofocus>
              {confirm}
            </Button>
            <Button variant="subtle" disabled={busy} onClick={close}>
              Leave it as it is
            </Button>
          </Group>
        </div>
      </Modal>
    </>
  );
}
