import { useMutation } from "@apollo/client/react";
import { SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import type { OwnModel } from "../../gql/graphql";
import { ActionForm } from "../../ui/form/ActionForm";
import { SHOWN_IN, STATE, type Offer } from "./capacityQuery";
import classes from "./capacity.module.css";
import { MODEL_NAMES, numberOf, statedFaults, type Stated } from "./offerWords";
import { SystemField } from "./SystemField";

interface Props {
  /** As it is stated; null = something new. */
  readonly offer: Offer | null;
  readonly today: string;
  readonly onDone: (said: string) => void;
}

/** States coaching days of a system's own people, or changes what was stated. Which system and how they coach stay as they are. */
export function StateForm({ offer, today, onDone }: Props) {
  const [state] = useMutation(STATE, { refetchQueries: SHOWN_IN, awaitRefetchQueries: true });
  // The same statement, however often its button is pressed.
  const [id] = useState(() => offer?.id ?? crypto.randomUUID());
  const [system, setSystem] = useState(offer?.system ?? null);
  const [model, setModel] = useState<OwnModel>(offer?.model ?? "PLUS_TEAM");
  const read = (fields: FormData): Stated => {
    const text = (name: string) => String(fields.get(name) ?? "").trim();
    return {
      systemId: system?.id ?? null,
      model,
      schools: numberOf(text("schools")),
      people: numberOf(text("people")),
      teachers: numberOf(text("teachers")),
      daysPerMonth: numberOf(text("daysPerMonth")),
      activeFrom: text("activeFrom"),
      activeTo: text("activeTo"),
    };
  };
  return (
    <ActionForm
      submit={offer === null ? "State it" : "Change it"}
      takesFocus
      check={(fields) => statedFaults(read(fields))}
      action={async (fields) => {
        const { systemId, teachers, activeTo, ...stated } = read(fields);
        await state({ variables: { input: { id, systemId: systemId ?? "", ...stated, teachers: Number.isNaN(teachers) ? null : teachers, activeTo: activeTo || null } } });
        onDone(`${system?.name ?? "It"}: kept.`);
      }}
    >
      {(faultOf) => (
        <>
          {offer === null && <SystemField onChoose={setSystem} error={faultOf("systemId")} />}
          {offer === null && (
            <>
              <SegmentedControl aria-label="How they coach" fullWidth data={(["PLUS_TEAM", "PEER"] as const).map((value) => ({ value, label: MODEL_NAMES[value] }))} value={model} onChange={(value) => setModel(value as OwnModel)} />
              <p className={classes["muted"]}>
                {model === "PLUS_TEAM" ? "Expert teachers, up to eight a school, who coach, co-teach and free colleagues for over half their time." : "Colleagues who coach each other beside their teaching."}
              </p>
            </>
          )}
          <div className={classes["pair"]}>
            <TextInput name="schools" label="Schools" inputMode="numeric" autoComplete="off" defaultValue={offer?.schools ?? ""} error={faultOf("schools")} />
            <TextInput name="people" label="Teachers who coach" inputMode="numeric" autoComplete="off" defaultValue={offer?.people ?? ""} error={faultOf("people")} />
          </div>
          <div className={classes["pair"]}>
            <TextInput name="teachers" label="Teachers coached" description="If known" inputMode="numeric" autoComplete="off" defaultValue={offer?.teachers ?? ""} error={faultOf("teachers")} />
            <TextInput name="daysPerMonth" label="Days a month" description="All of them together" inputMode="decimal" autoComplete="off" defaultValue={offer?.daysPerMonth ?? ""} error={faultOf("daysPerMonth")} />
          </div>
          <div className={classes["pair"]}>
            <TextInput name="activeFrom" type="date" label="First day" defaultValue={offer?.activeFrom ?? today} error={faultOf("activeFrom")} />
            <TextInput name="activeTo" type="date" label="No longer from" defaultValue={offer?.activeTo ?? ""} error={faultOf("activeTo")} />
          </div>
        </>
      )}
    </ActionForm>
  );
}
