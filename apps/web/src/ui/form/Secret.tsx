import { Button } from "@mantine/core";
import { useId, useRef, useState } from "react";
import classes from "./form.module.css";

interface Props {
  readonly label: string;
  readonly text: string;
}

/** Text to take along, with a button that copies it; where the browser forbids that, it is selected instead. */
export function Secret({ label, text }: Props) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState("Copy");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      box.current?.select();
      setSaid("Selected");
    }
  };
  return (
    <div className={classes["secret"]}>
      <label htmlFor={id} className={classes["secretLabel"]}>
        {label}
      </label>
      <div className={classes["secretLine"]}>
        <textarea ref={box} id={id} readOnly rows={text.split("\n").length} spellCheck={false} className={classes["secretText"]} value={text} />
        <Button variant="light" onClick={() => void copy()} aria-label={`${said}: ${label}`}>
          {said}
        </Button>
      </div>
    </div>
  );
}
