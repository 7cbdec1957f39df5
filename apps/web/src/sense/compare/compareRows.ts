import type { MetricId } from "@arl/schema/metrics";
import type { ComparePageQuery } from "../../gql/graphql";
import { bare, type Unit } from "../figure/format";
import type { FigureTarget, RecordsTarget } from "../figure/target";
import { UNIT_OF } from "../figure/units";

export type Compared = ComparePageQuery["compare"];
export type Row = Compared["rows"][number];
export type Evidence = "REQUESTS" | "SESSIONS";

/** What the two parts are called. */
export interface Names {
  readonly one: string;
  readonly other: string;
}

export const metricOf = ({ metric }: Row) => metric as MetricId;
export const unitOf = (row: Row): Unit => UNIT_OF[metricOf(row)];

const LABELS: Partial<Record<MetricId, string>> = {
  requests_a_week: "Requests a week",
  sessions_a_week: "Calls a week",
  systems_served: "Systems coached",
  title_i_share: "Title I systems",
  return_rate: "Came back, or asked for more",
  sustained_four_months: "Relationships of four months or more",
  response_rate: "Calls that were rated",
  session_rating: "Mean rating of calls",
};

const LOCALES: Readonly<Record<string, string>> = { CITY: "City systems", SUBURB: "Suburban systems", TOWN: "Town systems", RURAL: "Rural systems" };

/** What a row is of: a topic by its name, a locale as the systems in it. */
export function rowLabel(row: Row): string {
  if (row.metric === "locale_mix") return LOCALES[row.of?.key ?? ""] ?? row.of?.label ?? "";
  return row.of?.label ?? LABELS[metricOf(row)] ?? row.metric;
}

/** Rows that stand on one axis. */
export interface Groups {
  readonly rates: readonly Row[];
  readonly shares: readonly Row[];
  readonly ratings: readonly Row[];
  /** Those that differ first, the surest first; the rest in the framework's order. */
  readonly topics: readonly Row[];
}

export const isTold = ({ verdict }: Row) => verdict === "HIGHER" || verdict === "LOWER";

export function groupsOf(rows: readonly Row[]): Groups {
  const topics = rows.filter(({ metric }) => metric === "need_share");
  const others = rows.filter(({ metric }) => metric !== "need_share");
  return {
    rates: others.filter(({ by }) => by === "RATIO"),
    shares: others.filter((row) => row.by === "DIFFERENCE" && unitOf(row) === "share"),
    ratings: others.filter((row) => row.by === "DIFFERENCE" && unitOf(row) !== "share"),
    topics: [...topics.filter(isTold).toSorted((a, b) => (a.qValue ?? 1) - (b.qValue ?? 1)), ...topics.filter((row) => !isTold(row))],
  };
}

const points = new Intl.NumberFormat("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" });
const signed = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "exceptZero" });

/** `+4.2`, in points of a share or in the figure's own unit; `1.80` for a ratio. */
export function changeNumber(value: number, row: Row): string {
  if (row.by === "RATIO") return bare(value, "ratio");
  return (unitOf(row) === "share" ? points.format(value * 100) : signed.format(value)).replace("-", "−");
}

/** The change with its unit: `+4.2 points`, `1.80×`. */
export function changeText(row: Row): string {
  const { value } = row.change;
  if (value === null) return row.why === null ? "no end" : "not compared";
  if (row.by === "RATIO") return `${changeNumber(value, row)}×`;
  return unitOf(row) === "share" ? `${changeNumber(value, row)} points` : changeNumber(value, row);
}

/** `0.62 to 1.40`; empty without an interval. */
export function changeInterval(row: Row): string {
  const { low, high } = row.change;
  return low === null || high === null ? "" : `${changeNumber(low, row)} to ${changeNumber(high, row)}`;
}

export function qText(qValue: number | null): string {
  if (qValue === null) return "–";
  return qValue < 0.001 ? "< 0.001" : qValue.toFixed(3);
}

const SERVED: RecordsTarget = { kind: "systems", stage: "SERVED" };
const RECORDS: Partial<Record<MetricId, RecordsTarget>> = {
  requests_a_week: { kind: "requests" },
  sessions_a_week: { kind: "sessions" },
  systems_served: SERVED,
  title_i_share: SERVED,
  locale_mix: SERVED,
  return_rate: { kind: "engagements" },
  sustained_four_months: { kind: "engagements" },
  response_rate: { kind: "sessions", rated: true },
  session_rating: { kind: "sessions", rated: true },
};

/** What the menu of a side's figure knows. The page's filters are those of the one side, so the records of the other are not behind it. */
export function sideTarget(row: Row, side: "one" | "other", evidence: Evidence): FigureTarget {
  const topic = row.metric === "need_share" ? (row.of?.key ?? null) : null;
  const ofTopic: RecordsTarget | null = topic === null ? null : { kind: evidence === "REQUESTS" ? "requests" : "sessions", at: [{ dimension: "TOPIC", key: topic }] };
  return {
    label: `${rowLabel(row)}, ${side === "one" ? "this part" : "the other part"}`,
    metric: metricOf(row),
    figure: row[side],
    filter: topic === null ? null : { topics: [topic] },
    records: side === "one" ? (ofTopic ?? RECORDS[metricOf(row)] ?? null) : null,
  };
}
