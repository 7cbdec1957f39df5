import { SegmentedControl, Select } from "@mantine/core";
import { useId } from "react";
import { without, type Scope, type ScopeField } from "./scope";
import classes from "./scope.module.css";
import { TitleIChoice } from "./TitleIChoice";
import { GOVERNANCE_CHOICES, LOCALE_CHOICES, POVERTY_CHOICES, REGION_CHOICES, SIZE_CHOICES, type Choice } from "./filterChoices";
import type { useScopeOptions } from "./scopeOptions";
import { FILTERS_MAX, filtersSet, isOwnWork, type Looker } from "./showing";

interface Props {
  readonly scope: Scope;
  readonly options: ReturnType<typeof useScopeOptions>;
  readonly viewer: Looker;
  readonly onChange: (scope: Scope) => void;
}

type Group = { readonly group: string; readonly items: Choice[] };

/** A lead's switch between the whole network and the own organisation. */
function WhoseWork({ scope, viewer, onChange }: Omit<Props, "options">) {
  const id = useId();
  const own = viewer.provider?.id;
  if (own === undefined || !viewer.roles.includes("PROVIDER")) return null;
  const choose = (whose: string) => onChange({ ...without(scope, "providers"), ...(whose === "own" ? { providers: [own] } : {}) });
  return (
    <div>
      <span className={classes["label"]} id={id}>
        Whose work
      </span>
      <SegmentedControl
        fullWidth
        aria-labelledby={id}
        value={isOwnWork(viewer, scope) ? "own" : "network"}
        onChange={choose}
        data={[
          { value: "network", label: "The network" },
          { value: "own", label: "Our own" },
        ]}
      />
    </div>
  );
}

/** The filters of the published set: one value each, two at most, so that no two answers can be subtracted to find a single system. */
export function PublishedFilters({ scope, options, viewer, onChange }: Props) {
  const full = filtersSet(scope) >= FILTERS_MAX;
  const select = (field: ScopeField, label: string, data: Choice[] | Group[], value: string | undefined, counted = true) => (
    <Select
      label={label}
      data={data}
      value={value ?? null}
      disabled={counted && full && value === undefined}
      onChange={(word) => onChange({ ...without(scope, field), ...(word === null ? {} : { [field]: [word] }) })}
      searchable
      clearable
      nothingFoundMessage="None of that name"
      maxDropdownHeight={320}
      comboboxProps={{ transitionProps: { duration: 0 }, shadow: "sm", withinPortal: false }}
    />
  );
  const places: Group[] = [
    { group: "Regions", items: REGION_CHOICES.map(({ value, label }) => ({ value: `region:${value}`, label })) },
    { group: "States", items: options.states.map(({ code, name }) => ({ value: `state:${code}`, label: name })) },
  ];
  const place = scope.regions?.[0] === undefined ? (scope.states?.[0] === undefined ? undefined : `state:${scope.states[0]}`) : `region:${scope.regions[0]}`;
  const choosePlace = (word: string | null) => {
    const [kind, code] = word?.split(":") ?? [];
    const chosen = code === undefined ? {} : kind === "region" ? { regions: [code as never] } : { states: [code] };
    onChange({ ...without(scope, "states", "regions"), ...chosen });
  };
  const topics = options.topicGroups.map(({ group, items }) => ({ group, items: [...items] }));
  return (
    <>
      <p className={classes["published"]}>
        Protected figures take one value of each filter, and two filters at most.{full && " Clear one to choose another."}
      </p>
      <div className={classes["filters"]}>
        <WhoseWork scope={scope} viewer={viewer} onChange={onChange} />
        <Select
          label="Place"
          data={places}
          value={place ?? null}
          disabled={full && place === undefined}
          onChange={choosePlace}
          searchable
          clearable
          nothingFoundMessage="None of that name"
          maxDropdownHeight={320}
          comboboxProps={{ transitionProps: { duration: 0 }, shadow: "sm", withinPortal: false }}
        />
        {select("locales", "Locale", LOCALE_CHOICES, scope.locales?.[0])}
        {select("povertyBands", "Children in poverty", POVERTY_CHOICES, scope.povertyBands?.[0])}
        {select("enrollmentBands", "Size", SIZE_CHOICES, scope.enrollmentBands?.[0])}
        {select("governance", "Governance", GOVERNANCE_CHOICES, scope.governance?.[0])}
        {select("topics", "Topic", topics, scope.topics?.[0], false)}
        <TitleIChoice scope={scope} onChange={onChange} disabled={full && scope.titleI === undefined} />
      </div>
    </>
  );
}
