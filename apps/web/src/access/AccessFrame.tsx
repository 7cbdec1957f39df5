import { useEffect, useRef, type ReactNode } from "react";
import classes from "./access.module.css";

interface Props {
  /** What the browser's tab says. */
  readonly name: string;
  readonly title: string;
  readonly lede: ReactNode;
  readonly children?: ReactNode;
}

/** A page before or around signing in: one question, one column. */
export function AccessFrame({ name, title, lede, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(
    function nameThePage() {
      document.title = `${name} · Coaching network`;
      const { activeElement, body } = document;
      const inForm = activeElement instanceof HTMLInputElement;
      if (activeElement !== body && !inForm) heading.current?.focus({ preventScroll: true });
    },
    [name],
  );
  return (
    <div className={classes["page"]}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <div className={classes["lede"]}>{lede}</div>
      {children}
    </div>
  );
}
