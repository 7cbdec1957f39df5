import { and, sql, type SQL } from "drizzle-orm";
import { scopedRows, textArray } from "./rows.queries";
import type { CheckedScope } from "./scope";

/** The condition on `coaches c` for a specialist who is active as of the scope's end, serves its states and is of its organisations. */
export function availableSpecialist(scope: CheckedScope, now: Date): SQL | undefined {
  const { asOf } = scopedRows(scope, now);
  return and(
    sql`c.role = 'specialist'`,
    sql`coalesce(c.active_from <= ${asOf}, true)`,
    sql`coalesce(c.active_to > ${asOf}, true)`,
    scope.providers.length === 0 ? undefined : sql`c.provider_id = any(${textArray(scope.providers)})`,
    scope.states.length === 0
      ? undefined
      : sql`(not exists (select from coach_states cs where cs.coach_id = c.id)
          or exists (select from coach_states cs where cs.coach_id = c.id and cs.state_code = any(${textArray(scope.states)})))`,
  );
}
