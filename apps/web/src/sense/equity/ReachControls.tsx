import { NativeSelect, SegmentedControl } from "@mantine/core";
import { useId } from "react";
import classes from "./equity.module.css";
import { CUTS, type ReachView } from "./reachView";

interface Props {
  readonly view: ReachView;
  readonly onChange: (param: string, value: string) => void;
}

/** By what those reached are counted, and cut. */
export function ReachControls({ view, onChange }: Props) {
  const id = useId();
  return (
    <>
      <div>
        <span className={classes["controlLabel"]} id={id}>
          Count
        </span>
        <SegmentedControl
          aria-labelledby={id}
          value={view.count}
          onChange={(value) => onChange("count", value === "students" ? value : "")}
          data={[
            { value: "districts", label: "by districts" },
            { value: "students", label: "by students" },
          ]}
        />
      </div>
      <NativeSelect
        label="Groups"
        value={view.by}
        onChange={({ currentTarget }) => onChange("by", currentTarget.value === "LOCALE" ? "" : currentTarget.value.toLowerCase())}
        data={Object.entries(CUTS).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}
