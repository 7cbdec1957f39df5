import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { KeyScope } from "../../gql/graphql";
import { Secret } from "../../ui/form/Secret";
import classes from "../account/account.module.css";
import { curlLine } from "./curlLine";

export interface NewKey {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly secret: string;
  /** Of one that takes another's place: until when that one still works, in words. */
  readonly overlap: string | null;
}

/** A new key's secret, this once, with a first question to ask with it. */
export function KeyMade({ made, onKept }: { readonly made: NewKey; readonly onKept: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(function goToTheSecret() {
    heading.current?.focus();
  }, []);
  return (
    <div className={classes["made"]}>
      <h3 ref={heading} tabIndex={-1}>
        “{made.name}” is made. Copy it now: it is shown this once.
      </h3>
      {made.overlap !== null && <p>{made.overlap}</p>}
      <Secret label="The key" text={made.secret} />
      <Secret label="A first question, for a terminal" text={curlLine(window.location.origin, made.secret, made.scopes)} />
      <p className={classes["muted"]}>Whoever holds the key may ask what it may. Keep it where you keep passwords, and out of files that you share.</p>
      <div>
        <Button onClick={onKept}>I have kept it</Button>
      </div>
    </div>
  );
}
