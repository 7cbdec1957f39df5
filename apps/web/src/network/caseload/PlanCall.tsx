import { useMutation } from "@apollo/client/react";
import { Button, Modal, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormAlert } from "../../ui/form/FormAlert";
import { Refused } from "../../ui/form/refusal";
import { useAction } from "../../ui/form/useAction";
import classes from "./caseload.module.css";
import { PLAN, type CaseloadEngagement } from "./caseloadQuery";
import { OneOf } from "./OneOf";
import { localInput, MODE_CHOICES, MODES, proposedStart, timeOf } from "./words";
import { zoneName, zoneReason, ZONES } from "./zone";

type Planned = CaseloadEngagement["plannedCalls"][number];

interface Props {
  readonly engagement: CaseloadEngagement;
  readonly now: string;
  /** The call that is moved; left out = a new one. */
  readonly call?: Planned | undefined;
  readonly onClose: () => void;
  readonly onChange: () => void;
}

/** Plans a call or moves it; leader and coaches get it for their calendars. */
export function PlanCall({ engagement, now, call, onClose, onChange }: Props) {
  const last = engagement.plannedCalls.at(-1);
  const [id] = useState(() => call?.id ?? crypto.randomUUID());
  const [start, setStart] = useState(() => localInput(call ? new Date(call.startsAt) : proposedStart(engagement.lastSession?.heldAt ?? null, now)));
  const [minutes, setMinutes] = useState(call?.minutes ?? engagement.lastSession?.minutes ?? 45);
  const [mode, setMode] = useState(call?.mode ?? last?.mode ?? "VIDEO");
  const [place, setPlace] = useState(call?.place ?? last?.place ?? "");
  const [zone, setZone] = useState(call?.timeZone ?? engagement.callZone.timeZone);
  const [plan] = useMutation(PLAN);
  const instant = start === "" ? null : new Date(start);
  const planning = useAction<void>(async () => {
    if (instant === null || Number.isNaN(instant.getTime())) throw new Refused("Say when the call begins.", "startsAt");
    await plan({ variables: { input: { id, engagementId: engagement.id, startsAt: instant.toISOString(), minutes, mode, place: place.trim() === "" ? null : place.trim(), timeZone: zone } } });
    onChange();
    onClose();
  });
  const lengths = [...new Set([30, 45, 60, minutes])].toSorted((a, b) => a - b);
  const leader = engagement.request.leader?.name ?? "The leader";
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className={classes["title"]}>{call ? "Move the call" : `Plan a call with ${engagement.request.system.name}`}</span>}
      size="lg"
      attributes={{ header: { role: "presentation" } }}
      closeButtonProps={{ "aria-label": "Close" }}
      transitionProps={{ duration: 0 }}
    >
      <form
        className={classes["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          void planning.act();
        }}
      >
        <FormAlert message={planning.refusal?.message ?? null} />
        <TextInput
          type="datetime-local"
          label="When"
          required
          withAsterisk={false}
          value={start}
          description={instant === null ? "In your own time zone." : `For you: ${timeOf(instant.toISOString())}. For the leader: ${timeOf(instant.toISOString(), zone)}.`}
          onChange={({ currentTarget }) => setStart(currentTarget.value)}
        />
        <NativeSelect
          label="The leader's time zone"
          description={call === undefined && zone === engagement.callZone.timeZone ? zoneReason(engagement.callZone) : "In which mails tell the leader the time."}
          value={zone}
          data={[...new Set([zone, ...ZONES])].map((value) => ({ value, label: zoneName(value) }))}
          onChange={({ currentTarget }) => setZone(currentTarget.value)}
        />
        <OneOf legend="How long?" name="minutes" choices={lengths.map((value) => ({ value: String(value), label: `${value} min` }))} value={String(minutes)} onChange={(value) => setMinutes(Number(value))} />
        <NativeSelect label="How" value={mode} data={MODE_CHOICES} onChange={({ currentTarget }) => setMode(MODE_CHOICES.find(({ value }) => value === currentTarget.value)?.value ?? "VIDEO")} />
        <TextInput label="Link or number" placeholder={MODES[mode] === MODES.PHONE ? "A telephone number" : "https://"} maxLength={500} value={place} onChange={({ currentTarget }) => setPlace(currentTarget.value)} />
        <p className={classes["quiet"]}>{leader} and the team get it by mail, for their calendars.</p>
        <div className={classes["foot"]}>
          <Button type="submit" loading={planning.busy}>
            {call ? "Move the call" : "Plan the call"}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
