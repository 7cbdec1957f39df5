import { useState } from "react";
import type { MatchStandingQuery } from "../../gql/graphql";
import { Done } from "../../ui/form/Done";
import { ExclusionForm } from "./ExclusionForm";
import { KeptApart } from "./KeptApart";
import classes from "./matching.module.css";

interface Props {
  readonly system: MatchStandingQuery["request"]["system"];
  /** Coaches who are asked about a request of the system at this moment, by name. */
  readonly asked: string | null;
}

/** Who is not to coach a system, and the form that says so. */
export function KeptFromSystem({ system, asked }: Props) {
  const [done, setDone] = useState(false);
  const { exclusions, name } = system;
  return (
    <details className={classes["terms"]}>
      <summary>{exclusions.length === 0 ? `Keep somebody from ${name}` : `Who is kept from ${name}: ${exclusions.length}`}</summary>
      <div className={classes["section"]}>
        {done && <Done>It is written down. They are proposed there no more.{asked !== null && ` An offer to ${asked} still stands: take it back if it is theirs.`}</Done>}
        {exclusions.length > 0 && (
          <ul className={classes["reasons"]}>
            {exclusions.map((exclusion) => (
              <KeptApart key={exclusion.id} exclusion={exclusion} onDone={() => setDone(false)} />
            ))}
          </ul>
        )}
        <ExclusionForm system={system} onDone={() => setDone(true)} />
      </div>
    </details>
  );
}
