import { Button } from "@mantine/core";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import classes from "./form.module.css";
import { FormAlert } from "./FormAlert";
import type { Refusal } from "./refusal";
import { useAction } from "./useAction";

/** What is wrong with which field, in words, before anything is sent. */
export type Faults = Readonly<Record<string, string>>;

/** What a field shows below itself; null where nothing is wrong. */
export type FaultOf = (field: string) => string | null;

interface Props {
  /** What the button says. */
  readonly submit: string;
  readonly check?: (fields: FormData) => Faults;
  /** Throws what was refused; what was typed stays. */
  readonly action: (fields: FormData) => Promise<void>;
  /** The form came of what the reader did: its first field takes the focus. */
  readonly takesFocus?: boolean;
  /** Beside the button. */
  readonly aside?: ReactNode;
  readonly children: (faultOf: FaultOf) => ReactNode;
}

/** A refusal of a field stands at the field; of one that the form does not show, at its top. */
function byField(form: HTMLFormElement | null, refusal: Refusal | null): Faults {
  if (refusal?.field == null) return {};
  return form?.elements.namedItem(refusal.field) == null ? {} : { [refusal.field]: refusal.message };
}

/** A form: nothing typed is lost, nothing is sent twice, and focus goes to what is wrong. */
export function ActionForm({ submit, check, action, takesFocus = false, aside, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<Faults>({});
  const [alert, setAlert] = useState<string | null>(null);
  const { busy, refusal, act } = useAction(action);

  useEffect(
    function beginAtTheFirstField() {
      if (takesFocus) form.current?.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
    },
    [takesFocus],
  );

  useEffect(
    function placeTheRefusal() {
      const placed = byField(form.current, refusal);
      setFaults(placed);
      setAlert(refusal !== null && Object.keys(placed).length === 0 ? refusal.message : null);
    },
    [refusal],
  );

  useEffect(
    function goToWhatIsWrong() {
      if (Object.keys(faults).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    },
    [faults],
  );

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const found = check?.(fields) ?? {};
    setFaults(found);
    setAlert(null);
    if (Object.keys(found).length === 0) void act(fields);
  };

  return (
    <form ref={form} className={classes["form"]} onSubmit={send} noValidate aria-busy={busy}>
      <FormAlert message={alert} />
      {children((field) => faults[field] ?? null)}
      <div className={classes["actions"]}>
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
        {aside}
      </div>
    </form>
  );
}
