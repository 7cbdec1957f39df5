import classes from "./chart.module.css";
import { percentX, place, type Domain } from "./domain";

interface Props {
  /** What is asked for: a ring. */
  readonly demand: number;
  /** What there is to give: a disc; null where it may not be shown. */
  readonly capacity: number | null;
  readonly domain: Domain;
  /** Grey where the two cannot be told apart. */
  readonly tone: "alert" | "accent" | "noise";
}

/** Two quantities of one kind and the way between them. */
export function DumbbellStrip({ demand, capacity, domain, tone }: Props) {
  const at = (value: number) => percentX(place(value, domain));
  const color = `var(--${tone})`;
  return (
    <svg className={classes["strip"]} aria-hidden>
      <line x1="0" x2="100%" y1="12" y2="12" stroke="var(--hairline)" />
      {capacity !== null && (
        <>
          <line x1={at(demand)} x2={at(capacity)} y1="12" y2="12" stroke={color} strokeWidth="3" strokeOpacity="0.45" />
          <circle cx={at(capacity)} cy="12" r="5" fill={color} stroke="var(--paper)" strokeWidth="1.5" />
        </>
      )}
      <circle cx={at(demand)} cy="12" r="5" fill="var(--paper)" stroke={color} strokeWidth="2" />
    </svg>
  );
}
