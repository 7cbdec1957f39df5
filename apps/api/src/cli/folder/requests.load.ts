import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { settleSystems } from "../../network/systems/settle.queries";
import { systemId } from "../../network/systems/system.identity";
import { listed, type FileLoad } from "./fileLoad";
import { requestsFile, type RequestRow } from "./requests";

const isDirectoryLoaded = "exists (select from districts)";

/** With more, all systems are looked at: naming them would take longer. */
const MAX_NAMED_SYSTEMS = 5000;

/** The author of the tags that a file gives. */
const IMPORT = "import";

// What tells the leaders of a system apart, as `leaderKey` has it.
const keyOfChanged = sql`coalesce(lower(changed.leader_email), lower(btrim(changed.leader_name)))`;
const keyOfLeader = sql`coalesce(lower(l.email), lower(btrim(l.name)))`;

export const requestsLoad: FileLoad<RequestRow> = {
  file: requestsFile,
  held: `
    select r.id as request_id, date_trunc('milliseconds', submitted_at) as submitted_at, stated_leaid as leaid,
      stated_name as system_name, s.state_code as state, stated_kind as system_kind, stated_schools as schools,
      stated_enrollment as enrollment, stated_locale as locale, stated_low_income_share as low_income_share,
      leader_name, leader_email, leader_role, narrative,
      ${listed("topic_code", "request_topics t", "t.request_id = r.id")} as topics, urgency, seconds_to_submit
    from requests r join systems s on s.id = r.system_id`,
  faults: [
    `select line, 'leaid' as column_name, 'Not in the district directory.' as reason from staged
      where leaid is not null and ${isDirectoryLoaded} and not exists (select from districts d where d.leaid = staged.leaid)`,
    `select line, 'leaid' as column_name, 'Belongs to ' || d.state_code || ', not to ' || state || '.' as reason
      from staged join districts d using (leaid) where d.state_code <> state`,
    `select line, 'submitted_at' as column_name, 'After the request was withdrawn.' as reason
      from staged join requests r on r.id = request_id where r.withdrawn_at < staged.submitted_at`,
  ],
  faultColumns: ["leaid", "submitted_at"],
  settled: {
    state: `coalesce((select state_code from districts d where d.leaid = staged.leaid),
      (select code from states where fips = left(staged.leaid, 2)), state)`,
  },
  derived: [
    {
      name: "system_id",
      pgType: "text",
      of: ({ leaid = null, state = null, systemName = null }) => systemId(leaid, state ?? "", systemName),
    },
  ],
  async write(tx, now) {
    const touched = await touchedSystems(tx);
    await writeSystems(tx);
    await writeLeaders(tx);
    await writeRequests(tx);
    await writeTagEvents(tx, now);
    await settleSystems(tx, touched.length > MAX_NAMED_SYSTEMS ? null : touched);
    await settleLeaders(tx);
  },
};

/** The systems for which the rows speak, and those for which they spoke until now. */
async function touchedSystems(tx: Database): Promise<string[]> {
  const rows = await tx.execute<{ system_id: string }>(sql`
    select system_id from changed union select r.system_id from requests r join changed c on c.request_id = r.id`);
  return rows.map(({ system_id: id }) => id);
}

async function writeSystems(tx: Database): Promise<void> {
  await tx.execute(sql`
    insert into systems (id, leaid, name, state_code)
    select distinct on (system_id) system_id, leaid, coalesce(system_name, leaid), state
    from changed order by system_id, submitted_at desc
    on conflict (id) do update set state_code = excluded.state_code where systems.state_code <> excluded.state_code`);
}

async function writeLeaders(tx: Database): Promise<void> {
  await tx.execute(sql`
    insert into leaders (id, system_id, name, email, role)
    select distinct on (system_id, ${keyOfChanged}) gen_random_uuid()::text, system_id, leader_name, leader_email, leader_role
    from changed
    where ${keyOfChanged} is not null
      and not exists (select from leaders l where l.system_id = changed.system_id and ${keyOfLeader} = ${keyOfChanged})
    order by system_id, ${keyOfChanged}, submitted_at desc`);
}

async function writeRequests(tx: Database): Promise<void> {
  await tx.execute(sql`
    insert into requests (id, system_id, leader_id, submitted_at, narrative, urgency, seconds_to_submit,
      stated_leaid, stated_name, stated_kind, stated_schools, stated_enrollment, stated_locale, stated_low_income_share,
      leader_name, leader_email, leader_role)
    select request_id, system_id,
      (select l.id from leaders l where l.system_id = changed.system_id and ${keyOfLeader} = ${keyOfChanged} limit 1),
      submitted_at, narrative, urgency, seconds_to_submit,
      leaid, system_name, system_kind, schools, enrollment, locale, low_income_share,
      leader_name, leader_email, leader_role
    from changed
    on conflict (id) do update set system_id = excluded.system_id, leader_id = excluded.leader_id,
      submitted_at = excluded.submitted_at, narrative = excluded.narrative, urgency = excluded.urgency,
      seconds_to_submit = excluded.seconds_to_submit, stated_leaid = excluded.stated_leaid,
      stated_name = excluded.stated_name, stated_kind = excluded.stated_kind, stated_schools = excluded.stated_schools,
      stated_enrollment = excluded.stated_enrollment, stated_locale = excluded.stated_locale,
      stated_low_income_share = excluded.stated_low_income_share, leader_name = excluded.leader_name,
      leader_email = excluded.leader_email, leader_role = excluded.leader_role`);
}

/** Only where a tag differs from those that stand: the tags of a new request date from the request. */
async function writeTagEvents(tx: Database, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into tag_events (request_id, topic_code, action, stage, author, at)
    select request_id, topic_code, action, 'tagged', ${IMPORT}, case when is_new then submitted_at else ${now.toISOString()}::timestamptz end
    from (
      select c.request_id, standing.topic_code, 'removed' as action, c.is_new, c.submitted_at
      from changed c join request_topics standing using (request_id) where standing.topic_code <> all (c.topics)
      union all
      select c.request_id, given.topic_code, 'added', c.is_new, c.submitted_at
      from changed c, unnest(c.topics) as given (topic_code)
      where not exists (
        select from request_topics standing
        where standing.request_id = c.request_id and standing.topic_code = given.topic_code)
    ) events
    order by submitted_at, request_id, topic_code`);
}

/** A leader is called what the latest request that says so calls them. */
async function settleLeaders(tx: Database): Promise<void> {
  await tx.execute(sql`
    with said as (
      select leader_id,
        (array_agg(leader_name order by submitted_at desc, id desc) filter (where leader_name is not null))[1] as name,
        (array_agg(leader_email order by submitted_at desc, id desc) filter (where leader_email is not null))[1] as email,
        (array_agg(leader_role order by submitted_at desc, id desc) filter (where leader_role is not null))[1] as role
      from requests where system_id in (select system_id from changed) and leader_id is not null group by leader_id
    )
    update leaders l set name = said.name, email = said.email, role = said.role from said
    where l.id = said.leader_id and (l.name, l.email, l.role) is distinct from (said.name, said.email, said.role)`);
}
