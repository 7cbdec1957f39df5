import { Button, Pill } from "@mantine/core";
import { useState } from "react";
import { useNetwork } from "../scope/network";
import { PeriodPicker } from "../scope/PeriodPicker";
import { ScopeFilters } from "../scope/ScopeFilters";
import type { Scope } from "../scope/scope";
import scopeClasses from "../scope/scope.module.css";
import { useScopeOptions } from "../scope/scopeOptions";
import { scopeChips } from "../scope/scopeWords";
import classes from "./compare.module.css";

interface Props {
  readonly scope: Scope;
  readonly onChange: (scope: Scope) => void;
}

/** The filters of the part that this one is set beside. */
export function OtherSide({ scope, onChange }: Props) {
  const { today } = useNetwork();
  const options = useScopeOptions();
  const chips = scopeChips(scope, options.names);
  const [open, setOpen] = useState(chips.length === 0);
  return (
    <section className={classes["otherSide"]} aria-label="The other part">
      <h2>The other part</h2>
      <div className={scopeClasses["line"]}>
        <PeriodPicker scope={scope} today={today} published={false} onChange={onChange} />
        <Button variant="light" size="sm" aria-expanded={open} onClick={() => setOpen((shown) => !shown)}>
          {open ? "Close its filters" : "Its filters"}
        </Button>
        <div className={scopeClasses["chips"]}>
          {chips.length === 0 && <span className={scopeClasses["whole"]}>Whole network, all dates</span>}
          {chips.map(({ id, label, rest }) => (
            <Pill
              key={id}
              size="md"
              withRemoveButton
              onRemove={() => onChange(rest)}
              removeButtonProps={{ "aria-label": `Remove ${label} from the other part`, "aria-hidden": false, tabIndex: 0 }}
              classNames={{ root: scopeClasses["chip"] ?? "" }}
            >
              {label}
            </Pill>
          ))}
        </div>
      </div>
      {open && <ScopeFilters scope={scope} options={options} onChange={onChange} />}
    </section>
  );
}
