import classes from "./scope.module.css";
import type { Scope } from "./scope";
import { useShowing } from "./useShowing";

interface Props {
  readonly scope: Scope;
  /** Whether the page opens with the network's own published figures, which are exact. */
  readonly headline?: boolean;
}

/** Says once on a page that its figures are protected, and where to read how. */
export function ProtectedNote({ scope, headline = false }: Props) {
  if (useShowing(scope) === "exact") return null;
  return (
    <p className={classes["protected"]} role="note">
      <span className={classes["hatch"]} aria-hidden />
      {headline && Object.keys(scope).length === 0 ? "The figures at the head are those the network publishes; the charts under them are protected: each" : "These figures are protected: each"}{" "}
      may be off by a little, always by the same, and what rests on fewer than ten systems or three
      organisations is not shown. <a href="/definitions#protected">How that works</a>
    </p>
  );
}
