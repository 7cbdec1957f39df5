import { Button } from "@mantine/core";
import { useId, useState, type ReactNode } from "react";
import classes from "./PhoneFold.module.css";

interface Props {
  /** What is behind the button. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Controls that a phone keeps behind one button, so that the page's finding and its picture come first. */
export function PhoneFold({ label, children }: Props) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="default" className={classes["opener"] ?? ""} aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
        {label}
      </Button>
      <div id={id} className={classes["folded"]} data-open={isOpen}>
        {children}
      </div>
    </>
  );
}
