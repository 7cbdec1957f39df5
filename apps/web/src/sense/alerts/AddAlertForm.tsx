import { useMutation } from "@apollo/client/react";
import { NativeSelect, NumberInput } from "@mantine/core";
import { useState } from "react";
import type { AlertKind } from "../../gql/graphql";
import { ActionForm } from "../../ui/form/ActionForm";
import { without, type Scope } from "../scope/scope";
import { useScopeOptions } from "../scope/scopeOptions";
import { scopeChips } from "../scope/scopeWords";
import { ADD_ALERT, ALERTS } from "./alertsQuery";
import { KIND_WORDS, KINDS } from "./alertWords";

interface Props {
  /** The part of the network that was looked at before; its period is left out. */
  readonly scope: Scope;
  readonly onAdded: (found: string) => void;
}

/** A threshold to be written to about. */
export function AddAlertForm({ scope, onAdded }: Props) {
  const [add] = useMutation(ADD_ALERT, { refetchQueries: [ALERTS], awaitRefetchQueries: true });
  const { topicGroups, names } = useScopeOptions();
  const [kind, setKind] = useState<AlertKind>("OLDEST_UNMATCHED");
  const { threshold, suggested, ofTopic } = KIND_WORDS[kind];
  const watched = without(scope, "from", "to", ...(ofTopic ? (["topics"] as const) : []));
  const chips = scopeChips(watched, names);
  return (
    <ActionForm
      submit="Watch it"
      check={(fields): Record<string, string> => (Number(fields.get("threshold")) > 0 ? {} : { threshold: "Give a number over 0." })}
      action={async (fields) => {
        const topics = ofTopic ? { topics: [String(fields.get("topic") ?? "")] } : {};
        const { data } = await add({ variables: { input: { kind, threshold: Number(fields.get("threshold")), scope: { ...watched, ...topics } as never } } });
        if (data) onAdded(data.addAlert.alert.found ?? "");
      }}
    >
      {(faultOf) => (
        <>
          <NativeSelect
            name="kind"
            label="Write to me when"
            value={kind}
            onChange={({ currentTarget }) => setKind(currentTarget.value as AlertKind)}
            data={KINDS.map((value) => ({ value, label: KIND_WORDS[value].label }))}
            error={faultOf("kind")}
          />
          {ofTopic && <NativeSelect name="topic" label="Topic" data={topicGroups.flatMap(({ items }) => items.slice(1))} error={faultOf("topics")} />}
          <NumberInput key={kind} name="threshold" label={threshold} defaultValue={suggested} min={0} step={suggested < 2 ? 0.1 : 1} hideControls error={faultOf("threshold")} />
          <p>In {chips.length === 0 ? "the whole network" : chips.map(({ label }) => label).join(", ")}.</p>
        </>
      )}
    </ActionForm>
  );
}
