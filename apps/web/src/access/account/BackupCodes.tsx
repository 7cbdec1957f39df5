import { Button } from "@mantine/core";
import { useState } from "react";
import classes from "./account.module.css";

/** The codes, which are shown this once. */
export function BackupCodes({ codes }: { readonly codes: readonly string[] }) {
  const [said, setSaid] = useState("Copy the codes");
  const copy = () =>
    navigator.clipboard.writeText(codes.join("\n")).then(
      () => setSaid("Copied"),
      () => setSaid("Copying is not allowed here; select them"),
    );
  return (
    <>
      <p>Each signs you in once when your phone is not at hand. They are shown now and never again: print them, or keep them with your passwords.</p>
      <ul className={classes["codes"]} aria-label="Backup codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button variant="light" onClick={() => void copy()}>
        {said}
      </Button>
    </>
  );
}
