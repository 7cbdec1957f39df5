import type { ReactNode } from "react";
import classes from "./form.module.css";

/** Says that something was done; it is read out as it appears. */
export function Done({ children }: { readonly children: ReactNode }) {
  return <output className={classes["done"]}>{children}</output>;
}
