import type { ButtonHTMLAttributes } from "react";
import styles from "./ui.module.css";

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `main`: the one thing to do; `plain`: one of several; `quiet`: what few need. */
  readonly look?: "main" | "plain" | "quiet";
  /** It is being done: the button says so and takes no second press. */
  readonly busy?: boolean;
}

/** A button of at least 44 px. */
export const Button = ({ look = "main", busy = false, type = "button", className, children, ...rest }: Props) => (
  <button {...rest} type={type} className={[styles.button, styles[look], className].filter(Boolean).join(" ")} aria-disabled={busy || undefined} onClick={busy ? (event) => event.preventDefault() : rest.onClick}>
    {children}
  </button>
);
