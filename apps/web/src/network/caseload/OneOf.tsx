import classes from "./caseload.module.css";

interface Props {
  readonly legend: string;
  readonly name: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}

/** One of a few, each a target for a thumb. */
export const OneOf = ({ legend, name, choices, value, onChange }: Props) => (
  <fieldset className={classes["choices"]}>
    <legend>{legend}</legend>
    {choices.map((choice) => (
      <label key={choice.value} className={classes["choice"]}>
        <input type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => onChange(choice.value)} />
        <span>{choice.label}</span>
      </label>
    ))}
  </fieldset>
);
