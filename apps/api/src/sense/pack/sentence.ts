import type { Figure } from "../figure/figure.type";
import type { MetricId } from "@arl/schema/metrics";

export const PACK_SECTIONS = ["changed", "moving", "together", "emerging", "capacity", "resources", "reach", "commitments", "notes"] as const;
export type Section = (typeof PACK_SECTIONS)[number];

/** A number that a sentence says. */
interface SaidFigure {
  readonly label: string;
  readonly metric: MetricId;
  readonly figure: Figure;
}

/** The rows behind a sentence, as the records drawer asks for them. */
export interface SaidRecords {
  readonly kind: "requests" | "sessions" | "systems" | "specialists" | "resources";
  readonly topics: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly standing: "DEMAND" | "OPEN" | "WAITING" | null;
}

export interface Sentence {
  /** The same for the same finding, week after week and in protected form: `rising:FIN-REL`. */
  readonly id: string;
  readonly section: Section;
  readonly text: string;
  readonly figures: readonly SaidFigure[];
  /** The page that shows its figure, with the scope in its address. */
  readonly link: string | null;
  readonly records: SaidRecords | null;
  /** Whether there is a form of it that organisations may see, if enough stand behind it. */
  readonly audience: "staff" | "network";
}
