import { useRef, useState, type FormEvent } from "react";
import type { IntakeField, Urgency } from "../../open/gql/graphql";
import { Button } from "../../open/ui/Button";
import { OneOf, type Choice } from "../../open/ui/Choices";
import { TextArea } from "../../open/ui/Field";
import { Frame } from "../../open/ui/Frame";
import styles from "./ask.module.css";
import { DistrictField } from "./DistrictField";
import { EmailField } from "./EmailField";
import { UnlistedFields } from "./UnlistedFields";
import { useAsking } from "./useAsking";

const URGENCIES: readonly Choice<Urgency>[] = [
  { value: "HIGH", label: "This week" },
  { value: "NORMAL", label: "This month" },
  { value: "LOW", label: "No hurry" },
];

const LONGEST_NARRATIVE = 20_000;

/** Asking for help: the district first, then three things more. */
export function AskPage() {
  const { draft, sent, change, errors, problem, busy, submit, clear, visit, website, setWebsite } = useAsking();
  const [restored] = useState(draft.narrative !== "" || draft.district !== null);
  const form = useRef<HTMLFormElement>(null);
  const isPlaced = draft.district !== null || draft.unlisted;
  const errorOf = (field: string) => errors[field] ?? null;
  const toField = (field: IntakeField) => () => visit.reach(field);
  const focus = (name: string) => requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`[name="${name}"], [aria-invalid]`)?.focus());
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (await submit()) requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
  };
  return (
    <Frame>
      <h1>What do you need help with?</h1>
      <p>Coaches from many organisations help school-system leaders, free of charge. Asking takes a minute, and a person reads it.</p>
      {sent !== null && (
        <p className={styles.sent}>
          Your request is in. <a href={sent}>See it</a>, or ask for something else here.
        </p>
      )}
      {restored && isPlaced && (
        <p className={styles.restored}>
          What you began is still here. <Button look="quiet" onClick={clear}>Begin anew</Button>
        </p>
      )}
      <form ref={form} noValidate onSubmit={(event) => void onSubmit(event)}>
        {draft.unlisted ? (
          <UnlistedFields draft={draft} errorOf={errorOf} onChange={change} onReach={(field) => visit.reach(field)} />
        ) : (
          <DistrictField
            key={draft.key}
            chosen={draft.district}
            error={errorOf("leaid")}
            onReach={toField("DISTRICT")}
            onChoose={(district) => {
              change({ district });
              if (district) focus("narrative");
            }}
            onUnlisted={(typed) => {
              change({ unlisted: true, district: null, systemName: typed });
              focus(typed === "" ? "systemName" : "state");
            }}
          />
        )}
        {isPlaced && (
          <>
            <TextArea
              label="What is on your mind?"
              hint="In your own words; a sentence is enough. Please leave out names of students."
              name="narrative"
              rows={5}
              maxLength={LONGEST_NARRATIVE}
              value={draft.narrative}
              error={errorOf("narrative")}
              onFocus={toField("NARRATIVE")}
              onChange={({ target }) => change({ narrative: target.value })}
            />
            <OneOf legend="How soon?" choices={URGENCIES} value={draft.urgency} onFocus={toField("URGENCY")} onChange={(urgency) => change({ urgency })} />
            <EmailField value={draft.email} error={errorOf("email")} onReach={toField("EMAIL")} onChange={(email) => change({ email })} />
            <div className={styles.unseen} aria-hidden="true">
              <label>
                Leave this empty
                <input name="website" tabIndex={-1} autoComplete="off" value={website} onChange={({ target }) => setWebsite(target.value)} />
              </label>
            </div>
            <Button type="submit" busy={busy} className={styles.send ?? ""}>
              {busy ? "Sending" : "Ask for help"}
            </Button>
            <p className={styles.problem} role="alert">
              {problem}
            </p>
            <p className={styles.after}>You can add more afterwards. Who sees it: the network's staff, and the coaches who are asked to help you.</p>
          </>
        )}
      </form>
    </Frame>
  );
}
