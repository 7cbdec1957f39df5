import type { MetricId } from "@arl/schema/metrics";
import { bare, intervalText, type FigureFields, type Unit } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import type { FigureTarget, RecordsTarget } from "../figure/target";
import { UNIT_OF } from "../figure/units";
import { tableDays, type ForecastFields } from "./outlookFinding";
import classes from "./outlook.module.css";

interface Line {
  readonly label: string;
  readonly metric: MetricId;
  readonly part: keyof ForecastFields;
  readonly records?: RecordsTarget;
}

const LINES: readonly Line[] = [
  { label: "Specialist hours a month", metric: "capacity_hours", part: "capacityHours", records: { kind: "specialists" } },
  { label: "Relationships they can hold", metric: "outlook_places", part: "places" },
  { label: "Load", metric: "outlook_utilisation", part: "utilisation" },
  { label: "Half wait at most, days", metric: "outlook_wait", part: "medianWait" },
  { label: "Nine in ten wait at most, days", metric: "outlook_long_wait", part: "longWait" },
  { label: "Wait over two days", metric: "outlook_late", part: "late" },
  { label: "Waiting at the end", metric: "outlook_queue", part: "queue" },
];

interface Props {
  readonly label: string;
  readonly code: string;
  readonly now: ForecastFields;
  readonly changed: ForecastFields | null;
  readonly difference: Readonly<Record<"medianWait" | "longWait" | "late" | "queue", FigureFields>> | null;
}

/** Now, after the change, and the difference, number by number. */
export function Headlines({ label, code, now, changed, difference }: Props) {
  const within = { topics: [code] };
  return (
    <table className={classes["headlines"]}>
      <thead>
        <tr>
          <th scope="col">
            <span className={classes["unseen"]}>Number</span>
          </th>
          <th scope="col">As things are</th>
          {changed !== null && <th scope="col">After the change</th>}
          {changed !== null && <th scope="col">Difference</th>}
        </tr>
      </thead>
      <tbody>
        {LINES.map(({ label: name, metric, part, records }) => {
          const target = { metric, filter: null, ...(records === undefined ? {} : { records: { ...records, within } }) };
          return (
            <tr key={part}>
              <th scope="row">{name}</th>
              <td data-label="As things are">
                <Told {...target} label={`${name}, ${label}`} figure={now[part]} />
                <Ends figure={now[part]} metric={metric} />
              </td>
              {changed !== null && (
                <td data-label="After the change">
                  <Told metric={metric} filter={null} label={`${name} after the change, ${label}`} figure={changed[part]} />
                  <Ends figure={changed[part]} metric={metric} />
                </td>
              )}
              {changed !== null && <td data-label="Difference">{isCompared(part) && difference !== null && <Gain figure={difference[part]} metric={metric} />}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const isCompared = (part: keyof ForecastFields): part is "medianWait" | "longWait" | "late" | "queue" => part === "medianWait" || part === "longWait" || part === "late" || part === "queue";

/** As a forecast bears it: days to three figures at most. */
const foreseen = (value: number, unit: Unit) => (unit === "days" ? tableDays(value) : bare(value, unit));

/** A wait that never comes to an end has no number. */
function Told(target: FigureTarget) {
  const { figure, metric } = target;
  if (figure.withheld === "NOT_REACHED") return <span>without end</span>;
  return UNIT_OF[metric] === "days" && figure.value !== null ? <FigureValue {...target} text={tableDays(figure.value)} /> : <FigureValue {...target} />;
}

function endsText({ low, high, ...figure }: FigureFields, unit: Unit): string | null {
  if (unit !== "days" || low === null) return intervalText({ ...figure, low, high }, unit);
  return high === null ? `from ${tableDays(low)}` : `${tableDays(low)}–${tableDays(high)}`;
}

function Ends({ figure, metric }: { readonly figure: FigureFields; readonly metric: MetricId }) {
  const text = endsText(figure, UNIT_OF[metric]);
  return text === null ? null : <span className={classes["ends"]}>{text.replace("–", " to ")}</span>;
}

/** A difference with its sign; grey where it cannot be told from none. */
function Gain({ figure, metric }: { readonly figure: FigureFields; readonly metric: MetricId }) {
  const { value, low, high } = figure;
  if (value === null) return <span>without end</span>;
  const unit = UNIT_OF[metric];
  const signed = (number: number) => {
    const text = unit === "share" ? `${Math.round(Math.abs(number) * 100)}` : foreseen(Math.abs(number), unit);
    return /^0(\.0)?$/.test(text) ? "0" : `${number < 0 ? "−" : "+"}${text}`;
  };
  const isTold = (low ?? 0) > 0 || (high ?? 0) < 0;
  return (
    <span data-noise={!isTold} className={classes["gain"]}>
      {signed(value)}
      {unit === "share" ? " points" : ""}
      {low !== null && high !== null && <span className={classes["ends"]}>{`${signed(low)} to ${signed(high)}`}</span>}
    </span>
  );
}
