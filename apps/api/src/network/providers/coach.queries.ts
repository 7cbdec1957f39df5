import { asc, sql } from "drizzle-orm";
import type { CoachRole } from "@arl/schema/enums";
import type { Database } from "../../db/client";
import { positionPage } from "../../db/page.queries";
import type { Page, PageRequest, Position } from "../../page";
import { providers, type ProviderRow } from "./provider.table";

export interface CoachFilter {
  readonly role: CoachRole | null;
  /** Topic codes, any of which the coach lists; null = no matter. */
  readonly topics: readonly string[] | null;
  /** Organisations; null = no matter. */
  readonly providers: readonly string[] | null;
}

/** Coaches by name. */
export function coachPage(db: Database, { role, topics, providers: organisations }: CoachFilter, request: PageRequest): Promise<Page<Position>> {
  const ofRole = role === null ? sql`true` : sql`c.role = ${role}`;
  const onTopics =
    topics === null ? sql`true` : sql`exists (select from coach_topics ct where ct.coach_id = c.id and ct.topic_code in (select h.heir from topic_heirs() h where h.code = any(${sql.param([...topics])}::text[])))`;
  const ofProviders = organisations === null ? sql`true` : sql`c.provider_id = any(${sql.param([...organisations])}::text[])`;
  const listed = sql`select c.id, lower(c.name) as key from coaches c where ${ofRole} and ${onTopics} and ${ofProviders}`;
  return positionPage(db, listed, "ascending", request);
}

/** Every organisation, by name. */
export function listProviders(db: Database): Promise<ProviderRow[]> {
  return db.select().from(providers).orderBy(asc(providers.name), asc(providers.id));
}
