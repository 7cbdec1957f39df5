import { useQuery } from "@apollo/client/react";
import { Checkbox, MultiSelect, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import classes from "./caseload.module.css";
import { FOUND_RESOURCES, GUESTS, PEERS, TOPICS } from "./callChoices";
import type { CaseloadEngagement } from "./caseloadQuery";
import type { CallDraft } from "./draft";
import { OneOf } from "./OneOf";
import { LEVELS, MODE_CHOICES, timeOf } from "./words";

interface Props {
  readonly engagement: CaseloadEngagement;
  readonly draft: CallDraft;
  readonly onDraft: (draft: CallDraft) => void;
}

const LENGTHS = [30, 45, 60];

/** The fields of a call, those that every call has first. */
export function LogFields({ engagement, draft, onDraft }: Props) {
  const set = (part: Partial<CallDraft>) => onDraft({ ...draft, ...part });
  const lengths = draft.minutes === null || LENGTHS.includes(draft.minutes) ? LENGTHS : [...LENGTHS, draft.minutes].toSorted((a, b) => a - b);
  return (
    <>
      <Topics engagement={engagement} draft={draft} onDraft={onDraft} />
      <OneOf legend="How hard was the work?" name="level" choices={LEVELS.map((label, place) => ({ value: String(place + 1), label }))} value={draft.level === null ? null : String(draft.level)} onChange={(value) => set({ level: Number(value) })} />
      <OneOf legend="How long?" name="minutes" choices={lengths.map((minutes) => ({ value: String(minutes), label: `${minutes} min` }))} value={draft.minutes === null ? null : String(draft.minutes)} onChange={(value) => set({ minutes: Number(value) })} />
      <TextInput label="Next step" placeholder="In one line" maxLength={300} value={draft.step} onChange={({ currentTarget }) => set({ step: currentTarget.value })} />
      {draft.step.trim() !== "" && (
        <div className={classes["pair"]}>
          <NativeSelect label="Who does it" value={draft.stepWho} data={[{ value: "LEADER", label: "The leader" }, { value: "COACH", label: "The coach" }]} onChange={({ currentTarget }) => set({ stepWho: currentTarget.value === "COACH" ? "COACH" : "LEADER" })} />
          <TextInput type="date" label="By when" value={draft.stepDue} onChange={({ currentTarget }) => set({ stepDue: currentTarget.value })} />
        </div>
      )}
      <details className={classes["more"]} open={draft.note !== "" || draft.resources.length > 0 || draft.coachIds.length > 0 || draft.heldAt !== ""}>
        <summary>Note, resources, when and who</summary>
        <div className={classes["form"]}>
          <Textarea label="Note" description="For the coaches of this relationship, and nobody else." autosize minRows={2} maxLength={10_000} value={draft.note} onChange={({ currentTarget }) => set({ note: currentTarget.value })} />
          <Resources draft={draft} onDraft={onDraft} />
          <TextInput
            type="datetime-local"
            label="When it began"
            description={draft.plannedStart === null ? "Left empty: just now. In your own time zone." : `Left empty: as planned, ${timeOf(draft.plannedStart)}.`}
            value={draft.heldAt}
            onChange={({ currentTarget }) => set({ heldAt: currentTarget.value })}
          />
          <NativeSelect label="How" value={draft.mode ?? "VIDEO"} data={MODE_CHOICES} onChange={({ currentTarget }) => set({ mode: MODE_CHOICES.find(({ value }) => value === currentTarget.value)?.value ?? null })} />
          <Who engagement={engagement} draft={draft} onDraft={onDraft} />
        </div>
      </details>
    </>
  );
}

type PartProps = Pick<Props, "draft" | "onDraft">;

/** Those of last time are there; another is found by typing. */
function Topics({ engagement, draft, onDraft }: PartProps & Pick<Props, "engagement">) {
  const { data } = useQuery(TOPICS);
  const known = [...(engagement.lastSession?.topics ?? []), ...engagement.request.topics];
  const all = data?.topics.nodes ?? known;
  const chosen = draft.topics.filter((id) => !all.some((topic) => topic.id === id));
  const options = [...all, ...known.filter(({ id }) => chosen.includes(id))].map(({ id, label }) => ({ value: id, label }));
  return (
    <MultiSelect
      label="What about?"
      data={[...new Map(options.map((option) => [option.value, option])).values()]}
      value={[...draft.topics]}
      onChange={(topics) => onDraft({ ...draft, topics })}
      searchable
      hidePickedOptions
      maxValues={20}
      nothingFoundMessage="No topic of that name"
      comboboxProps={{ withinPortal: true }}
    />
  );
}

/** Of the hub's shelf: what was used before comes first, the rest by typing. */
function Resources({ draft, onDraft }: PartProps) {
  const [search, setSearch] = useState("");
  const { data: peers } = useQuery(PEERS, { variables: { topics: [...draft.topics] }, skip: draft.topics.length === 0 });
  const { data: found, previousData } = useQuery(FOUND_RESOURCES, { variables: { search: search.trim() }, skip: search.trim().length < 2 });
  const matching = search.trim().length < 2 ? [] : ((found ?? previousData)?.resources.nodes ?? []);
  const usual = (peers?.peerResources ?? []).map(({ resource }) => resource);
  const all = new Map([...draft.resources, ...usual, ...matching].map(({ id, title }) => [id, { id, title }]));
  return (
    <MultiSelect
      label="Resources shared"
      description="Those on these topics come first; type to find others."
      data={[...all.values()].map(({ id, title }) => ({ value: id, label: title }))}
      value={draft.resources.map(({ id }) => id)}
      onChange={(ids) => onDraft({ ...draft, resources: ids.flatMap((id) => all.get(id) ?? []) })}
      searchable
      onSearchChange={setSearch}
      hidePickedOptions
      maxValues={20}
      nothingFoundMessage="Nothing of that name"
    />
  );
}

/** The whole team, unless somebody was missing or joined. Guests are brought in by who leads. */
function Who({ engagement, draft, onDraft }: PartProps & Pick<Props, "engagement">) {
  const { data } = useQuery(GUESTS, { skip: !engagement.leads });
  const team = engagement.coaches;
  const present = draft.coachIds.length === 0 ? team.map(({ id }) => id) : draft.coachIds;
  const guests = present.filter((id) => !team.some((coach) => coach.id === id));
  const choose = (ids: readonly string[]) => {
    const isWholeTeam = ids.length === team.length && team.every(({ id }) => ids.includes(id));
    onDraft({ ...draft, coachIds: isWholeTeam ? [] : ids });
  };
  const others = (data?.coaches.nodes ?? []).filter(({ id, activeTo }) => activeTo === null && !team.some((coach) => coach.id === id));
  return (
    <>
      {team.length > 1 && (
        <fieldset className={classes["checks"]}>
          <legend>Who was there</legend>
          {team.map(({ id, name }) => (
            <Checkbox key={id} label={name} checked={present.includes(id)} onChange={({ currentTarget }) => choose(currentTarget.checked ? [...present, id] : present.filter((each) => each !== id))} />
          ))}
        </fieldset>
      )}
      {engagement.leads && (
        <MultiSelect
          label="Guests"
          description="Coaches who joined this call alone."
          data={others.map(({ id, name, provider }) => ({ value: id, label: `${name}, ${provider.name}` }))}
          value={guests}
          onChange={(ids) => choose([...present.filter((id) => team.some((coach) => coach.id === id)), ...ids])}
          searchable
          hidePickedOptions
          nothingFoundMessage="No coach of that name"
        />
      )}
    </>
  );
}
