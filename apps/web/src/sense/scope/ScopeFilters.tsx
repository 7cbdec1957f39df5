import { MultiSelect, SegmentedControl } from "@mantine/core";
import { ENROLLMENT_BANDS, GOVERNANCES, LOCALES, POVERTY_BANDS, REGIONS } from "@arl/schema/enums";
import { useId } from "react";
import { without, type Scope, type ScopeField } from "./scope";
import classes from "./scope.module.css";
import type { useScopeOptions } from "./scopeOptions";
import { GOVERNANCE_NAMES, LOCALE_NAMES, POVERTY_NAMES, REGION_NAMES, SIZE_NAMES } from "./scopeWords";

interface Props {
  readonly scope: Scope;
  readonly options: ReturnType<typeof useScopeOptions>;
  readonly onChange: (scope: Scope) => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

const choices = <Word extends string>(words: readonly Word[], names: Record<Word, string>): Choice[] =>
  words.map((value) => ({ value, label: names[value] }));

const REGION_CHOICES = choices(REGIONS, REGION_NAMES);
const LOCALE_CHOICES = choices(LOCALES, LOCALE_NAMES);
const POVERTY_CHOICES = choices(POVERTY_BANDS, POVERTY_NAMES);
const SIZE_CHOICES = choices(ENROLLMENT_BANDS, SIZE_NAMES);
const GOVERNANCE_CHOICES = choices(GOVERNANCES, GOVERNANCE_NAMES);

function TitleIChoice({ scope, onChange }: Omit<Props, "options">) {
  const id = useId();
  const value = scope.titleI === undefined ? "any" : String(scope.titleI);
  const choose = (next: string) =>
    onChange({ ...without(scope, "titleI"), ...(next === "any" ? {} : { titleI: next === "true" }) });
  return (
    <div>
      <span className={classes["label"]} id={id}>
        Title I (40% or more low-income)
      </span>
      <SegmentedControl
        fullWidth
        aria-labelledby={id}
        value={value}
        onChange={choose}
        data={[
          { value: "any", label: "Any" },
          { value: "true", label: "Title I" },
          { value: "false", label: "Not" },
        ]}
      />
    </div>
  );
}

/** Every filter there is. Each change is in the address at once; the page follows when its figures are there. */
export function ScopeFilters({ scope, options, onChange }: Props) {
  const select = (field: ScopeField, label: string, data: React.ComponentProps<typeof MultiSelect>["data"], value: readonly string[] = []) => (
    <MultiSelect
      label={label}
      data={data ?? []}
      value={[...value]}
      onChange={(words) => onChange({ ...without(scope, field), ...(words.length === 0 ? {} : { [field]: words }) })}
      searchable
      hidePickedOptions
      clearable
      nothingFoundMessage="None of that name"
      maxDropdownHeight={320}
      comboboxProps={{ transitionProps: { duration: 0 }, shadow: "sm", withinPortal: false }}
    />
  );
  const states = options.states.map(({ code, name }) => ({ value: code, label: name }));
  const providers = options.providers.map(({ id, name }) => ({ value: id, label: name }));
  const topics = options.topicGroups.map(({ group, items }) => ({ group, items: [...items] }));
  return (
    <div className={classes["filters"]}>
      {select("states", "States", states, scope.states)}
      {select("regions", "Regions", REGION_CHOICES, scope.regions)}
      {select("locales", "Locale", LOCALE_CHOICES, scope.locales)}
      {select("povertyBands", "Children in poverty", POVERTY_CHOICES, scope.povertyBands)}
      {select("enrollmentBands", "Size", SIZE_CHOICES, scope.enrollmentBands)}
      {select("governance", "Governance", GOVERNANCE_CHOICES, scope.governance)}
      {select("providers", "Provider organisation", providers, scope.providers)}
      {select("topics", "Topic", topics, scope.topics)}
      <TitleIChoice scope={scope} onChange={onChange} />
    </div>
  );
}
