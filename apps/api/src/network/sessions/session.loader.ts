import DataLoader from "dataloader";
import { asc, eq, inArray } from "drizzle-orm";
import { arranged, grouped } from "../../db/arranged";
import type { Database } from "../../db/client";
import { topics } from "../framework/topic.table";
import { coachColumns, coaches } from "../providers/provider.table";
import { ratings, sessionCoaches, sessionNotes, sessions, sessionTopics } from "./session.table";

/** A session by its id. */
export const sessionById = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(sessions).where(inArray(sessions.id, [...ids]));
    return arranged("session", ids, rows, ({ id }) => id);
  });

/** An engagement's sessions, oldest first. */
export const sessionsByEngagement = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select()
      .from(sessions)
      .where(inArray(sessions.engagementId, [...ids]))
      .orderBy(asc(sessions.heldAt), asc(sessions.id));
    return grouped(ids, rows, ({ engagementId }) => engagementId);
  });

/** The coaches named for a session itself; empty = its engagement's. */
export const ownCoachesBySession = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select({ owner: sessionCoaches.sessionId, coach: coachColumns })
      .from(sessionCoaches)
      .innerJoin(coaches, eq(coaches.id, sessionCoaches.coachId))
      .where(inArray(sessionCoaches.sessionId, [...ids]))
      .orderBy(asc(coaches.name), asc(coaches.id));
    return grouped(ids, rows, ({ owner }) => owner).map((group) => group.map(({ coach }) => coach));
  });

/** The topics tagged to a session itself, in the framework's order; empty = its request's. */
export const ownTopicsBySession = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select({ owner: sessionTopics.sessionId, topic: topics })
      .from(sessionTopics)
      .innerJoin(topics, eq(topics.code, sessionTopics.topicCode))
      .where(inArray(sessionTopics.sessionId, [...ids]))
      .orderBy(asc(topics.position));
    return grouped(ids, rows, ({ owner }) => owner).map((group) => group.map(({ topic }) => topic));
  });

/** What was said of a session; null while unrated. */
export const ratingBySession = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(ratings).where(inArray(ratings.sessionId, [...ids]));
    return grouped(ids, rows, ({ sessionId }) => sessionId).map(([rating]) => rating ?? null);
  });

/** What the coaches noted of a session; null where they noted nothing, or the viewer is none of them. */
export const noteBySession = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select().from(sessionNotes).where(inArray(sessionNotes.sessionId, [...ids]));
    return grouped(ids, rows, ({ sessionId }) => sessionId).map(([row]) => row?.note ?? null);
  });
