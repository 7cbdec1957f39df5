import { NativeSelect, SegmentedControl } from "@mantine/core";
import { useId } from "react";
import { PhoneFold } from "../../ui/PhoneFold";
import classes from "./needs.module.css";
import { COLUMN_NAMES, type NeedsView } from "./needsView";

interface Props {
  readonly view: NeedsView;
  readonly onChange: (param: string, value: string) => void;
}

interface SwitchProps {
  readonly label: string;
  readonly value: string;
  readonly data: { value: string; label: string }[];
  readonly onChange: (value: string) => void;
}

function Switch({ label, ...control }: SwitchProps) {
  const id = useId();
  return (
    <div>
      <span className={classes["label"]} id={id}>
        {label}
      </span>
      <SegmentedControl aria-labelledby={id} {...control} />
    </div>
  );
}

/** What is counted, and how it is laid out. */
export function NeedsControls({ view, onChange }: Props) {
  return (
    <>
      <Switch
        label="Count"
        value={view.evidence}
        onChange={(value) => onChange("evidence", value)}
        data={[
          { value: "REQUESTS", label: "What was asked" },
          { value: "SESSIONS", label: "What was coached" },
        ]}
      />
      <PhoneFold label="Rows and columns">
        <Switch
          label="Rows"
          value={view.rows}
          onChange={(value) => onChange("rows", value)}
          data={[
            { value: "TOPIC", label: "Topics" },
            { value: "DOMAIN", label: "Domains" },
          ]}
        />
        <NativeSelect
          label="Columns"
          value={view.columns}
          onChange={({ currentTarget }) => onChange("columns", currentTarget.value)}
          data={Object.entries(COLUMN_NAMES).map(([value, label]) => ({ value, label }))}
        />
      </PhoneFold>
    </>
  );
}
