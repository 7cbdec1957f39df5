import { relationshipHours, type HoursRate } from "@arl/analysis/outlookHours";
import type { Spell } from "@arl/analysis/survival";
import { DAYS_PER_MONTH } from "@arl/schema/network";
import type { RelationshipRow } from "./outlook.queries";
import { FEWEST_FINISHED } from "./refusals";

/** What relationships so far tell of those to come. */
export interface Work {
  readonly relationships: number;
  readonly finished: number;
  readonly sessions: number;
  readonly timedSessions: number;
  /** Hours of sessions for each month of a relationship; null where no session's length is known. */
  readonly rate: HoursRate | null;
  readonly lengths: readonly Spell[];
  /** Whether the lengths are of the topic's own relationships, or of all in scope. */
  readonly lengthsOfTopic: boolean;
}

/**
 * As of cuts an open relationship off between two sessions: on average its months hold half a session less than it had, since the
 * first came at their very beginning. Were it counted whole, the more relationships are open the more hours each would seem to take.
 */
const partCounted = (isEnded: boolean, sessions: number): number => (isEnded || sessions === 0 ? 1 : 1 - 0.5 / sessions);

/** A session whose length is not known is taken to be as long as the others are on average. */
export function workOf(rows: readonly RelationshipRow[]): Work {
  const total = (read: (row: RelationshipRow) => number) => rows.reduce((sum, row) => sum + read(row), 0);
  const timedSessions = total(([, , , known]) => known);
  const usual = timedSessions === 0 ? 0 : total(([, , , , minutes]) => minutes) / timedSessions;
  const work = rows.map(([days, isEnded, sessions, known, minutes]) => ({
    hours: ((minutes + (sessions - known) * usual) / 60) * partCounted(isEnded, sessions),
    months: days / DAYS_PER_MONTH,
  }));
  const own = rows.filter(([, , , , , onTopic]) => onTopic);
  const ended = (some: readonly RelationshipRow[]) => some.filter(([, isEnded]) => isEnded).length;
  const lengthsOfTopic = ended(own) >= FEWEST_FINISHED;
  return {
    relationships: rows.length,
    finished: ended(rows),
    sessions: total(([, , sessions]) => sessions),
    timedSessions,
    rate: relationshipHours(work),
    lengths: (lengthsOfTopic ? own : rows).map(([time, event]) => ({ time, event })),
    lengthsOfTopic,
  };
}
