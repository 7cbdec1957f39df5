import { Button, NativeSelect, NumberInput, SegmentedControl } from "@mantine/core";
import { useId } from "react";
import { PhoneFold } from "../../ui/PhoneFold";
import classes from "./outlook.module.css";
import { WINDOWS, type OutlookView } from "./outlookView";
import type { TopicChoice } from "./topicChoices";

interface Props {
  readonly view: OutlookView;
  /** What is shown, where the address names nothing. */
  readonly topic: string | null;
  readonly choices: readonly TopicChoice[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly usualHours: number | null;
  readonly onChange: (param: string, value: string) => void;
}

/** What is asked of the outlook; all of it stands in the address. */
export function OutlookControls({ view, topic, choices, organisations, usualHours, onChange }: Props) {
  return (
    <>
      <NativeSelect label="Topic or domain" value={topic ?? ""} onChange={({ currentTarget }) => onChange("topic", currentTarget.value)} data={choices.map(({ group, items }) => ({ group, items: [...items] }))} className={classes["topic"] ?? ""} />
      <PhoneFold label="Change what is added or lost">
        <Stepper value={view.added} onChange={(added) => onChange("add", String(added))} />
        <NumberInput
          label="Hours each"
          hideControls
          key={String(view.addedHours)}
          defaultValue={view.addedHours ?? ""}
          placeholder={usualHours === null ? "as usual" : `${Math.round(usualHours * 10) / 10}, as usual`}
          min={1}
          max={200}
          disabled={view.added === 0}
          onBlur={({ currentTarget }) => onChange("hours", currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") onChange("hours", event.currentTarget.value);
          }}
          className={classes["hours"] ?? ""}
        />
        <NativeSelect
          label="Organisation lost"
          value={view.lostProvider ?? ""}
          onChange={({ currentTarget }) => onChange("lost", currentTarget.value)}
          data={[{ value: "", label: "None" }, ...organisations.map(({ id, name }) => ({ value: id, label: name }))]}
          className={classes["lost"] ?? ""}
        />
        <Windows value={view.windowDays} onChange={(days) => onChange("window", String(days))} />
      </PhoneFold>
    </>
  );
}

interface StepperProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Stepper({ value, onChange }: StepperProps) {
  const id = useId();
  return (
    <fieldset className={classes["stepping"]} aria-labelledby={id}>
      <span className={classes["label"]} id={id}>
        Specialists to add
      </span>
      <div className={classes["stepper"]}>
        <Button variant="default" aria-label="One specialist fewer" disabled={value <= 0} onClick={() => onChange(value - 1)}>
          −
        </Button>
        <output aria-live="polite">{value}</output>
        <Button variant="default" aria-label="One specialist more" disabled={value >= 20} onClick={() => onChange(value + 1)}>
          +
        </Button>
      </div>
    </fieldset>
  );
}

function Windows({ value, onChange }: StepperProps) {
  const id = useId();
  return (
    <div>
      <span className={classes["label"]} id={id}>
        Demand as in the last
      </span>
      <SegmentedControl aria-labelledby={id} value={String(value)} onChange={(days) => onChange(Number(days))} data={WINDOWS.map((days) => ({ value: String(days), label: days === 365 ? "year" : `${days} days` }))} />
    </div>
  );
}
