import { Button } from "../../open/ui/Button";
import { TextField } from "../../open/ui/Field";
import { meantAddress } from "./address";
import styles from "./ask.module.css";

interface Props {
  readonly value: string;
  readonly error: string | null;
  readonly onReach: () => void;
  readonly onChange: (email: string) => void;
}

/** Where the answer goes. What is likely mistyped is said as it is typed, and put right with a tap. */
export function EmailField({ value, error, onReach, onChange }: Props) {
  const meant = meantAddress(value);
  return (
    <>
      <TextField
        label="Your e-mail"
        hint="We answer there, and nowhere else."
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="off"
        spellCheck={false}
        value={value}
        error={error}
        onFocus={onReach}
        onChange={({ target }) => onChange(target.value)}
      />
      <output className={styles.meant}>
        {meant !== null && (
          <>
            Perhaps you mean <Button look="quiet" onClick={() => onChange(meant)}>{meant}</Button>
          </>
        )}
      </output>
    </>
  );
}
