import type { MetricId } from "@arl/schema/metrics";
import { ChartFigure } from "../../chart/ChartFigure";
import type { Column } from "../../chart/DataTable";
import { PairStrip } from "../../chart/PairStrip";
import type { OurWorkQuery } from "../../gql/graphql";
import { written, type FigureFields } from "../figure/format";
import { FigureValue } from "../figure/FigureValue";
import type { RecordsTarget } from "../figure/target";
import type { Scope } from "../scope/scope";
import classes from "./ourWork.module.css";
import { differ } from "./ourWorkFinding";

type Work = OurWorkQuery["own"];

interface Measure {
  readonly field: Exclude<keyof Work, "__typename">;
  readonly label: string;
  readonly metric: MetricId;
  readonly records: RecordsTarget;
  /** Of rates, which are drawn; counts of one organisation and of all are no comparison. */
  readonly domain?: { readonly low: number; readonly high: number };
}

const SHARE = { low: 0, high: 1 };

const MEASURES: readonly Measure[] = [
  { field: "systemsServed", label: "Systems coached", metric: "systems_served", records: { kind: "systems", stage: "SERVED" } },
  { field: "statesReached", label: "States", metric: "states_reached", records: { kind: "systems", stage: "SERVED" } },
  { field: "relationships", label: "Relationships", metric: "relationships", records: { kind: "engagements" } },
  { field: "sessionsHeld", label: "Calls held", metric: "sessions_held", records: { kind: "sessions" } },
  { field: "titleIShare", label: "Title I systems", metric: "title_i_share", records: { kind: "systems", stage: "SERVED" }, domain: SHARE },
  { field: "sessionRating", label: "Mean rating, 1 to 5", metric: "session_rating", records: { kind: "sessions", rated: true }, domain: { low: 1, high: 5 } },
  { field: "responseRate", label: "Calls that were rated", metric: "response_rate", records: { kind: "sessions", rated: true }, domain: SHARE },
  { field: "returnRate", label: "Came back, or asked for more", metric: "return_rate", records: { kind: "engagements" }, domain: SHARE },
  { field: "sustainedFourMonths", label: "Last four months or more", metric: "sustained_four_months", records: { kind: "engagements" }, domain: SHARE },
];

interface Row extends Measure {
  readonly own: FigureFields;
  readonly other: FigureFields;
}

const COLUMNS: readonly Column<Row>[] = [
  { header: "Figure", value: ({ label }) => label },
  { header: "Ours", value: ({ own }) => written(own), cell: ({ own, label, metric, records }) => <FigureValue label={`${label}, ours`} figure={own} metric={metric} records={records} />, numeric: true },
  { header: "Ours, low", value: ({ own }) => own.low, numeric: true },
  { header: "Ours, high", value: ({ own }) => own.high, numeric: true },
  { header: "Ours, n", value: ({ own }) => own.n, numeric: true },
  { header: "Network", value: ({ other }) => written(other), cell: ({ other, label, metric }) => <FigureValue label={`${label}, network`} figure={other} metric={metric} />, numeric: true },
  { header: "Network, low", value: ({ other }) => other.low, numeric: true },
  { header: "Network, high", value: ({ other }) => other.high, numeric: true },
  { header: "Network, n", value: ({ other }) => other.n, numeric: true },
];

function sentence(rows: readonly Row[]): string {
  const rates = rows.filter(({ domain }) => domain !== undefined);
  const told = rates.filter(({ own, other }) => differ(own, other)).map(({ label }) => label.toLowerCase());
  if (told.length === 0) return "None of our rates can be told from the network's";
  return `Ours ${told.length === 1 ? "differs" : "differ"} from the network's in: ${told.join("; ")}`;
}

/** One's own figures, exact, beside the network's, protected. */
export function SideBySideChart({ own, network, ownScope, asOf }: { readonly own: Work; readonly network: Work; readonly ownScope: Scope; readonly asOf: string }) {
  const rows = MEASURES.map((measure): Row => ({
    ...measure,
    records: { ...measure.records, within: ownScope },
    own: own[measure.field] as FigureFields,
    other: network[measure.field] as FigureFields,
  }));
  return (
    <ChartFigure
      title={sentence(rows)}
      subtitle={`Our own work as it is today, exact; the network's as of ${asOf}, in protected form and ours among it. Lines are 95% intervals.`}
      rows={rows}
      columns={COLUMNS}
    >
      <p className={classes["key"]}>
        <span>
          <span className={classes["dot"]} data-whose="own" /> ours
        </span>
        <span>
          <span className={classes["dot"]} data-whose="network" /> the network
        </span>
      </p>
      <table className={classes["sides"]}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Ours</th>
            <th scope="col">Network</th>
            <th scope="col">
              <span className={classes["unseen"]}>Both on one line</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.field}>
              <th scope="row">{row.label}</th>
              <td data-label="Ours">
                <FigureValue label={`${row.label}, ours`} figure={row.own} metric={row.metric} records={row.records} />
              </td>
              <td data-label="Network">
                <FigureValue label={`${row.label}, network`} figure={row.other} metric={row.metric} />
              </td>
              <td className={classes["strip"]}>{row.domain && <PairStrip own={row.own} other={row.other} domain={row.domain} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartFigure>
  );
}
