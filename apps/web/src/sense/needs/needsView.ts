import type { SearchText } from "../scope/scope";
import type { Showing } from "../scope/showing";

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

/** Protected cells need more in them than a month of one topic mostly has. */
const DEFAULTS = { exact: { rows: "TOPIC", columns: "MONTH" }, protected: { rows: "DOMAIN", columns: "REGION" } } as const;

/** The view an address asks for; anything else is the default of how figures are shown. */
export function readNeedsView(search: SearchText, showing: Showing = "exact"): NeedsView {
  const rows = search["rows"]?.toUpperCase();
  const columns = search["columns"]?.toUpperCase() ?? "";
  return {
    rows: rows === "DOMAIN" || rows === "TOPIC" ? rows : DEFAULTS[showing].rows,
    columns: columns in COLUMN_NAMES ? (columns as ColumnDimension) : DEFAULTS[showing].columns,
    evidence: search["evidence"]?.toUpperCase() === "SESSIONS" ? "SESSIONS" : "REQUESTS",
  };
}

/** What is counted, in words. */
export const evidenceWord = ({ evidence }: NeedsView, one = false) =>
  (evidence === "REQUESTS" ? "request" : "session") + (one ? "" : "s");

/** What a row is, in words. */
export const rowWord = ({ rows }: NeedsView) => (rows === "TOPIC" ? "topic" : "domain");
