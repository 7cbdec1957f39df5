import type { Refused } from "../send";
import { Button } from "./Button";
import styles from "./ui.module.css";

/** What is shown until there is something to show; only after a moment, so that a fast answer does not flicker. */
export const Loading = () => (
  <output className={styles.loading}>One moment.</output>
);

/** The page could not be had. */
export function Failed({ error = null, again }: { readonly error?: Refused | null; readonly again: () => void }) {
  if (error?.code === "NOT_FOUND" || error?.code === "UNAUTHENTICATED") return <LinkGone />;
  return (
    <div role="alert">
      <h1>That did not work</h1>
      <p>{error?.message ?? "The page could not be loaded. The connection may be gone for a moment."}</p>
      <Button onClick={again}>Try again</Button>
    </div>
  );
}

/** A private link that has run out or was ended, or lost letters on the way. */
const LinkGone = () => (
  <div role="alert">
    <h1>This link does not work any more</h1>
    <p>Links run out after a while, and some are used once. Answer the mail that it came in: a person reads it and sends you a new one.</p>
    <p>
      Or <a href="/ask">ask for help</a> anew.
    </p>
  </div>
);

/** What was refused, beside the button that asked for it. */
export const Problem = ({ error }: { readonly error: Refused | null }) => (
  <p className={styles.problem} role="alert">
    {error?.message}
  </p>
);
