import { useMutation } from "@apollo/client/react";
import { Button, MultiSelect, NativeSelect, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import type { FrameworkChangeKind } from "../../gql/graphql";
import { ActionForm, type FaultOf } from "../../ui/form/ActionForm";
import { Refused } from "../../ui/form/refusal";
import { firstError } from "../../ui/problem";
import { changeInput, fieldOf, INTO_NEW, KIND_WORDS, KINDS } from "./changeFields";
import classes from "./framework.module.css";
import { ADD_CHANGE, FRAMEWORK_PAGE } from "./frameworkQuery";

interface Named {
  readonly code: string;
  readonly label: string;
}

export interface TopicGroup {
  readonly domain: Named;
  readonly topics: readonly Named[];
}

interface Props {
  readonly groups: readonly TopicGroup[];
  readonly onAdded: (effect: string) => void;
}

const option = ({ code, label }: Named) => ({ value: code, label: `${label} (${code})` });

/** The fields of one topic that the change brings. */
function NewTopicFields({ at, groups, faultOf, legend }: { readonly at: number; readonly groups: readonly TopicGroup[]; readonly faultOf: FaultOf; readonly legend: string }) {
  const [domain, setDomain] = useState(groups[0]?.domain.code ?? "");
  return (
    <fieldset className={classes["part"]}>
      <legend>{legend}</legend>
      <NativeSelect name={`domain${at}`} label="Domain" value={domain} onChange={({ currentTarget }) => setDomain(currentTarget.value)} data={groups.map((group) => option(group.domain))} error={faultOf(`domain${at}`)} />
      <TextInput key={domain} name={`code${at}`} label="Code" description="Capital letters and digits; never used again for anything else." defaultValue={`${domain}-`} autoCapitalize="characters" spellCheck={false} error={faultOf(`code${at}`)} />
      <TextInput name={`label${at}`} label="Label" error={faultOf(`label${at}`)} />
      <Textarea name={`definition${at}`} label="What it covers, in a sentence" autosize minRows={2} error={faultOf(`definition${at}`)} />
    </fieldset>
  );
}

function MergeFields({ groups, faultOf }: { readonly groups: readonly TopicGroup[]; readonly faultOf: FaultOf }) {
  const [topics, setTopics] = useState<string[]>([]);
  const [into, setInto] = useState<string>(INTO_NEW);
  const choices = groups.map(({ domain, topics: own }) => ({ group: domain.label, items: own.map(option) }));
  return (
    <>
      <MultiSelect name="topics" label="Topics that go" data={choices} value={topics} onChange={setTopics} searchable clearable error={faultOf("topics")} />
      <NativeSelect name="into" label="Into" value={into} onChange={({ currentTarget }) => setInto(currentTarget.value)} error={faultOf("into")}>
        <option value={INTO_NEW}>A new topic</option>
        {choices.map(({ group, items }) => (
          <optgroup key={group} label={group}>
            {items.map(({ value, label }) => (
              <option key={value} value={value} disabled={topics.includes(value)}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </NativeSelect>
      {into === INTO_NEW && <NewTopicFields at={0} groups={groups} faultOf={faultOf} legend="The new topic" />}
    </>
  );
}

function OneTopic({ groups, withDomains, faultOf }: { readonly groups: readonly TopicGroup[]; readonly withDomains: boolean; readonly faultOf: FaultOf }) {
  return (
    <NativeSelect name="topics" label={withDomains ? "Topic or domain" : "Topic"} error={faultOf("topics")}>
      {groups.map(({ domain, topics }) => (
        <optgroup key={domain.code} label={domain.label}>
          {[...(withDomains ? [{ ...domain, label: `${domain.label}, the domain` }] : []), ...topics].map(option).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}

/** A change for the draft. What is wrong with a field is said at it. */
export function ChangeForm({ groups, onAdded }: Props) {
  const id = useId();
  const [kind, setKind] = useState<FrameworkChangeKind>("RENAME");
  const [parts, setParts] = useState(2);
  const [add] = useMutation(ADD_CHANGE, { refetchQueries: [FRAMEWORK_PAGE], awaitRefetchQueries: true });
  const send = async (fields: FormData) => {
    try {
      const { data } = await add({ variables: { input: changeInput(kind, fields, parts) } });
      if (data) onAdded(data.addFrameworkChange.change.effect.sentence);
    } catch (error) {
      const refused = firstError(error);
      const { field } = refused?.extensions ?? {};
      if (typeof field === "string" && typeof refused?.message === "string") throw new Refused(refused.message, fieldOf(field));
      throw error;
    }
  };
  return (
    <div className={classes["changeForm"]}>
      <span className={classes["label"]} id={id}>
        What is to change
      </span>
      <SegmentedControl aria-labelledby={id} value={kind} onChange={(value) => setKind(value as FrameworkChangeKind)} data={KINDS.map((value) => ({ value, label: KIND_WORDS[value].label }))} />
      <p className={classes["says"]}>{KIND_WORDS[kind].says}</p>
      <ActionForm key={kind} submit={KIND_WORDS[kind].submit} action={send}>
        {(faultOf) => (
          <>
            {kind === "MERGE" && <MergeFields groups={groups} faultOf={faultOf} />}
            {(kind === "RENAME" || kind === "SPLIT" || kind === "RETIRE") && <OneTopic groups={groups} withDomains={kind === "RENAME"} faultOf={faultOf} />}
            {kind === "RENAME" && <TextInput name="label" label="New label (empty: as it is)" error={faultOf("label")} />}
            {kind === "RENAME" && <Textarea name="definition" label="New definition (empty: as it is)" autosize minRows={2} error={faultOf("definition")} />}
            {kind === "ADD" && <NewTopicFields at={0} groups={groups} faultOf={faultOf} legend="The new topic" />}
            {kind === "SPLIT" && Array.from({ length: parts }, (_, at) => <NewTopicFields key={at} at={at} groups={groups} faultOf={faultOf} legend={`Part ${at + 1}`} />)}
            {kind === "SPLIT" && parts < 12 && (
              <Button variant="light" onClick={() => setParts(parts + 1)}>
                One more part
              </Button>
            )}
          </>
        )}
      </ActionForm>
    </div>
  );
}
