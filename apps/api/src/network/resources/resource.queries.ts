import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { positionPage } from "../../db/page.queries";
import type { Page, PageRequest, Position } from "../../page";

export interface ResourceFilter {
  /** Codes of topics or domains, any of which it is about; null = no matter. */
  readonly topics: readonly string[] | null;
  /** Part of the title; null = no matter. */
  readonly search: string | null;
  /** Current at this moment. */
  readonly now: Date;
}

/** Current resources by title. */
export function resourcePage(db: Database, { topics, search, now }: ResourceFilter, request: PageRequest): Promise<Page<Position>> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const about =
    topics === null
      ? sql`true`
      : sql`exists (select from resource_topics rt join topics t on t.code = rt.topic_code
          where rt.resource_id = r.id and (t.code in (select h.heir from topic_heirs() h where h.code = any(${sql.param([...topics])}::text[])) or t.domain_code = any(${sql.param([...topics])}::text[])))`;
  const titled = search === null ? sql`true` : sql`position(lower(${search}) in lower(r.title)) > 0`;
  const listed = sql`
    select r.id, lower(r.title) as key from resources r
    where coalesce(r.published_at <= ${moment}, true) and coalesce(r.retired_at > ${moment}, true) and ${about} and ${titled}`;
  return positionPage(db, listed, "ascending", request);
}
