import classes from "./states.module.css";

interface Props {
  /** What is refused, as the reader would ask for it: "A yearly season". */
  readonly what: string;
  readonly why: string;
  readonly wouldLift: string;
}

/** In the place of an estimate that could not be supported. */
export function Refused({ what, why, wouldLift }: Props) {
  return (
    <section className={classes["refused"]} aria-label={`${what}: not estimated`}>
      <h2>{what}: not estimated</h2>
      <p>{why}</p>
      <p>Would lift it: {wouldLift.charAt(0).toLowerCase() + wouldLift.slice(1)}</p>
    </section>
  );
}
