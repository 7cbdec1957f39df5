import { useMutation, useQuery } from "@apollo/client/react";
import { Checkbox, NumberInput, TagsInput, TextInput } from "@mantine/core";
import { useState } from "react";
import type { EnrollmentBand, Locale, OwnProfileQuery } from "../../gql/graphql";
import { ActionForm } from "../../ui/form/ActionForm";
import { Done } from "../../ui/form/Done";
import { LoadBar } from "./LoadBar";
import { loadWords } from "./matchWords";
import classes from "./matching.module.css";
import { OWN_PROFILE, SET_PROFILE } from "./offersQuery";
import { DAYS, PARTS, partsIn, readerZone, windowsFrom } from "./weekParts";

const LOCALES: readonly { readonly value: Locale; readonly label: string }[] = [
  { value: "CITY", label: "City" },
  { value: "SUBURB", label: "Suburb" },
  { value: "TOWN", label: "Town" },
  { value: "RURAL", label: "Country" },
];
const SIZES: readonly { readonly value: EnrollmentBand; readonly label: string }[] = [
  { value: "UNDER_1K", label: "Under 1,000" },
  { value: "FROM_1K_TO_5K", label: "1,000 to 5,000" },
  { value: "FROM_5K_TO_25K", label: "5,000 to 25,000" },
  { value: "OVER_25K", label: "Over 25,000" },
];

type Coach = OwnProfileQuery["coach"];

/** What a coach says of themselves, so that they are asked for what suits them: their own, or anybody's for staff. */
export function CoachProfileForm({ coachId }: { readonly coachId: string }) {
  const { data } = useQuery(OWN_PROFILE, { variables: { coachId } });
  return data === undefined ? null : <Profile key={data.coach.profile?.updatedAt ?? "none"} coach={data.coach} />;
}

function Profile({ coach }: { readonly coach: Coach }) {
  const { profile, load } = coach;
  const [set] = useMutation(SET_PROFILE, { refetchQueries: [OWN_PROFILE], awaitRefetchQueries: true });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => partsIn(profile?.windows ?? []));
  const [languages, setLanguages] = useState<readonly string[]>(profile?.languages ?? []);
  const [done, setDone] = useState(false);
  const zone = profile?.timeZone ?? readerZone();
  const used = load?.hours == null ? null : (load.used + load.offered) / load.hours;
  return (
    <section className={classes["section"]} aria-labelledby="profile">
      <h2 id="profile">When you can coach</h2>
      {load && <LoadBar share={used} words={`${loadWords(used, load.hours).replace(" with this", "")} taken · ${load.openRelationships} open ${load.openRelationships === 1 ? "relationship" : "relationships"}`} />}
      {done && <Done>It is kept. From now on you are asked accordingly.</Done>}
      <ActionForm
        submit="Keep this"
        action={async (fields) => {
          const most = String(fields.get("maxRelationships") ?? "");
          const paused = String(fields.get("pausedUntil") ?? "");
          await set({
            variables: {
              input: {
                coachId: coach.id,
                languages: [...languages],
                timeZone: String(fields.get("timeZone") ?? ""),
                windows: windowsFrom(chosen),
                maxRelationships: most === "" ? null : Number(most),
                pausedUntil: paused === "" ? null : paused,
                locales: LOCALES.map(({ value }) => value).filter((value) => fields.getAll("locales").includes(value)),
                enrollmentBands: SIZES.map(({ value }) => value).filter((value) => fields.getAll("sizes").includes(value)),
              },
            },
          });
          setDone(true);
        }}
      >
        {(faultOf) => (
          <div className={classes["fields"]}>
            <TextInput name="timeZone" label="Your time zone" defaultValue={zone} error={faultOf("timeZone")} />
            <WeekGrid chosen={chosen} onChange={setChosen} />
            <TagsInput label="Languages beside English" value={[...languages]} onChange={setLanguages} data={["Spanish", "Chinese", "Vietnamese", "Arabic", "Haitian Creole", "Navajo", "Hmong", "Russian"]} error={faultOf("languages")} />
            <NumberInput name="maxRelationships" label="Relationships at once, at most" description="Empty: as many as your hours allow." min={0} max={100} defaultValue={profile?.maxRelationships ?? ""} error={faultOf("maxRelationships")} />
            <TextInput name="pausedUntil" type="date" label="Nothing new before" description="Empty: you take on new work." defaultValue={profile?.pausedUntil ?? ""} error={faultOf("pausedUntil")} />
            <Chosen legend="Places you would rather work with" name="locales" choices={LOCALES} standing={profile?.locales ?? []} />
            <Chosen legend="Sizes you would rather work with, in students" name="sizes" choices={SIZES} standing={profile?.enrollmentBands ?? []} />
          </div>
        )}
      </ActionForm>
    </section>
  );
}

function Chosen({ legend, name, choices, standing }: { readonly legend: string; readonly name: string; readonly choices: readonly { readonly value: string; readonly label: string }[]; readonly standing: readonly string[] }) {
  return (
    <Checkbox.Group label={legend} description="Staff see it; it decides nothing by itself." defaultValue={[...standing]}>
      <div className={classes["buttons"]}>
        {choices.map(({ value, label }) => (
          <Checkbox key={value} name={name} value={value} label={label} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function WeekGrid({ chosen, onChange }: { readonly chosen: ReadonlySet<string>; readonly onChange: (chosen: ReadonlySet<string>) => void }) {
  const toggle = (key: string) => onChange(new Set(chosen.has(key) ? [...chosen].filter((each) => each !== key) : [...chosen, key]));
  return (
    <fieldset className={classes["days"]}>
      <legend>When you have time for calls</legend>
      <span />
      {DAYS.map(({ day, label }) => (
        <span key={day} aria-hidden="true">
          {label}
        </span>
      ))}
      {PARTS.map((part) => (
        <WeekRow key={part.key} part={part} chosen={chosen} toggle={toggle} />
      ))}
    </fieldset>
  );
}

function WeekRow({ part, chosen, toggle }: { readonly part: (typeof PARTS)[number]; readonly chosen: ReadonlySet<string>; readonly toggle: (key: string) => void }) {
  return (
    <>
      <span>{part.label}</span>
      {DAYS.map(({ day, label }) => {
        const key = `${day} ${part.key}`;
        return (
          <label key={key}>
            <input type="checkbox" aria-label={`${label}, ${part.label}`} checked={chosen.has(key)} onChange={() => toggle(key)} />
          </label>
        );
      })}
    </>
  );
}
