import DataLoader from "dataloader";
import { sql } from "drizzle-orm";
import { NETWORK_TIME_ZONE } from "@arl/schema/network";
import { arranged } from "../../db/arranged";
import type { Database } from "../../db/client";
import { zoneOfState, type ZoneSource } from "./zone";

/** The zone in which an engagement's calls are told to its leader. */
export interface CallZoneRow {
  readonly id: string;
  readonly timeZone: string;
  readonly source: ZoneSource;
  readonly stateName: string;
}

/**
 * An engagement's time zone: what was said last of the call that was planned last and the leader's own word, else that of
 * the system's state, else the network's.
 */
export const callZoneByEngagement = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.execute<{ id: string; state_code: string; state_name: string; zone: string | null; source: ZoneSource | null }>(sql`
      select e.id, s.state_code, st.name as state_name, said.zone, said.source
      from engagements e join requests r on r.id = e.request_id join systems s on s.id = r.system_id join states st on st.code = s.state_code
      left join lateral (
        select p.time_zone as zone, 'last_call' as source, p.made_at as at from planned_calls p where p.engagement_id = e.id
        union all select d.time_zone, 'leader', d.at from request_details d where d.request_id = e.request_id and d.time_zone is not null
        order by at desc, source desc limit 1) said on true
      where e.id = any(${sql.param([...ids])}::text[])`);
    const zones = rows.map(({ id, state_code, state_name, zone, source }): CallZoneRow => {
      if (zone !== null && source !== null) return { id, timeZone: zone, source, stateName: state_name };
      return { id, stateName: state_name, ...(zoneOfState(state_code) ?? { timeZone: NETWORK_TIME_ZONE, source: "network" }) };
    });
    return arranged("engagement", ids, zones, ({ id }) => id);
  });
