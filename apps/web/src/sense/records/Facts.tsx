import type { ReactNode } from "react";
import classes from "./records.module.css";

interface Props {
  /** Term and value; a null value is not known and says so. */
  readonly facts: readonly (readonly [term: string, value: ReactNode])[];
}

/** What is known of a record, term by term. */
export function Facts({ facts }: Props) {
  return (
    <dl className={classes["facts"]}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value ?? <span className={classes["unknown"]}>not known</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
