import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";

/** Another request that may be the same one, told twice. */
export interface Duplicate {
  readonly requestId: string;
  readonly sameLeader: boolean;
  readonly sameSystem: boolean;
  /** How alike the words are by their trigrams, 0 to 1; 0 where either has none. */
  readonly alike: number;
}

const WITHIN_DAYS = 30;
/** Trigrams that two texts on one matter share at least. Texts on different matters share a quarter. */
const ALIKE = 0.5;
const MOST = 5;
/** What is compared of a text: it grows with the square of that. */
const COMPARED_CHARACTERS = 1_500;

/** Requests that may be this one told twice: of the same leader or system, or in much the same words; submitted within 30 days. The likeliest first. */
export async function duplicatesOf(db: Database, requestId: string): Promise<Duplicate[]> {
  const rows = await db.execute<{ id: string; same_leader: boolean; same_system: boolean; alike: number }>(sql`
    with one as (select r.*, left(r.narrative, ${COMPARED_CHARACTERS}) as words, lower(coalesce(r.leader_email, '')) as address from requests r where r.id = ${requestId}),
    near as (
      select r.id, r.submitted_at, coalesce(r.leader_id = one.leader_id, false) or (one.address <> '' and lower(r.leader_email) = one.address) as same_leader,
        r.system_id = one.system_id as same_system, coalesce(similarity(left(r.narrative, ${COMPARED_CHARACTERS}), one.words), 0)::float8 as alike
      from requests r cross join one
      where r.id <> one.id and r.submitted_at between one.submitted_at - make_interval(days => ${WITHIN_DAYS}::integer) and one.submitted_at + make_interval(days => ${WITHIN_DAYS}::integer)
        and r.withdrawn_at is null and not exists (select from request_merges m where m.merged_id = r.id)
    )
    select id, same_leader, same_system, alike from near where same_leader or same_system or alike >= ${ALIKE}
    order by same_leader desc, same_system desc, alike desc, submitted_at, id limit ${MOST}`);
  return rows.map((row) => ({ requestId: row.id, sameLeader: row.same_leader, sameSystem: row.same_system, alike: row.alike }));
}
