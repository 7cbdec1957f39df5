import { graphql } from "../../open/gql";
import { useAnswer } from "../../open/send";
import { Button } from "../../open/ui/Button";
import { TextField } from "../../open/ui/Field";
import styles from "./ask.module.css";
import type { Draft } from "./draft";

const STATES = graphql(`
  query AskStates {
    states {
      code
      name
    }
  }
`);

interface Props {
  readonly draft: Draft;
  readonly errorOf: (field: string) => string | null;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onReach: (field: "SYSTEM" | "STATE") => void;
}

/** Name and state of what the directory does not list. */
export function UnlistedFields({ draft, errorOf, onChange, onReach }: Props) {
  const { data } = useAnswer(STATES, {});
  const fault = errorOf("state");
  return (
    <>
      <TextField
        label="Name of your district or school"
        name="systemName"
        value={draft.systemName}
        maxLength={200}
        autoComplete="organization"
        error={errorOf("systemName")}
        onFocus={() => onReach("SYSTEM")}
        onChange={({ target }) => onChange({ systemName: target.value })}
      />
      <div className={styles.state}>
        <label>
          State
          <select name="state" value={draft.state} aria-invalid={fault ? true : undefined} aria-describedby={fault ? "state-error" : undefined} onFocus={() => onReach("STATE")} onChange={({ target }) => onChange({ state: target.value })}>
            <option value="">Choose</option>
            {(data?.states ?? []).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {fault && <p className={styles.fault} id="state-error">{fault}</p>}
        <Button look="quiet" onClick={() => onChange({ unlisted: false, systemName: "", state: "" })}>
          Look in the list again
        </Button>
      </div>
    </>
  );
}
