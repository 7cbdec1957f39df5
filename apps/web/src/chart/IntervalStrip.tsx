import classes from "./chart.module.css";
import { percentX, place, type Domain } from "./domain";

/** How a mark is meant: one of a kind, a warning, or not to be told from noise. */
export type Tone = "accent" | "alert" | "noise" | "rising" | "falling";

export const TONE_COLOR: Record<Tone, string> = {
  accent: "var(--accent)",
  alert: "var(--alert)",
  noise: "var(--noise)",
  rising: "var(--series-5)",
  falling: "var(--series-1)",
};

interface Props {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly domain: Domain;
  readonly scale?: "linear" | "log";
  /** A line that values are read against. */
  readonly reference?: number;
  /** Another value that this one is read beside: a tick. */
  readonly beside?: number;
  /** A bar from zero to the value, for quantities; a dot alone, for rates. */
  readonly bar?: boolean;
  readonly tone: Tone;
}

/** A value and its interval on one line; the words beside it say the same. */
export function IntervalStrip({ value, low, high, domain, scale = "linear", reference, beside, bar = false, tone }: Props) {
  const at = (number: number) => percentX(place(number, domain, scale));
  const color = TONE_COLOR[tone];
  return (
    <svg className={classes["strip"]} aria-hidden>
      <line x1="0" x2="100%" y1="12" y2="12" stroke="var(--hairline)" />
      {reference !== undefined && <line x1={at(reference)} x2={at(reference)} y1="0" y2="24" stroke="var(--edge)" strokeDasharray="2 3" />}
      {beside !== undefined && <line x1={at(beside)} x2={at(beside)} y1="4" y2="20" stroke="var(--ink)" strokeWidth="2" />}
      {value !== null && bar && <rect x="0" y="7" width={at(value)} height="10" fill={color} fillOpacity="0.28" />}
      {low !== null && high !== null && (
        <line x1={at(low)} x2={at(high)} y1="12" y2="12" stroke={color} strokeWidth="2.5" strokeLinecap="round" />
      )}
      {value !== null && <circle cx={at(value)} cy="12" r="4.5" fill={color} stroke="var(--paper)" strokeWidth="1.5" />}
    </svg>
  );
}
