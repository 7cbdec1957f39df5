import { useMutation } from "@apollo/client/react";
import { NativeSelect, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ExclusionReason } from "../../gql/graphql";
import { ActionForm } from "../../ui/form/ActionForm";
import { EXCLUDE } from "./exclusionQuery";
import { WHY_APART } from "./matchWords";
import { useCoachChoices } from "./useCoachChoices";

interface Props {
  readonly system: { readonly id: string; readonly name: string };
  readonly onDone: () => void;
}

const WHYS: readonly ExclusionReason[] = ["LEADER_SAID_NO", "CONFLICT_OF_INTEREST"];

/** Keeps a coach, or all of an organisation, from being matched with a system. */
export function ExclusionForm({ system, onDone }: Props) {
  const coaches = useCoachChoices();
  const [exclude] = useMutation(EXCLUDE);
  // The same press sent twice is one exclusion.
  const [id, setId] = useState(() => crypto.randomUUID());
  const organisations = new Map(coaches.map(({ provider }) => [provider.id, provider.name]));
  return (
    <ActionForm
      key={id}
      submit="Keep them apart"
      check={(fields) => (fields.get("coachId") === "" ? { coachId: "Say who." } : {})}
      action={async (fields) => {
        const [kind = "", ...rest] = String(fields.get("coachId")).split(" ");
        const note = String(fields.get("note") ?? "").trim();
        const whom = kind === "all" ? { providerId: rest.join(" ") } : { coachId: rest.join(" ") };
        await exclude({ variables: { input: { id, systemId: system.id, ...whom, why: WHYS.find((each) => each === fields.get("why")) ?? "LEADER_SAID_NO", note: note === "" ? null : note } } });
        setId(crypto.randomUUID());
        onDone();
      }}
    >
      {(faultOf) => (
        <>
          <Select
            name="coachId"
            label={`Who is not to coach ${system.name}`}
            placeholder="A coach or an organisation"
            data={[
              { group: "All of an organisation", items: [...organisations].map(([value, label]) => ({ value: `all ${value}`, label: `All of ${label}` })) },
              { group: "Coaches", items: coaches.map(({ id: value, name, provider }) => ({ value: `one ${value}`, label: `${name}, ${provider.name}` })) },
            ]}
            searchable
            nothingFoundMessage="Nobody of that name"
            error={faultOf("coachId")}
          />
          <NativeSelect name="why" label="Why" data={WHYS.map((value) => ({ value, label: WHY_APART[value] }))} error={faultOf("why")} />
          <TextInput name="note" label="In a sentence, if it helps" description="For staff alone." maxLength={500} error={faultOf("note")} />
        </>
      )}
    </ActionForm>
  );
}
