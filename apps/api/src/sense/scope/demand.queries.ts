import { sql, type SQL } from "drizzle-orm";
import { RECENT_DEMAND_DAYS, SERVICE_TARGET_DAYS } from "@arl/schema/network";

/**
 * Common table expressions ending in `demanded` (id, system_id, waiting): the requests in `scoped` that count as demand, and which
 * of them wait past the service target.
 */
export function demanded(asOf: SQL): SQL {
  return sql`
    judged as materialized (
      select q.id, q.system_id, q.submitted_at, q.withdrawn_at is null
          and not exists (select from engagements e where e.request_id = q.id and e.matched_at < ${asOf})
          and not exists (select from referrals sent where sent.request_id = q.id and sent.sent_at < ${asOf}) as open
      from scoped q
    ),
    demanded as (
      select id, system_id, open and submitted_at < ${asOf} - make_interval(secs => ${SERVICE_TARGET_DAYS * 86_400}) as waiting from judged
      where open or submitted_at >= ${asOf} - make_interval(secs => ${RECENT_DEMAND_DAYS * 86_400})
    )`;
}
