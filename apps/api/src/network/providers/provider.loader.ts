import DataLoader from "dataloader";
import { asc, eq, inArray } from "drizzle-orm";
import { arranged, grouped } from "../../db/arranged";
import type { Database } from "../../db/client";
import { topics } from "../framework/topic.table";
import { coachColumns, coaches, coachStates, coachTopics, providers } from "./provider.table";

/** An organisation by its id. */
export const providerById = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(providers).where(inArray(providers.id, [...ids]));
    return arranged("organisation", ids, rows, ({ id }) => id);
  });

/** A coach by their id. */
export const coachById = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select(coachColumns).from(coaches).where(inArray(coaches.id, [...ids]));
    return arranged("coach", ids, rows, ({ id }) => id);
  });

/** An organisation's coaches, by name. */
export const coachesByProvider = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select(coachColumns)
      .from(coaches)
      .where(inArray(coaches.providerId, [...ids]))
      .orderBy(asc(coaches.name), asc(coaches.id));
    return grouped(ids, rows, ({ providerId }) => providerId);
  });

/** What a coach lists, in the framework's order. */
export const topicsByCoach = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select({ owner: coachTopics.coachId, topic: topics })
      .from(coachTopics)
      .innerJoin(topics, eq(topics.code, coachTopics.topicCode))
      .where(inArray(coachTopics.coachId, [...ids]))
      .orderBy(asc(topics.position));
    return grouped(ids, rows, ({ owner }) => owner).map((group) => group.map(({ topic }) => topic));
  });

/** Postal codes of the states a coach serves; empty = any. */
export const statesByCoach = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(coachStates).where(inArray(coachStates.coachId, [...ids])).orderBy(asc(coachStates.stateCode));
    return grouped(ids, rows, ({ coachId }) => coachId).map((group) => group.map(({ stateCode }) => stateCode));
  });
