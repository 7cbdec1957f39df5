import classes from "./Shell.module.css";

/** Says that records are invented, and what day it is among them; `today` is `2021-02-01`. */
export function DemoBanner({ today }: { readonly today: string }) {
  const day = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(today));
  return (
    <aside className={classes["banner"]} aria-label="Demo network">
      <span>
        <strong>Demo network:</strong> all records are invented; today is {day}.
      </span>
    </aside>
  );
}
