import classes from "./scope.module.css";
import type { Scope } from "./scope";
import { useShowing } from "./useShowing";

/** Says once on a page that its figures are protected, and where to read how. */
export function ProtectedNote({ scope }: { readonly scope: Scope }) {
  if (useShowing(scope) === "exact") return null;
  return (
    <p className={classes["protected"]} role="note">
      <span className={classes["hatch"]} aria-hidden />
      These figures are protected: each may be off by a little, always by the same, and what rests on fewer than ten systems or three
      organisations is not shown. <a href="/definitions#protected">How that works</a>
    </p>
  );
}
