import { MultiSelect } from "@mantine/core";
import { GOVERNANCE_CHOICES, LOCALE_CHOICES, POVERTY_CHOICES, REGION_CHOICES, SIZE_CHOICES } from "./filterChoices";
import { without, type Scope, type ScopeField } from "./scope";
import classes from "./scope.module.css";
import type { useScopeOptions } from "./scopeOptions";
import { TitleIChoice } from "./TitleIChoice";

interface Props {
  readonly scope: Scope;
  readonly options: ReturnType<typeof useScopeOptions>;
  readonly onChange: (scope: Scope) => void;
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
