import { Button } from "@mantine/core";
import { useState, type ReactNode } from "react";
import classes from "./gaps.module.css";

/** Lines shown before the reader asks for all. */
const FIRST = 20;

/** The first lines of a long table, and the button that shows the rest. */
export function useFirstRows<Row>(rows: readonly Row[], noun: string): { readonly shown: readonly Row[]; readonly more: ReactNode } {
  const [all, setAll] = useState(false);
  if (rows.length <= FIRST) return { shown: rows, more: null };
  const more = (
    <Button variant="light" className={classes["more"] ?? ""} aria-expanded={all} onClick={() => setAll((open) => !open)}>
      {all ? `Show the first ${FIRST} only` : `Show all ${rows.length} ${noun}`}
    </Button>
  );
  return { shown: all ? rows : rows.slice(0, FIRST), more };
}
