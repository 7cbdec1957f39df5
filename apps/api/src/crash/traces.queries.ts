import type postgres from "postgres";
import { DEED_KINDS, type DeedKind, type Trace } from "./deeds";

/**
 * For each kind of deed what finds its rows, its audit events and its mails, as pairs of key and count. Keys that the client makes are primary
 * keys, so rows are counted by what a second doing would add to as well: a second request in the same words, a second engagement.
 */
const TRACES: Readonly<Record<DeedKind, { readonly rows: string; readonly audits: string; readonly mails: string | null }>> = {
  submitRequest: {
    rows: `select right(narrative, 36) as key, count(*) as n from requests group by 1`,
    audits: `select right(r.narrative, 36) as key, count(*) as n from audit_events a join requests r on r.id = a.subject_id where a.action = 'request.submitted' group by 1`,
    mails: `select right(r.narrative, 36) as key, count(*) as n from mails m join requests r on r.id = m.request_id where m.kind in ('request_received', 'request_new') group by 1`,
  },
  tagRequest: {
    rows: `select g.id::text as key, count(*) as n from request_taggings g join tag_events t on t.request_id = g.request_id and t.stage = 'tagged' group by 1`,
    audits: `select g.id::text as key, count(*) as n from audit_events a join request_taggings g on g.request_id = a.subject_id where a.action = 'request.tagged' group by 1`,
    mails: null,
  },
  makeOffer: {
    rows: `select o.id::text as key, count(*) as n from offers o join offers same on same.request_id = o.request_id group by 1`,
    audits: `select subject_id as key, count(*) as n from audit_events where action = 'offer.made' group by 1`,
    mails: `select split_part(payload -> 'linkTo' ->> 'subjectId', ' ', 1) as key, count(*) as n from mails where kind = 'offer_made' group by 1`,
  },
  answerOffer: {
    rows: `select c.offer_id || ' ' || c.coach_id as key, count(*) as n from offer_coaches c join offers o on o.id = c.offer_id
      left join engagements e on e.request_id = o.request_id where c.answer is not null group by 1`,
    audits: `select subject_id || ' ' || (detail ->> 'coach_id') as key, count(*) as n from audit_events where action = 'offer.answered' group by 1`,
    // The second of a team settles it.
    mails: `select o.id || ' ' || c.coach_id as key, count(*) as n from mails m join offers o on o.request_id = m.request_id join offer_coaches c on c.offer_id = o.id and c.position = 1
      where m.kind in ('request_matched', 'engagement_begun', 'offer_answered', 'offer_withdrawn') group by 1`,
  },
  logSession: {
    rows: `select s.id as key, count(*) as n from sessions s join session_logs l on l.session_id = s.id join session_steps t on t.session_id = s.id join session_notes o on o.session_id = s.id group by 1`,
    audits: `select subject_id as key, count(*) as n from audit_events where action = 'session.logged' group by 1`,
    mails: `select payload -> 'linkTo' ->> 'subjectId' as key, count(*) as n from mails where kind = 'rate_call' group by 1`,
  },
  rateCall: {
    rows: `select session_id as key, count(*) as n from ratings group by 1`,
    audits: `select subject_id as key, count(*) as n from audit_events where action = 'session.rated' group by 1`,
    mails: null,
  },
  askMore: {
    rows: `select right(text, 36) as key, count(*) as n from leader_asks group by 1`,
    audits: `select right(k.text, 36) as key, count(*) as n from audit_events a join leader_asks k on k.request_id = a.subject_id where a.action = 'leader.asked' group by 1`,
    mails: `select right(k.text, 36) as key, count(*) as n from mails m join leader_asks k on k.request_id = m.request_id where m.kind = 'leader_asks_more' group by 1`,
  },
};

/** What is there of every kind of deed. @param sql the database, as its owner. */
export async function readTraces(sql: postgres.Sql): Promise<Record<DeedKind, Map<string, Trace>>> {
  const read = async (kind: DeedKind) => {
    const counts = async (query: string | null) => new Map(query === null ? [] : (await sql.unsafe<{ key: string; n: string }[]>(query)).map(({ key, n }) => [key, Number(n)]));
    const { rows, audits, mails } = TRACES[kind];
    const [there, told, sent] = [await counts(rows), await counts(audits), await counts(mails)];
    const keys = new Set([...there.keys(), ...told.keys(), ...sent.keys()]);
    return [kind, new Map([...keys].map((key) => [key, { rows: there.get(key) ?? 0, audits: told.get(key) ?? 0, mails: sent.get(key) ?? 0 }]))] as const;
  };
  const all = [];
  for (const kind of DEED_KINDS) all.push(await read(kind));
  return Object.fromEntries(all) as Record<DeedKind, Map<string, Trace>>;
}

export interface MailRow {
  readonly id: string;
  readonly messageId: string;
  readonly state: "waiting" | "sent" | "failed";
  readonly attempts: number;
  /** Whether the job that sends it is there. */
  readonly queued: boolean;
}

/** Every mail that was asked for, with its job. */
export async function readMails(sql: postgres.Sql): Promise<MailRow[]> {
  return sql<MailRow[]>`
    select m.id::text as id, m.message_id as "messageId", m.state, m.attempts,
      exists (select from graphile_worker._private_jobs j where j.payload ->> 'mailId' = m.id::text) as queued
    from mails m`;
}
