import { SegmentedControl } from "@mantine/core";
import { useId } from "react";
import { without, type Scope } from "./scope";
import classes from "./scope.module.css";

interface Props {
  readonly scope: Scope;
  readonly onChange: (scope: Scope) => void;
  readonly disabled?: boolean;
}

/** Title I, not, or either. */
export function TitleIChoice({ scope, onChange, disabled = false }: Props) {
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
        disabled={disabled}
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
