import DataLoader from "dataloader";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { arranged, grouped } from "../../db/arranged";
import type { Database } from "../../db/client";
import { offerCoaches, offerColumns, offers, type OfferCoachRow } from "./offer.table";

/** An offer by its id. */
export const offerById = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db.select(offerColumns).from(offers).where(inArray(offers.id, [...ids]));
    return arranged("offer", ids, rows, ({ id }) => id);
  });

/** A request's offers, the latest first, to teams and specialists alike. */
export const offersByRequest = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select(offerColumns)
      .from(offers)
      .where(inArray(offers.requestId, [...ids]))
      .orderBy(desc(offers.madeAt), desc(offers.id));
    return grouped(ids, rows, ({ requestId }) => requestId);
  });

/** Whom an offer asks and what they have said, who is to lead first. */
export const coachesByOffer = (db: Database) =>
  new DataLoader(async (ids: readonly string[]): Promise<OfferCoachRow[][]> => {
    const rows = await db
      .select({ offerId: offerCoaches.offerId, coachId: offerCoaches.coachId, position: offerCoaches.position, answer: offerCoaches.answer, answeredAt: offerCoaches.answeredAt })
      .from(offerCoaches)
      .where(inArray(offerCoaches.offerId, [...ids]))
      .orderBy(asc(offerCoaches.position));
    return grouped(ids, rows, ({ offerId }) => offerId);
  });

/** Offers to specialists to join an engagement, the latest first. */
export const specialistOffersByEngagement = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows = await db
      .select(offerColumns)
      .from(offers)
      .where(and(inArray(offers.engagementId, [...ids]), eq(offers.kind, "specialist")))
      .orderBy(desc(offers.madeAt), desc(offers.id));
    return grouped(ids, rows, ({ engagementId }) => engagementId ?? "");
  });
