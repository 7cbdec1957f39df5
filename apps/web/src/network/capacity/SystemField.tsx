import { useQuery } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useId, useMemo, useState } from "react";
import { FIND_SYSTEM } from "./capacityQuery";

interface System {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}

interface Props {
  /** The system whose name stands there; null = none's does. */
  readonly onChoose: (system: System | null) => void;
  readonly error: string | null;
}

const PAUSE_MS = 200;
const SHORTEST = 2;
const nameOf = ({ name, state }: System): string => (state === "" ? name : `${name}, ${state}`);

/** A system of the network, found by a part of its name; the browser's own list offers what was found. */
export function SystemField({ onChoose, error }: Props) {
  const [typed, setTyped] = useState("");
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const list = useId();
  const { data, previousData } = useQuery(FIND_SYSTEM, { variables: { text }, skip: text.length < SHORTEST });
  const latest = data ?? previousData;
  const found = useMemo(() => (latest?.search ?? []).flatMap(({ kind, id, label, detail }) => (kind === "SYSTEM" ? [{ id, name: label, state: detail ?? "" }] : [])), [latest]);
  useEffect(
    function takeWhatIsCalledSo() {
      const system = found.find((each) => nameOf(each) === typed);
      if (system) onChoose(system);
    },
    [found, typed, onChoose],
  );
  return (
    <>
      <TextInput
        name="systemId"
        label="System"
        description="Begin to type its name, and choose it"
        list={list}
        autoComplete="off"
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          onChoose(null);
        }}
        error={error}
      />
      <datalist id={list}>
        {found.map((system) => (
          <option key={system.id} value={nameOf(system)}>
            {nameOf(system)}
          </option>
        ))}
      </datalist>
    </>
  );
}
