import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { cutBy } from "../scope/dimension.queries";
import type { ScopedRows } from "../scope/rows.queries";
import type { FunnelDimension } from "./funnel";

/** Requests of one key by how far they came within the window. */
export interface FunnelCounts {
  readonly key: string;
  readonly tooRecent: number;
  /** Of those asked a whole window before as of. */
  readonly asked: number;
  readonly matched: number;
  readonly sustained: number;
  readonly rated: number;
  readonly askedSystems: number;
  readonly matchedSystems: number;
  readonly sustainedSystems: number;
  readonly ratedSystems: number;
}

/** Sessions in one engagement that count as staying. */
const SUSTAINED_SESSIONS = 3;

/** Requests in scope by key, UNKNOWN among them: how many came to each step within so many days of asking. */
export function funnelCounts(db: Database, { requests, asOf }: ScopedRows, by: FunnelDimension, followUpDays: number): Promise<FunnelCounts[]> {
  const cut = cutBy(by, "row_cut", { evidence: "REQUESTS", shownTopics: [] });
  const window = sql`make_interval(days => ${followUpDays}::int)`;
  return db.execute<{ [Name in keyof FunnelCounts]: FunnelCounts[Name] }>(sql`
    with i as (select q.id, q.system_id, q.submitted_at, q.submitted_at + ${window} as until, q.submitted_at + ${window} <= ${asOf} as followed from (${requests}) q),
    held as (
      select e.request_id, e.id, count(*) as sessions, bool_or(exists (select from ratings g where g.session_id = x.id and g.rated_at < ${asOf})) as rated
      from i join engagements e on e.request_id = i.id join sessions x on x.engagement_id = e.id and x.held_at < i.until
      where i.followed group by 1, 2
    ),
    stayed as (
      select request_id, bool_or(sessions >= ${SUSTAINED_SESSIONS}) as sustained, bool_or(sessions >= ${SUSTAINED_SESSIONS} and rated) as rated from held group by 1
    ),
    came as (
      select i.*, stayed.request_id is not null or exists (select from engagements e where e.request_id = i.id and e.matched_at < i.until) as matched,
        coalesce(stayed.sustained, false) as sustained, coalesce(stayed.rated, false) as rated
      from i left join stayed on stayed.request_id = i.id
    )
    select ${cut.key} as key, (count(*) filter (where not followed))::int as "tooRecent", (count(*) filter (where followed))::int as asked,
      (count(*) filter (where followed and matched))::int as matched, (count(*) filter (where sustained))::int as sustained, (count(*) filter (where i.rated))::int as rated,
      (count(distinct i.system_id) filter (where followed))::int as "askedSystems", (count(distinct i.system_id) filter (where followed and matched))::int as "matchedSystems",
      (count(distinct i.system_id) filter (where sustained))::int as "sustainedSystems", (count(distinct i.system_id) filter (where i.rated))::int as "ratedSystems"
    from came i ${cut.join} group by 1`);
}
