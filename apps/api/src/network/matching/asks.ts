import type { Ask } from "@arl/analysis/matching/ask";
import { NOT_IN_FRAMEWORK } from "@arl/schema/enums";
import type { AskRow } from "./ask.queries";

const OUTSIDE_NAME = "what the framework does not name";

/**
 * A request as an ask: each further topic weighs less, the second half of the first and so on.
 * @param hours a month that it is expected to take. @param week in which hours in common are looked for, by its Monday.
 */
export function askOf(row: AskRow, hours: number, week: string): Ask {
  return {
    id: row.id,
    topics: row.topics.map(({ topic, name }, i) => ({ topic, name: topic === NOT_IN_FRAMEWORK ? OUTSIDE_NAME : name, priority: 1 / (i + 1) })),
    urgency: row.urgency ?? "normal",
    context: { enrollment: row.enrollment_band === "UNKNOWN" ? null : row.enrollment_band, locale: row.locale, governance: row.governance },
    state: row.state_code,
    languages: row.languages,
    hours,
    availability: row.time_zone === null || row.windows.length === 0 ? null : { timeZone: row.time_zone, windows: row.windows },
    week,
    earlierCoaches: row.earlier,
    excludedCoaches: row.excluded_coaches,
    excludedOrganisations: row.excluded_organisations,
    size: { least: 1, most: 3 },
  };
}

const DAY_MS = 86_400_000;

/** The Monday after a moment, in a time zone: `2021-02-08`. */
export function nextMonday(now: Date, timeZone: string): string {
  const local = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
  const today = new Date(`${local}T00:00:00Z`);
  const ahead = (8 - today.getUTCDay()) % 7 || 7;
  return new Date(today.getTime() + ahead * DAY_MS).toISOString().slice(0, 10);
}
