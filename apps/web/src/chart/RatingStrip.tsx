import classes from "./chart.module.css";
import { percentX, place, type Domain } from "./domain";

interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

interface Props {
  /** As observed: a ring. */
  readonly raw: number | null;
  /** What it may be: a light bar. */
  readonly bounds: { readonly low: number | null; readonly high: number | null };
  /** What is made of it: a disc in its interval. */
  readonly estimate: Estimate;
  readonly domain: Domain;
  /** What all are drawn to: a dashed line. */
  readonly centre: number | null;
  /** Whether it stands apart; grey where it cannot be told from the rest. */
  readonly apart: boolean;
}

/** An observed value, how far the silent could move it, and its estimate among its like. The words beside it say the same. */
export function RatingStrip({ raw, bounds, estimate, domain, centre, apart }: Props) {
  const at = (value: number) => place(value, domain);
  const x = (value: number) => percentX(at(value));
  const color = apart ? "var(--accent)" : "var(--noise)";
  const { value, low, high } = estimate;
  return (
    <svg className={classes["strip"]} aria-hidden>
      <line x1="0" x2="100%" y1="12" y2="12" stroke="var(--hairline)" />
      {bounds.low !== null && bounds.high !== null && (
        <rect x={x(bounds.low)} y="6" width={percentX(at(bounds.high) - at(bounds.low))} height="12" rx="2" fill="var(--noise)" fillOpacity="0.16" />
      )}
      {centre !== null && <line x1={x(centre)} x2={x(centre)} y1="0" y2="24" stroke="var(--edge)" strokeDasharray="2 3" />}
      {low !== null && high !== null && <line x1={x(low)} x2={x(high)} y1="12" y2="12" stroke={color} strokeWidth="2.5" strokeLinecap="round" />}
      {raw !== null && <circle cx={x(raw)} cy="12" r="5" fill="var(--paper)" stroke="var(--ink)" strokeWidth="1.5" />}
      {value !== null && <circle cx={x(value)} cy="12" r="3.5" fill={color} stroke="var(--paper)" strokeWidth="1" />}
    </svg>
  );
}
