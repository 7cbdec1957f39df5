import { percentX } from "../../chart/domain";
import { monthName } from "../scope/period";
import classes from "./capacity.module.css";
import { told } from "./capacityFinding";

interface Props {
  /** In order of time. Null = nothing was offered, or what was used is not reported. */
  readonly months: readonly { readonly month: string; readonly offered: number | null; readonly used: number | null }[];
  /** The largest number of all drawings that stand beside it. */
  readonly highest: number;
}

const TOP = 20;
const FLOOR = 148;

/** `M` of `May 2020`; January and the first with their year below. */
const letter = (month: string) => monthName(month).slice(0, 1);

/** A pale column for what was offered with a dark one in it for what was used, and both numbers. */
export function MonthColumns({ months, highest }: Props) {
  const step = 1 / Math.max(1, months.length);
  const y = (value: number) => FLOOR - (FLOOR - TOP) * (value / highest);
  return (
    <svg className={classes["months"]} aria-hidden>
      <line x1="0" x2="100%" y1={FLOOR} y2={FLOOR} stroke="var(--edge)" />
      {months.map(({ month, offered, used }, index) => {
        const middle = percentX((index + 0.5) * step);
        const top = Math.max(offered ?? 0, used ?? 0);
        const usedInside = used !== null && FLOOR - y(used) >= 18;
        return (
          <g key={month}>
            {offered !== null && <rect x={percentX((index + 0.08) * step)} width={percentX(0.84 * step)} y={y(offered)} height={FLOOR - y(offered)} fill="var(--accent)" fillOpacity="0.22" stroke="var(--accent)" strokeWidth="1" />}
            {used !== null && used > 0 && <rect x={percentX((index + 0.2) * step)} width={percentX(0.6 * step)} y={y(used)} height={FLOOR - y(used)} fill="var(--accent)" />}
            {offered !== null && (
              <text x={middle} y={y(top) - 5} textAnchor="middle" className={classes["offeredText"]}>
                {told(offered)}
              </text>
            )}
            {used !== null && used > 0 && !usedInside && y(used) - y(top) >= 18 && (
              <text x={middle} y={y(used) - 4} textAnchor="middle" className={classes["offeredText"]}>
                {told(used)}
              </text>
            )}
            {usedInside && (
              <text x={middle} y={FLOOR - 5} textAnchor="middle" className={classes["usedText"]}>
                {told(used)}
              </text>
            )}
            {offered !== null && used === null && (
              <text x={middle} y={FLOOR - 5} textAnchor="middle" className={classes["axisText"]}>
                ?
              </text>
            )}
            <text x={middle} y={FLOOR + 16} textAnchor="middle" className={classes["axisText"]}>
              {letter(month)}
            </text>
            {(index === 0 || month.slice(5, 7) === "01") && (
              <text x={middle} y={FLOOR + 31} textAnchor="middle" className={classes["axisText"]}>
                {month.slice(0, 4)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
