import classes from "./scope.module.css";
import type { Scope } from "./scope";
import { useShowing } from "./useShowing";

/** What on a page is protected: all of it, or the network's side of a comparison. */
type Part = "page" | "network";

const OPENING: Record<Part, string> = {
  page: "These figures are protected: each",
  network: "The network's figures are protected: each",
};

interface Props {
  readonly scope: Scope;
  readonly part?: Part;
}

/** Says once on a page that its figures are protected, and where to read how. */
export function ProtectedNote({ scope, part = "page" }: Props) {
  if (useShowing(scope) === "exact") return null;
  return (
    <p className={classes["protected"]} role="note">
      <span className={classes["hatch"]} aria-hidden />
      {OPENING[part]} may be off by a little, always by the same, and what rests on fewer than ten systems or three organisations is
      not shown. <a href="/definitions#protected">How that works</a>
    </p>
  );
}
