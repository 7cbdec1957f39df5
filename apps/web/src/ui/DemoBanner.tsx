import classes from "./Shell.module.css";

/** Says that records are invented, and what time it is among them. */
export function DemoBanner({ now, timeZone }: { readonly now: string; readonly timeZone: string }) {
  const clock = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeStyle: "short", timeZone }).format(new Date(now));
  return (
    <aside className={classes["banner"]} aria-label="Demo network">
      <span>
        <strong>Demo network:</strong> invented records; its clock says {clock}.
      </span>
    </aside>
  );
}
