import { sql } from "drizzle-orm";
import { SESSION_MODES, type SessionMode, type Urgency } from "@arl/schema/enums";
import type { Database } from "../../db/client";

/*
 * What a leader sees of their own request. Each asks as the holder of its link, whose row policies let nothing of anybody else's through:
 * that is why none of them names the request.
 */

export interface LeaderRequest {
  readonly id: string;
  readonly system: string;
  readonly state: string;
  readonly submittedAt: Date;
  readonly narrative: string | null;
  readonly urgency: Urgency | null;
  readonly withdrawnAt: Date | null;
  readonly leaderName: string | null;
  readonly leaderRole: string | null;
  readonly leaderEmail: string | null;
  readonly schools: number | null;
}

/** The request of the viewer's link; null where it is gone. */
export async function linkedRequest(db: Database, id: string): Promise<LeaderRequest | null> {
  const [row] = await db.execute<Omit<LeaderRequest, "submittedAt" | "withdrawnAt"> & { submittedAt: string; withdrawnAt: string | null }>(sql`
    select r.id, s.name as system, s.state_code as state, r.submitted_at as "submittedAt", r.narrative, r.urgency, r.withdrawn_at as "withdrawnAt",
      r.leader_name as "leaderName", r.leader_role as "leaderRole", r.leader_email as "leaderEmail", r.stated_schools as schools
    from requests r join systems s on s.id = r.system_id where r.id = ${id}`);
  return row ? { ...row, submittedAt: new Date(row.submittedAt), withdrawnAt: row.withdrawnAt === null ? null : new Date(row.withdrawnAt) } : null;
}

/** Topics by how they stand: the network's tags, and what the leader said of them last. */
export async function linkedTopics(db: Database, id: string): Promise<readonly { readonly code: string; readonly stands: boolean; readonly asked: "added" | "removed" | null }[]> {
  return db.execute<{ code: string; stands: boolean; asked: "added" | "removed" | null }>(sql`
    with asked as (
      select distinct on (topic_code) topic_code, action from tag_events where request_id = ${id} and stage = 'asked' order by topic_code, id desc
    ), standing as (
      select topic_code from request_topics where request_id = ${id}
    )
    select t.code, standing.topic_code is not null as stands, asked.action as asked
    from topics t left join standing on standing.topic_code = t.code left join asked on asked.topic_code = t.code
    where standing.topic_code is not null or asked.topic_code is not null order by t.position`);
}

export interface TeamMember {
  readonly engagementId: string;
  readonly name: string;
  readonly organisation: string;
  readonly isLead: boolean;
}

export interface LinkedEngagement {
  readonly id: string;
  readonly matchedAt: Date;
  readonly closedAt: Date | null;
}

export async function linkedEngagements(db: Database, id: string): Promise<LinkedEngagement[]> {
  const rows = await db.execute<{ id: string; matched_at: string; closed_at: string | null }>(sql`
    select id, matched_at, closed_at from engagements where request_id = ${id} order by matched_at, id`);
  return rows.map((row) => ({ id: row.id, matchedAt: new Date(row.matched_at), closedAt: row.closed_at === null ? null : new Date(row.closed_at) }));
}

export async function linkedTeam(db: Database, engagementIds: readonly string[]): Promise<readonly TeamMember[]> {
  return db.execute<{ engagementId: string; name: string; organisation: string; isLead: boolean }>(sql`
    select ec.engagement_id as "engagementId", c.name, p.name as organisation, ec.position = min(ec.position) over (partition by ec.engagement_id) as "isLead"
    from engagement_coaches ec join coaches c on c.id = ec.coach_id join providers p on p.id = c.provider_id
    where ec.engagement_id = any (${sql.param([...engagementIds])}::text[]) order by ec.engagement_id, ec.position, c.id`);
}

export interface LinkedCall {
  readonly id: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly mode: SessionMode;
  readonly place: string | null;
}

/** Calls that are agreed on and not over yet, the next first. */
export async function linkedCalls(db: Database, engagementIds: readonly string[], now: Date): Promise<LinkedCall[]> {
  const rows = await db.execute<{ id: string; starts_at: string; minutes: number; mode: string; place: string | null }>(sql`
    select id, starts_at, minutes, mode, place from planned_calls
    where engagement_id = any (${sql.param([...engagementIds])}::text[]) and cancelled_at is null and session_id is null
      and starts_at + make_interval(mins => minutes) > ${now.toISOString()}::timestamptz order by starts_at, id`);
  return rows.map(({ starts_at: startsAt, mode, ...row }) => ({ ...row, startsAt: new Date(startsAt), mode: SESSION_MODES.find((word) => word === mode) ?? "video" }));
}

/** Calls that were held until now, the latest first. */
export async function linkedSessions(db: Database, engagementIds: readonly string[], now: Date): Promise<readonly { readonly id: string; readonly heldAt: Date }[]> {
  const rows = await db.execute<{ id: string; held_at: string }>(sql`
    select id, held_at from sessions where engagement_id = any (${sql.param([...engagementIds])}::text[]) and held_at <= ${now.toISOString()}::timestamptz
    order by held_at desc, id`);
  return rows.map((row) => ({ id: row.id, heldAt: new Date(row.held_at) }));
}

/** What was agreed: open steps first, the latest call's first among those. */
export async function linkedSteps(db: Database, engagementIds: readonly string[]) {
  const rows = await db.execute<{ id: string; text: string; who: "leader" | "coach"; due: string | null; done_at: string | null }>(sql`
    select st.id, st.text, st.who, st.due::text as due, st.done_at from session_steps st join sessions s on s.id = st.session_id
    where st.engagement_id = any (${sql.param([...engagementIds])}::text[]) order by st.done_at is not null, s.held_at desc, st.position`);
  return rows.map(({ done_at: doneAt, ...row }) => ({ ...row, doneAt: doneAt === null ? null : new Date(doneAt) }));
}

/** What was shared in the calls, each once, by title. */
export async function linkedResources(db: Database, engagementIds: readonly string[]): Promise<readonly { readonly id: string; readonly title: string; readonly url: string }[]> {
  return db.execute<{ id: string; title: string; url: string }>(sql`
    select distinct r.id, r.title, r.url from session_resources sr join sessions s on s.id = sr.session_id join resources r on r.id = sr.resource_id
    where s.engagement_id = any (${sql.param([...engagementIds])}::text[]) order by r.title, r.id`);
}

/** Whom what the leader asks for reaches: the lead coach of the open engagement; null where there is none, or nobody knows the address. */
export async function leadCoach(db: Database): Promise<{ readonly engagementId: string; readonly name: string; readonly email: string } | null> {
  const [row] = await db.execute<{ engagement_id: string; name: string; email: string }>(sql`select * from link_lead_coach()`);
  return row ? { engagementId: row.engagement_id, name: row.name, email: row.email } : null;
}
