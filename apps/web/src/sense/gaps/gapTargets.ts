import type { MetricId } from "@arl/schema/metrics";
import type { FigureTarget, RecordsTarget } from "../figure/target";
import type { GapRow } from "./gapRows";

export type GapPart = "demand" | "waiting" | "specialists" | "providers" | "capacityHours" | "coverage" | "resources";

interface Part {
  readonly metric: MetricId;
  readonly label: string;
  readonly records: RecordsTarget;
}

const SPECIALISTS: RecordsTarget = { kind: "specialists" };

/** What each number of a gap is called, and the rows it counts. */
const PARTS: Record<GapPart, Part> = {
  demand: { metric: "gap_demand", label: "Demand", records: { kind: "requests", standing: "DEMAND" } },
  waiting: { metric: "gap_waiting", label: "Waiting", records: { kind: "requests", standing: "WAITING" } },
  specialists: { metric: "gap_specialists", label: "Specialists", records: SPECIALISTS },
  providers: { metric: "gap_providers", label: "Organisations", records: SPECIALISTS },
  capacityHours: { metric: "capacity_hours", label: "Hours a month", records: SPECIALISTS },
  coverage: { metric: "coverage_gap", label: "Coverage", records: SPECIALISTS },
  resources: { metric: "gap_resources", label: "Resources", records: { kind: "resources" } },
};

export const partLabel = (part: GapPart) => PARTS[part].label;

/** What the menu of one number of a gap offers. */
export function gapTarget(row: GapRow, part: GapPart): FigureTarget {
  const { metric, label, records } = PARTS[part];
  const filter = { topics: [row.topic.code] };
  return { label: `${label}, ${row.topic.label}`, metric, figure: part === "coverage" ? row.coverageByChance : row[part], filter, records: { ...records, within: filter } };
}
