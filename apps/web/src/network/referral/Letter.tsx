import classes from "./referral.module.css";

/** What its reader gets, as they get it. */
export const Letter = ({ destination, summary }: { readonly destination: string; readonly summary: string }) => (
  <section className={classes["letter"]} aria-label="What they will read">
    <p className={classes["letterHead"]}>What {destination.trim() === "" ? "they" : destination} will read</p>
    <p>We coach leaders of school systems, at no cost to them. One of them has a need that goes deeper than coaching, and agreed that we pass it on to you:</p>
    <p className={classes["words"]}>{summary}</p>
    <p className={classes["muted"]}>Below it: a button by which they take it on or not, and the address of whoever looks after the request. Nothing else of it.</p>
  </section>
);
