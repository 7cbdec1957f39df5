import { counted } from "../figure/format";
import classes from "./depth.module.css";

interface Props {
  /** What they are without: "a curve". */
  readonly what: string;
  readonly groups: readonly { readonly label: string; readonly has: string; readonly wouldLift: string }[];
}

/** Groups that are not shown, what they have, and what it takes. */
export function Unshown({ what, groups }: Props) {
  if (groups.length === 0) return null;
  const lifts = [...new Set(groups.map(({ wouldLift }) => wouldLift))];
  return (
    <p className={classes["note"]}>
      {counted(groups.length, "group")} without {what}: {groups.map(({ label, has }) => `${label} (${has})`).join("; ")}. {lifts.join(" ")}
    </p>
  );
}
