import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import classes from "./admin.module.css";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (words: string) => void;
}

/** Long enough to type a word, short enough not to be noticed. */
const PAUSE_MS = 200;

/** Words to look for; the list follows when typing pauses. */
export function SearchInput({ label, value, onSearch }: Props) {
  const [words, setWords] = useState(value);
  const search = useDebouncedCallback(onSearch, PAUSE_MS);
  return (
    <TextInput
      className={classes["wide"] ?? ""}
      type="search"
      label={label}
      value={words}
      onChange={({ currentTarget }) => {
        setWords(currentTarget.value);
        search(currentTarget.value.trim());
      }}
    />
  );
}
