import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";

/**
 * Makes the systems what their requests say: for each attribute the latest submitted request that says anything,
 * else the district directory. Systems and leaders that no request speaks of any more are removed.
 * Rows that would not change are not written.
 * @param ids the systems to look at; null = all.
 */
export async function settleSystems(db: Database, ids: readonly string[] | null): Promise<void> {
  const among = ids === null ? sql`true` : sql`s.id = any(${sql.param([...ids])}::text[])`;
  await db.execute(sql`
    with said as (
      select system_id,
        (array_agg(stated_name order by submitted_at desc, r.id desc) filter (where stated_name is not null))[1] as name,
        (array_agg(stated_kind order by submitted_at desc, r.id desc) filter (where stated_kind is not null))[1] as kind,
        (array_agg(stated_locale order by submitted_at desc, r.id desc) filter (where stated_locale is not null))[1] as locale,
        (array_agg(stated_schools order by submitted_at desc, r.id desc) filter (where stated_schools is not null))[1] as schools,
        (array_agg(stated_enrollment order by submitted_at desc, r.id desc) filter (where stated_enrollment is not null))[1] as enrollment,
        (array_agg(stated_low_income_share order by submitted_at desc, r.id desc)
          filter (where stated_low_income_share is not null))[1] as low_income_share
      from requests r join systems s on s.id = r.system_id where ${among} group by system_id
    ), settled as (
      select s.id, coalesce(said.name, d.name, s.leaid, s.name) as name, said.kind, coalesce(said.locale, d.locale) as locale,
        coalesce(said.schools, d.schools) as schools, coalesce(said.enrollment, d.enrollment) as enrollment,
        said.low_income_share, d.child_poverty_pct
      from said join systems s on s.id = said.system_id left join districts d on d.leaid = s.leaid
    )
    update systems s
    set name = n.name, kind = n.kind, locale = n.locale, schools = n.schools, enrollment = n.enrollment,
      low_income_share = n.low_income_share, child_poverty_pct = n.child_poverty_pct
    from settled n
    where s.id = n.id
      and (s.name, s.kind, s.locale, s.schools, s.enrollment, s.low_income_share, s.child_poverty_pct)
        is distinct from (n.name, n.kind, n.locale, n.schools, n.enrollment, n.low_income_share, n.child_poverty_pct)`);
  await db.execute(sql`
    delete from leaders l using systems s
    where s.id = l.system_id and ${among} and not exists (select from requests r where r.leader_id = l.id)`);
  await db.execute(sql`delete from systems s where ${among} and not exists (select from requests r where r.system_id = s.id)`);
}

/** A leader is called what the latest of their requests that says so calls them. */
export async function settleLeader(db: Database, id: string): Promise<void> {
  await db.execute(sql`
    with said as (
      select (array_agg(leader_name order by submitted_at desc, id desc) filter (where leader_name is not null))[1] as name,
        (array_agg(leader_email order by submitted_at desc, id desc) filter (where leader_email is not null))[1] as email,
        (array_agg(leader_role order by submitted_at desc, id desc) filter (where leader_role is not null))[1] as role
      from requests where leader_id = ${id}
    )
    update leaders l set name = said.name, email = said.email, role = said.role from said
    where l.id = ${id} and (l.name, l.email, l.role) is distinct from (said.name, said.email, said.role)`);
}
