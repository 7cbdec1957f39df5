import classes from "./chart.module.css";
import { percentX, place, type Domain } from "./domain";

interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

interface Props {
  readonly own: Estimate;
  readonly other: Estimate;
  readonly domain: Domain;
}

function Mark({ estimate, y, color, domain }: { readonly estimate: Estimate; readonly y: number; readonly color: string; readonly domain: Domain }) {
  const { value, low, high } = estimate;
  if (value === null) return null;
  const at = (number: number) => percentX(place(Math.min(domain.high, Math.max(domain.low, number)), domain));
  return (
    <>
      {low !== null && high !== null && <line x1={at(low)} x2={at(high)} y1={y} y2={y} stroke={color} strokeWidth="2.5" strokeLinecap="round" />}
      <circle cx={at(value)} cy={y} r="4.5" fill={color} stroke="var(--paper)" strokeWidth="1.5" />
    </>
  );
}

/** One's own value above, the other's below it, each in its interval; the words beside say the same. */
export function PairStrip({ own, other, domain }: Props) {
  return (
    <svg className={classes["strip"]} aria-hidden>
      <line x1="0" x2="100%" y1="12" y2="12" stroke="var(--hairline)" />
      <Mark estimate={own} y={7} color="var(--accent)" domain={domain} />
      <Mark estimate={other} y={17} color="var(--noise)" domain={domain} />
    </svg>
  );
}
