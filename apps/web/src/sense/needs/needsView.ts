import type { SearchText } from "../scope/scope";

/** What stands in the columns of the needs table; the first is the default. */
export const COLUMN_NAMES = {
  MONTH: "Month",
  QUARTER: "Quarter",
  LOCALE: "Locale",
  TITLE_I: "Title I",
  POVERTY_BAND: "Children in poverty",
  ENROLLMENT_BAND: "Size",
  REGION: "Region",
  STATE: "State",
  PROVIDER: "Provider",
} as const;

type ColumnDimension = keyof typeof COLUMN_NAMES;

export interface NeedsView {
  readonly rows: "TOPIC" | "DOMAIN";
  readonly columns: ColumnDimension;
  readonly evidence: "REQUESTS" | "SESSIONS";
}

/** The view an address asks for; anything else is the default. */
export function readNeedsView(search: SearchText): NeedsView {
  const columns = search["columns"]?.toUpperCase() ?? "";
  return {
    rows: search["rows"]?.toUpperCase() === "DOMAIN" ? "DOMAIN" : "TOPIC",
    columns: columns in COLUMN_NAMES ? (columns as ColumnDimension) : "MONTH",
    evidence: search["evidence"]?.toUpperCase() === "SESSIONS" ? "SESSIONS" : "REQUESTS",
  };
}

/** What is counted, in words. */
export const evidenceWord = ({ evidence }: NeedsView, one = false) =>
  (evidence === "REQUESTS" ? "request" : "session") + (one ? "" : "s");

/** What a row is, in words. */
export const rowWord = ({ rows }: NeedsView) => (rows === "TOPIC" ? "topic" : "domain");
