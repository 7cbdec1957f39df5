import { useState, type FormEvent } from "react";
import { graphql } from "../../open/gql";
import { useSending } from "../../open/send";
import { Button } from "../../open/ui/Button";
import { Card } from "../../open/ui/Card";
import { AnyOf } from "../../open/ui/Choices";
import { TextField } from "../../open/ui/Field";
import { Problem } from "../../open/ui/States";
import { readerZone } from "../../open/ui/times";
import styles from "./leaderPage.module.css";
import type { PartProps } from "./page";
import { chosenIn, DAY_PARTS, DAYS, windowsOf } from "./windows";

const COMPLETE = graphql(`
  mutation CompleteRequest($input: CompleteRequestInput!) {
    completeRequest(input: $input) {
      page {
        id
      }
    }
  }
`);

const zoneName = (timeZone: string): string =>
  new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "long" }).formatToParts(new Date()).find(({ type }) => type === "timeZoneName")?.value ?? timeZone;

const LANGUAGES = ["Spanish", "French", "Arabic", "Chinese", "Haitian Creole", "Vietnamese"].map((value) => ({ value, label: value }));

/** What helps to choose coaches. All of it is optional, and can be said anew. */
export function Details({ page: { details }, token, again }: PartProps) {
  const sending = useSending(COMPLETE, token);
  const [name, setName] = useState(details.name ?? "");
  const [role, setRole] = useState(details.role ?? "");
  const [schools, setSchools] = useState(details.schools?.toString() ?? "");
  const [chosen, setChosen] = useState(() => chosenIn(details.windows));
  const [languages, setLanguages] = useState(details.languages);
  const timeZone = details.windows.length > 0 ? (details.timeZone ?? readerZone()) : readerZone();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const windows = windowsOf(chosen.days, chosen.parts);
    const input = { name, role, schools: /^\d+$/.test(schools.trim()) ? Number(schools) : null, timeZone: windows.length > 0 ? timeZone : null, windows, languages: [...languages] };
    if (await sending.run({ input })) await again();
  };
  const known = LANGUAGES.concat(details.languages.filter((word) => !LANGUAGES.some(({ value }) => value === word)).map((value) => ({ value, label: value })));
  return (
    <Card title="What helps us choose">
      <p className={styles.quiet}>All of it is optional.</p>
      <form onSubmit={(event) => void save(event)}>
        <TextField label="Your name" value={name} autoComplete="name" maxLength={200} onChange={({ target }) => setName(target.value)} />
        <TextField label="What you do" hint="Such as principal, or director of curriculum." value={role} autoComplete="organization-title" maxLength={200} onChange={({ target }) => setRole(target.value)} />
        <AnyOf legend="Calls suit me" choices={DAY_PARTS} values={chosen.parts} onChange={(parts) => setChosen({ ...chosen, parts })} />
        {chosen.parts.length > 0 && (
          <>
            <AnyOf legend="On these days (none ticked: any)" choices={DAYS} values={chosen.days} onChange={(days) => setChosen({ ...chosen, days })} />
            <p className={styles.quiet}>Times are in {zoneName(timeZone)}.</p>
          </>
        )}
        <AnyOf legend="A language beside English would help" choices={known} values={languages} onChange={setLanguages} />
        <TextField label="How many schools is it about?" value={schools} inputMode="numeric" maxLength={4} onChange={({ target }) => setSchools(target.value)} />
        <Button type="submit" look="plain" busy={sending.busy}>
          Save
        </Button>
        <output className={styles.saved}>
          {sending.done ? "Saved. Thank you." : ""}
        </output>
        <Problem error={sending.error} />
      </form>
    </Card>
  );
}
