import { SegmentedControl } from "@mantine/core";
import { useId } from "react";
import { useNetwork } from "../scope/network";
import type { Scope } from "../scope/scope";
import { comparedScopes, writeVs, type Vs } from "../scope/vs";
import classes from "./compare.module.css";
import type { Evidence } from "./compareRows";
import { OtherSide } from "./OtherSide";

interface Props {
  readonly scope: Scope;
  readonly vs: Vs;
  readonly evidence: Evidence;
  readonly onParam: (param: string, value: string) => void;
}

/** What the page's part is set beside, and what topics are counted in. */
export function CompareControls({ scope, vs, evidence, onParam }: Props) {
  const { today } = useNetwork();
  const [vsId, evidenceId] = [useId(), useId()];
  const isOpen = (kind: "previous" | "rest") => comparedScopes(scope, { kind }, today) !== null;
  const choose = (kind: string) => onParam("vs", kind === "scope" ? "all" : kind);
  return (
    <div className={classes["controls"]}>
      <div className={classes["line"]}>
        <div>
          <span className={classes["legend"]} id={vsId}>
            Beside it
          </span>
          <SegmentedControl
            aria-labelledby={vsId}
            value={vs.kind}
            onChange={choose}
            data={[
              { value: "previous", label: "Period before", disabled: !isOpen("previous") },
              { value: "rest", label: "The rest", disabled: !isOpen("rest") },
              { value: "scope", label: "Another part" },
            ]}
          />
        </div>
        <div>
          <span className={classes["legend"]} id={evidenceId}>
            Topics
          </span>
          <SegmentedControl
            aria-labelledby={evidenceId}
            value={evidence}
            onChange={(value) => onParam("evidence", value)}
            data={[
              { value: "REQUESTS", label: "What was asked" },
              { value: "SESSIONS", label: "What was coached" },
            ]}
          />
        </div>
      </div>
      {vs.kind === "scope" && <OtherSide scope={vs.scope} onChange={(next) => onParam("vs", writeVs({ kind: "scope", scope: next }))} />}
    </div>
  );
}
