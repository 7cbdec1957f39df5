import { Button } from "@mantine/core";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import classes from "./fold.module.css";

/** About three screens of a phone, in CSS pixels: what is longer begins folded there. */
const LONG = 2000;

interface Props {
  /** What the button brings: "all 59 topics". */
  readonly what: string;
  readonly children: ReactNode;
}

/** A long list, on a phone cut to its beginning until the reader asks for the rest. Wide screens and paper show all of it. */
export function Fold({ what, children }: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isLong, setIsLong] = useState(false);
  const [isOpen, setIsOpen] = useState(false);

  useEffect(function measureTheList() {
    if (list.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setIsLong((entry?.contentRect.height ?? 0) > LONG));
    observer.observe(list.current);
    return () => observer.disconnect();
  }, []);

  const toggle = () => {
    if (isOpen) box.current?.scrollIntoView({ block: "start" });
    setIsOpen(!isOpen);
  };

  return (
    <>
      {/* Focus, or a search in the page, that lands below the cut scrolls the box: then it opens. */}
      <div className={classes["box"]} id={id} ref={box} data-folded={isLong && !isOpen} onScroll={() => setIsOpen(true)}>
        <div ref={list}>{children}</div>
      </div>
      {isLong && (
        <Button variant="light" className={classes["more"] ?? ""} aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
          {isOpen ? "Show the beginning only" : `Show ${what}`}
        </Button>
      )}
    </>
  );
}
