// A list beside a text field, whose keys the field takes: `select` and `datalist` cannot show a place under a name, or what to do when none fits.
/* oxlint-disable jsx-a11y/prefer-tag-over-role jsx-a11y/click-events-have-key-events jsx-a11y/interactive-supports-focus */
import type { AskDistrictsQuery } from "../../open/gql/graphql";
import styles from "./ask.module.css";

export type FoundDistrict = AskDistrictsQuery["districts"]["nodes"][number];

interface Props {
  readonly id: string;
  readonly found: readonly FoundDistrict[];
  /** The place that keys have come to; the last, one past the districts, is "not listed". */
  readonly active: number;
  readonly optionId: (place: number) => string;
  readonly onChoose: (place: number) => void;
}

/** What fits what was typed, and a way on where nothing does. */
export function FoundDistricts({ id, found, active, optionId, onChoose }: Props) {
  const lines = [...found.map(({ name, city, state }) => [name, [city, state].filter(Boolean).join(", ")]), ["Mine is not listed", "Type its name instead"]];
  return (
    <div id={id} role="listbox" aria-label="Districts" className={styles.found}>
      {lines.map(([name, detail], place) => (
        <div
          key={found[place]?.leaid ?? "unlisted"}
          id={optionId(place)}
          role="option"
          aria-selected={place === active}
          // The field keeps the focus, or its list would be gone before it is pressed.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(place)}
        >
          <strong>{name}</strong>
          <span>{detail}</span>
        </div>
      ))}
    </div>
  );
}
