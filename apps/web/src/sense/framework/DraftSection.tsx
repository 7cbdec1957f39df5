import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { ConfirmButton } from "../../ui/form/ConfirmButton";
import { Done } from "../../ui/form/Done";
import { List } from "../../ui/list/List";
import { counted } from "../figure/format";
import { ChangeForm, type TopicGroup } from "./ChangeForm";
import classes from "./framework.module.css";
import { changeWords, type Draft } from "./frameworkFinding";
import { FRAMEWORK_PAGE, PUBLISH, REMOVE_CHANGE } from "./frameworkQuery";

function Changes({ draft }: { readonly draft: Draft }) {
  const [remove] = useMutation(REMOVE_CHANGE, { refetchQueries: [FRAMEWORK_PAGE], awaitRefetchQueries: true });
  return (
    <List
      label="Changes of the draft"
      headers={["Change", "What it does to history", "By", ""]}
      rows={draft.changes.map((change) => ({
        id: change.id,
        cells: [
          <strong key="change">{changeWords(change)}</strong>,
          <span key="effect" data-ambiguous={change.effect.ambiguous > 0}>
            {change.effect.sentence}
          </span>,
          change.authorName,
          <ConfirmButton
            key="remove"
            label="Take back"
            name={`Take back: ${changeWords(change)}`}
            question="Take this change back?"
            confirm="Take it back"
            action={async () => void (await remove({ variables: { input: { id: change.id } } }))}
          >
            <p>{changeWords(change)} Nothing of it has happened yet.</p>
          </ConfirmButton>,
        ],
      }))}
    />
  );
}

/** The next version: what it will change, what that does, and the way to publish it. */
export function DraftSection({ draft, groups, isAdmin }: { readonly draft: Draft; readonly groups: readonly TopicGroup[]; readonly isAdmin: boolean }) {
  const [said, setSaid] = useState<string | null>(null);
  const [publish] = useMutation(PUBLISH, { refetchQueries: [FRAMEWORK_PAGE], awaitRefetchQueries: true });
  const { version, changes, faults } = draft;
  const waiting = changes.reduce((sum, { effect }) => sum + effect.ambiguous, 0);
  return (
    <section className={classes["section"]} aria-labelledby="draft">
      <h2 id="draft">{changes.length === 0 ? `Nothing is drafted for version ${version}.` : `${counted(changes.length, "change is", "changes are")} drafted for version ${version}.`}</h2>
      <p className={classes["basis"]}>A draft changes nothing before it is published. Counts are of rows as they are now.</p>
      {said !== null && <Done>{said}</Done>}
      {changes.length > 0 && <Changes draft={draft} />}
      {faults.map((fault) => (
        <p key={fault} className={classes["fault"]}>
          {fault}
        </p>
      ))}
      {changes.length > 0 && isAdmin && faults.length === 0 && (
        <ConfirmButton
          label={`Publish version ${version}`}
          variant="filled"
          question={`Publish version ${version} of the framework?`}
          confirm="Publish it"
          action={async () => {
            await publish({ variables: { input: { version, changes: changes.map(({ id }) => id) } } });
            setSaid(`Version ${version} is the framework now.`);
          }}
        >
          <ul>
            {changes.map((change) => (
              <li key={change.id}>
                {changeWords(change)} {change.effect.sentence}
              </li>
            ))}
          </ul>
          <p>
            Figures, pages and imports follow at once. {waiting > 0 && `${counted(waiting, "row waits", "rows wait")} for somebody to say what they mean. `}This cannot be taken back; a later version can change it again.
          </p>
        </ConfirmButton>
      )}
      {changes.length > 0 && !isAdmin && <p className={classes["basis"]}>An admin publishes it.</p>}
      <h3>Draft a change</h3>
      <ChangeForm key={changes.length} groups={groups} onAdded={(effect) => setSaid(`It is in the draft. ${effect}`)} />
    </section>
  );
}
