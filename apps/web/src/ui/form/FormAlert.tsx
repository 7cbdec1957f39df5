import { useEffect, useRef } from "react";
import classes from "./form.module.css";

/** What went wrong with the form as a whole; takes the focus, so that it is read out. */
export function FormAlert({ message }: { readonly message: string | null }) {
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(
    function readItOut() {
      if (message !== null) ref.current?.focus();
    },
    [message],
  );
  if (message === null) return null;
  return (
    <p ref={ref} role="alert" tabIndex={-1} className={classes["alert"]}>
      {message}
    </p>
  );
}
