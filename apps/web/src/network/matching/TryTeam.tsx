import { useQuery } from "@apollo/client/react";
import { Button, MultiSelect, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ChoiceReason, TryTeamQuery } from "../../gql/graphql";
import { TRY_TEAM } from "./matchQuery";
import { listed, mailWords, points, REASON_CHOICES } from "./matchWords";
import classes from "./matching.module.css";
import { rathers, type Place } from "./rathers";
import { Terms } from "./Terms";
import { useCoachChoices } from "./useCoachChoices";

interface Props {
  readonly requestId: string;
  readonly system: Place;
  /** The first proposal's score; null = there is none. */
  readonly best: number | null;
  readonly busy: boolean;
  readonly onAsk: (coachIds: readonly string[], why: { readonly reason: ChoiceReason | null; readonly note: string | null }) => void;
}

const isReason = (value: string): value is ChoiceReason => REASON_CHOICES.some((each) => each.value === value);

/** A team of one's own, weighed as it is put together. */
export function TryTeam({ requestId, system, best, busy, onAsk }: Props) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [reason, setReason] = useState<ChoiceReason | null>(null);
  const [note, setNote] = useState("");
  const coaches = useCoachChoices();
  const { data, previousData } = useQuery(TRY_TEAM, { variables: { requestId, coachIds: [...chosen] }, skip: chosen.length === 0, fetchPolicy: "cache-and-network" });
  const tried = chosen.length === 0 ? null : (data ?? previousData)?.tryTeam;
  const names = listed(chosen.map((id) => coaches.find((each) => each.id === id)?.name ?? ""));
  return (
    <section className={classes["try"]} aria-label="A team of your own">
      <MultiSelect
        label="Try a team of your own"
        description="One to three coaches; the first leads."
        data={coaches.map(({ id, name, role, provider }) => ({ value: id, label: `${name}, ${provider.name} (${role === "GENERALIST" ? "generalist" : "specialist"})` }))}
        value={[...chosen]}
        onChange={(value) => setChosen(value)}
        maxValues={3}
        searchable
        nothingFoundMessage="No coach of that name"
        hidePickedOptions
      />
      <div aria-live="polite">
        {tried && (
          <p>
            <span className={classes["score"]}>{points(tried.team.score)}</span> points
            {best !== null && `, where the first choice has ${points(best)}`}. {tried.breaks.join(" ")}
          </p>
        )}
      </div>
      {tried && <Wishes coaches={tried.team.coaches} system={system} />}
      {tried && <Terms terms={tried.team.terms} label={`What the score of ${names} is made of`} />}
      {tried?.allowed === false && <p>A team that breaks this cannot be asked.</p>}
      {tried?.allowed && (
        <form
          className={classes["why"]}
          onSubmit={(event) => {
            event.preventDefault();
            if (!tried.takesReason || reason !== null) onAsk(chosen, { reason, note: note.trim() === "" ? null : note });
          }}
        >
          {tried.takesReason && (
            <>
              <NativeSelect
                label="What decides for them"
                required
                value={reason ?? ""}
                onChange={({ currentTarget }) => setReason(isReason(currentTarget.value) ? currentTarget.value : null)}
                data={[{ value: "", label: "Choose a reason" }, ...REASON_CHOICES]}
              />
              <TextInput label="In a sentence" description="For staff alone; it helps to learn from." maxLength={500} value={note} onChange={({ currentTarget }) => setNote(currentTarget.value)} />
            </>
          )}
          <p className={classes["muted"]}>{mailWords(tried.team)}</p>
          <Button type="submit" loading={busy} variant="light">
            Ask {names}
          </Button>
        </form>
      )}
    </section>
  );
}

function Wishes({ coaches, system }: { readonly coaches: TryTeamQuery["tryTeam"]["team"]["coaches"]; readonly system: Place }) {
  const said = coaches.flatMap(({ id, name, profile }) => {
    const wish = rathers(profile, system);
    return wish === null ? [] : [{ id, name, wish }];
  });
  return said.map(({ id, name, wish }) => (
    <p key={id} className={classes["muted"]}>
      {name}: {wish}
    </p>
  ));
}
