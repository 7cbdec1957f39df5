import { useId } from "react";
import styles from "./ui.module.css";

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface Props<Value extends string> {
  readonly legend: string;
  readonly choices: readonly Choice<Value>[];
  readonly onFocus?: (() => void) | undefined;
}

/** One of a few: each can be pressed whole. */
export function OneOf<Value extends string>({ legend, choices, value, onChange, onFocus }: Props<Value> & { readonly value: Value | null; readonly onChange: (value: Value) => void }) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input type="radio" onFocus={onFocus} name={name} value={choice.value} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Any of them. */
export function AnyOf<Value extends string>({ legend, choices, values, onChange, onFocus }: Props<Value> & { readonly values: readonly Value[]; readonly onChange: (values: readonly Value[]) => void }) {
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={value} className={styles.choice}>
          <input type="checkbox" onFocus={onFocus} checked={values.includes(value)} onChange={({ target }) => onChange(target.checked ? [...values, value] : values.filter((each) => each !== value))} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
