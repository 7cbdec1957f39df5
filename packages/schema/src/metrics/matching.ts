import { COUNTED, staffOnly } from "./metric";

/** What a match would make of a coach's month. */
export const MATCHING_METRICS = [
  staffOnly({
    id: "match_load",
    label: "Load with this match",
    unit: "share",
    definition: "Of a coach's hours a month, the share that would be taken if the match came about; over 1 is more than they have.",
    formula: "(the greater of hours held in the last 30 days and hours that open relationships are expected to take, plus what waiting offers and this match would take) / hours offered a month; an open relationship without a call for 90 days takes none",
    denominator: "relationships under way, this one with them",
    source: COUNTED,
  }),
] as const;
