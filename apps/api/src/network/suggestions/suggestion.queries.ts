import { eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { badInput, conflict } from "../../errors";
import { OUTSIDE, type Message } from "./messages";
import type { Framework, Suggestion } from "./suggest";
import { requestTaggings } from "./tagging.table";

/** What people confirmed that is learned from: the newest, at most this many. */
const MOST_CONFIRMED = 100;

/** The framework as it is, and what its former codes stand for. */
export async function frameworkNow(db: Database): Promise<Framework> {
  const rows = await db.execute<{ code: string; heir: string; label: string; definition: string }>(sql`
    select h.code, h.heir, t.label, t.definition from topic_heirs() h join topics t on t.code = h.heir
    where t.kind = 'topic' and t.standing = 'current' order by t.position, h.code`);
  return { today: new Map(rows.map(({ code, heir }) => [code, heir])), topics: rows.filter(({ code, heir }) => code === heir) };
}

/** The narratives that people tagged last, with what they said; without one request, which is not to tell of itself. For staff: nobody else sees them. */
export async function confirmedMessages(db: Database, without: string | null): Promise<Message[]> {
  const rows = await db.execute<{ text: string; topics: string[] }>(sql`
    select narrative as text, topics from (
      select distinct on (g.request_id) g.request_id, g.topics, g.at, q.narrative from request_taggings g join requests q on q.id = g.request_id
      where q.narrative ~ '\\S' and g.request_id is distinct from ${without} order by g.request_id, g.at desc, g.id
    ) last order by at desc, request_id limit ${MOST_CONFIRMED}`);
  return rows.map(({ text, topics }) => ({ text, topics: topics.filter((code) => code !== OUTSIDE), author: "confirmed" }));
}

/** What a person says of a request. */
export interface Tagging {
  readonly id: string;
  readonly requestId: string;
  readonly topics: readonly string[];
}

/**
 * Sets the tags that stand, and keeps what was suggested beside them. The same tagging sent again changes nothing.
 * @throws DomainError BAD_USER_INPUT naming codes that are no topics today, CONFLICT for an id that was used for something else.
 */
export async function tag(db: Database, { id, requestId, topics }: Tagging, suggested: { readonly method: string; readonly suggestions: readonly Suggestion[] }, by: { readonly id: string; readonly now: Date }): Promise<void> {
  const known = await db.execute<{ code: string }>(sql`select code from topics where standing = 'current' and kind in ('topic', 'outside') and code = any (${sql.param([...topics])}::text[])`);
  const unknown = topics.filter((code) => !known.some((row) => row.code === code));
  if (unknown.length > 0) throw badInput("input.topics", `${unknown.join(", ")}: no ${unknown.length === 1 ? "topic" : "topics"} of the framework as it is.`);
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`tag ${requestId}`}, 0))`);
  const [before] = await db.select().from(requestTaggings).where(eq(requestTaggings.id, id));
  if (before) {
    if (before.requestId === requestId && before.authorId === by.id && [...before.topics].sort().join() === [...topics].sort().join()) return;
    throw conflict("This key was used for another tagging.");
  }
  await db.insert(requestTaggings).values({ id, requestId, topics: [...topics], authorId: by.id, at: by.now });
  for (const [at, { topicCode, confidence, evidence }] of suggested.suggestions.entries()) {
    const [start, end] = [evidence[0]?.start ?? null, evidence.at(-1)?.end ?? null];
    await db.execute(sql`
      insert into tag_suggestions (request_id, topic_code, rank, confidence, method, at, need_start, need_end)
      values (${requestId}, ${topicCode}, ${at + 1}, ${confidence}, ${suggested.method}, ${by.now.toISOString()}, ${start}, ${end}) on conflict do nothing`);
  }
  await db.execute(sql`
    with said as (select unnest(${sql.param([...topics])}::text[]) as code),
    held as (select topic_code as code from request_topics where request_id = ${requestId})
    insert into tag_events (request_id, topic_code, action, stage, author, at)
    select ${requestId}, code, 'removed', 'tagged', ${by.id}, ${by.now.toISOString()}::timestamptz from held where code not in (select code from said)
    union all
    select ${requestId}, code, 'added', 'tagged', ${by.id}, ${by.now.toISOString()}::timestamptz from said where code not in (select code from held)`);
}
