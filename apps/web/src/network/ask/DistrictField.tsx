import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { graphql } from "../../open/gql";
import { send } from "../../open/send";
import { Button } from "../../open/ui/Button";
import styles from "./ask.module.css";
import type { ChosenDistrict } from "./draft";
import { FoundDistricts, type FoundDistrict } from "./FoundDistricts";

const DISTRICTS = graphql(`
  query AskDistricts($search: String!) {
    districts(search: $search, first: 6) {
      nodes {
        leaid
        name
        city
        state
      }
    }
  }
`);

interface Props {
  readonly chosen: ChosenDistrict | null;
  readonly error: string | null;
  readonly onChoose: (district: ChosenDistrict | null) => void;
  readonly onUnlisted: (typed: string) => void;
  readonly onReach: () => void;
}

const LEAST_LETTERS = 2;
const LONGEST_SEARCH = 100;
const PAUSE_MS = 120;

const nameOf = ({ name, state }: Pick<FoundDistrict, "name" | "state">) => `${name}, ${state}`;

/** Which of the found districts typing or keys have come to; the last place is "not listed". */
const moved = (active: number, by: number, places: number) => (active + by + places) % places;

/** Looks a district up while one types. */
function useFound(typed: string): readonly FoundDistrict[] | null {
  const [found, setFound] = useState<readonly FoundDistrict[] | null>(null);
  const search = typed.trim().slice(0, LONGEST_SEARCH);
  useEffect(() => {
    let isLatest = true;
    const look = async () => {
      // Without the directory one still gets on: the name is typed.
      const nodes = search.length < LEAST_LETTERS ? null : await send(DISTRICTS, { search }).then(({ districts }) => districts.nodes, () => []);
      if (isLatest) setFound(nodes);
    };
    const timer = setTimeout(() => void look(), PAUSE_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [search]);
  return search.length < LEAST_LETTERS ? null : found;
}

/** The district, by typing: a combobox with a list, as the ARIA practices describe it. */
export function DistrictField({ chosen, error, onChoose, onUnlisted, onReach }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(chosen ? nameOf(chosen) : "");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = useFound(chosen ? "" : typed);
  const options = found ?? [];
  const isShown = isOpen && found !== null;
  const field = useRef<HTMLInputElement>(null);
  // A tap beside the list closes it, and a phone's keyboard may: there is a way back to it.
  const isLeft = !isOpen && !chosen && typed.trim() !== "";
  const isLooking = isOpen && found === null && !chosen && typed.trim().length >= LEAST_LETTERS;
  const choose = (place: number) => {
    const district = options[place];
    setOpen(false);
    if (!district) return onUnlisted(typed.trim());
    setTyped(nameOf(district));
    onChoose({ leaid: district.leaid, name: district.name, state: district.state });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") return setOpen(false);
    if (!isShown) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setActive((place) => moved(place, event.key === "ArrowDown" ? 1 : -1, options.length + 1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(active);
    }
  };
  const optionId = (place: number) => `${id}-option-${place}`;
  return (
    <div className={styles.district}>
      <label htmlFor={id}>Your district or school</label>
      <p id={`${id}-hint`}>Type a few letters of its name, city or state.</p>
      <input
        ref={field}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="next"
        aria-expanded={isShown}
        aria-controls={isShown ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isShown ? optionId(active) : undefined}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={error ? true : undefined}
        value={typed}
        onFocus={() => {
          onReach();
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onChange={({ target }) => {
          setTyped(target.value);
          setActive(0);
          setOpen(true);
          if (chosen) onChoose(null);
        }}
        onKeyDown={onKeyDown}
      />
      {isShown && <FoundDistricts id={`${id}-list`} found={options} active={active} optionId={optionId} onChoose={choose} />}
      {isLooking && <p className={styles.looking}>Looking …</p>}
      {isLeft && (
        <p className={styles.looking}>
          Nothing is chosen yet.{" "}
          <Button
            look="quiet"
            onClick={() => {
              field.current?.focus();
              setOpen(true);
            }}
          >
            Choose from the list
          </Button>
        </p>
      )}
      <output className={styles.unseen}>{isShown ? `${options.length} found. Use the arrow keys.` : ""}</output>
      {error && (
        <p className={styles.fault} id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
