import { sql, type SQL } from "drizzle-orm";
import type { Urgency } from "@arl/schema/enums";
import type { Database } from "../../db/client";
import type { DeskFacts, ReferralState } from "./step";

/** A request with what its next step follows from, and by what it is found in a queue. */
export interface DeskRow {
  readonly id: string;
  readonly ownerId: string | null;
  readonly systemId: string;
  readonly systemName: string;
  readonly leaderName: string | null;
  readonly facts: DeskFacts;
}

/** Low ratings older than this have been talked about, or never will be. */
const LOW_RATING_DAYS = 30;
/** In which a request is taken up again that its destination has turned down. */
const TURNED_DOWN_DAYS = 2;

/** Milliseconds since 1970. */
const ms = (at: SQL): SQL => sql`date_part('epoch', ${at}) * 1000`;

type FlatRow = Readonly<Record<string, unknown>> & {
  id: string;
  owner_id: string | null;
  system_id: string;
  system_name: string;
  leader_name: string | null;
  submitted_at: number;
  urgency: Urgency | null;
  withdrawn_at: number | null;
  is_tagged: boolean;
  was_matched: boolean;
  was_referred: boolean;
  matched_at: number | null;
  last_call_at: number | null;
  planned_call_at: number | null;
  offer_state: NonNullable<DeskFacts["offer"]>["state"] | null;
  offer_since: number | null;
  offer_due: number | null;
  ask_kind: string | null;
  ask_at: number | null;
  referral_state: ReferralState | null;
  referral_since: number | null;
  referral_due: number | null;
  low_rating_at: number | null;
};

/**
 * Every request that has not ended, with its facts as of `now`; one query for all of them. What was merged away is not among them, and what its
 * leader asked counts as asked of the kept one.
 * @param only requests to look at, ended or not; null = all that have not ended.
 */
export async function deskRows(db: Database, now: Date, only: readonly string[] | null = null): Promise<DeskRow[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const wanted = only === null
    ? sql`e.request_id is not null or a.request_id is not null or f.request_id is not null or l.request_id is not null
        or (not coalesce(r.withdrawn_at <= ${at}, false) and not exists (select from matched m where m.request_id = r.id)
          and not exists (select from referrals x where x.request_id = r.id and x.sent_at <= ${at}))`
    : sql`r.id = any (${sql.param([...only])}::text[])`;
  const rows = await db.execute<FlatRow>(sql`
    with kept as materialized (select * from kept_requests()),
    matched as materialized (select distinct request_id from engagements where matched_at <= ${at}),
    under_way as materialized (
      select distinct on (request_id) id, request_id, matched_at from engagements
      where matched_at <= ${at} and not coalesce(closed_at <= ${at}, false) order by request_id, matched_at desc, id desc
    ),
    e as materialized (
      select u.request_id, u.matched_at,
        (select max(s.held_at) from sessions s where s.engagement_id = u.id and s.held_at <= ${at}) as last_call_at,
        (select min(p.starts_at) from planned_calls p where p.engagement_id = u.id and p.cancelled_at is null and p.session_id is null) as planned_call_at
      from under_way u
    ),
    ${asks(at)}, ${offered(at)}, ${cases(at)}, ${lowRatings(at)}
    select r.id, c.owner_id, r.system_id, s.name as system_name, coalesce(w.name, w.email) as leader_name, ${ms(sql`r.submitted_at`)} as submitted_at, r.urgency,
      case when r.withdrawn_at <= ${at} then ${ms(sql`r.withdrawn_at`)} end as withdrawn_at,
      exists (select from request_topics t where t.request_id = r.id) as is_tagged,
      exists (select from matched m where m.request_id = r.id) as was_matched,
      exists (select from referrals x where x.request_id = r.id and x.sent_at <= ${at}) as was_referred,
      ${ms(sql`e.matched_at`)} as matched_at, ${ms(sql`e.last_call_at`)} as last_call_at, ${ms(sql`e.planned_call_at`)} as planned_call_at,
      o.state as offer_state, ${ms(sql`o.since`)} as offer_since, ${ms(sql`o.due_at`)} as offer_due, a.kind as ask_kind, ${ms(sql`a.at`)} as ask_at,
      f.state as referral_state, ${ms(sql`f.since`)} as referral_since, ${ms(sql`f.due_at`)} as referral_due, ${ms(sql`l.at`)} as low_rating_at
    from requests r
    join systems s on s.id = r.system_id
    left join leaders w on w.id = r.leader_id
    left join request_care c on c.request_id = r.id
    left join e on e.request_id = r.id
    left join asks a on a.request_id = r.id
    left join offered o on o.request_id = r.id
    left join cases f on f.request_id = r.id
    left join low_ratings l on l.request_id = r.id
    where r.submitted_at <= ${at} and not exists (select from kept k where k.merged_id = r.id) and (${wanted})`);
  return rows.map(deskRow);
}

/** The longest waiting question of each leader that nobody has settled. */
const asks = (at: SQL): SQL => sql`asks as materialized (
  select distinct on (coalesce(k.kept_id, a.request_id)) coalesce(k.kept_id, a.request_id) as request_id, a.kind, a.at
  from leader_asks a left join kept k on k.merged_id = a.request_id
  where a.settled_at is null and a.at <= ${at} order by coalesce(k.kept_id, a.request_id), a.at
)`;

/** The latest offer to a whole team. */
const offered = (at: SQL): SQL => sql`offered as materialized (
  select distinct on (request_id) request_id, state, coalesce(ended_at, made_at) as since, due_at
  from offers where kind = 'team' and made_at <= ${at} order by request_id, made_at desc, id desc
)`;

/** The latest referral, where somebody has something to do about it. */
const cases = (at: SQL): SQL => sql`cases as materialized (
  select f.request_id, f.state, f.since, coalesce(f.due_at, f.since + make_interval(days => ${TURNED_DOWN_DAYS}::integer)) as due_at
  from (
    select distinct on (c.request_id) c.request_id, c.state, c.due_at, coalesce((select max(v.at) from referral_events v where v.case_id = c.id), c.drafted_at) as since
    from referral_cases c where c.drafted_at <= ${at} order by c.request_id, c.drafted_at desc, c.id desc
  ) f where f.due_at is not null or f.state = 'turned_down'
)`;

/** Calls rated 2 or less that nobody has looked into and that no better one followed. */
const lowRatings = (at: SQL): SQL => sql`low_ratings as materialized (
  select e.request_id, min(g.rated_at) as at
  from ratings g join sessions s on s.id = g.session_id join engagements e on e.id = s.engagement_id
  where g.rating <= 2 and g.rated_at <= ${at} and g.rated_at > ${at} - make_interval(days => ${LOW_RATING_DAYS}::integer)
    and not exists (select from desk_events d where d.kind = 'looked_into' and d.about = s.id)
    and not exists (select from ratings better join sessions x on x.id = better.session_id
      where x.engagement_id = s.engagement_id and x.held_at > s.held_at and better.rating > 2 and better.rated_at <= ${at})
  group by e.request_id
)`;

const instant = (at: number | null): Date | null => (at === null ? null : new Date(at));

function deskRow(row: FlatRow): DeskRow {
  const { matched_at: matchedAt, offer_state: offer, offer_since: offeredAt, offer_due: offerDue, referral_state: referral } = row;
  return {
    id: row.id,
    ownerId: row.owner_id,
    systemId: row.system_id,
    systemName: row.system_name,
    leaderName: row.leader_name,
    facts: {
      submittedAt: new Date(row.submitted_at),
      urgency: row.urgency,
      withdrawnAt: instant(row.withdrawn_at),
      isTagged: row.is_tagged,
      wasMatched: row.was_matched,
      wasReferred: row.was_referred,
      engagement: matchedAt === null ? null : { matchedAt: new Date(matchedAt), lastCallAt: instant(row.last_call_at), plannedCallAt: instant(row.planned_call_at) },
      offer: offer === null || offeredAt === null || offerDue === null ? null : { state: offer, since: new Date(offeredAt), dueAt: new Date(offerDue) },
      ask: row.ask_kind === null || row.ask_at === null ? null : { kind: row.ask_kind, at: new Date(row.ask_at) },
      referral: referral === null || row.referral_since === null || row.referral_due === null ? null : { state: referral, since: new Date(row.referral_since), dueAt: new Date(row.referral_due) },
      lowRatingAt: instant(row.low_rating_at),
    },
  };
}
