import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Shell.module.css";

interface Props {
  /** Null while nobody is signed in. */
  readonly name: string | null;
  readonly onSignOut: () => void;
  readonly children: ReactNode;
}

/** Who looks, and the way out. */
export function AccountBar({ name, onSignOut, children }: Props) {
  return (
    <div className={classes["account"]}>
      {children}
      {name === null ? (
        <Button component="a" href="/sign-in" variant="subtle" size="compact-sm">
          Sign in
        </Button>
      ) : (
        <Button variant="subtle" size="compact-sm" onClick={onSignOut} title={`Signed in as ${name}`}>
          Sign out
        </Button>
      )}
    </div>
  );
}
