import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { badInput, conflict, notFound } from "../../errors";
import { capacityOffers, capacityUses, type CapacityOfferRow } from "./capacity.table";

export const listOffers = (db: Database): Promise<CapacityOfferRow[]> =>
  db.select().from(capacityOffers).orderBy(asc(capacityOffers.systemId), asc(capacityOffers.activeFrom), asc(capacityOffers.id));

/** What is stated, without who says so and when. */
export type StatedCapacity = Omit<CapacityOfferRow, "statedByName" | "statedAt">;

/**
 * States coaching days, or changes what was stated under the same id.
 * @throws DomainError BAD_USER_INPUT for a system that is not there, CONFLICT for an id that stands for another system or model.
 */
export async function stateCapacity(db: Database, given: StatedCapacity, statedByName: string, statedAt: Date): Promise<CapacityOfferRow> {
  const [system] = await db.execute(sql`select from systems where id = ${given.systemId}`);
  if (!system) throw badInput("input.systemId", "There is no such system.");
  const { id, systemId, model, ...stated } = given;
  const [before] = await db.select().from(capacityOffers).where(eq(capacityOffers.id, id)).for("update");
  if (before && (before.systemId !== systemId || before.model !== model)) throw conflict("This id stands for the coaching days of another system, or of another model.");
  const [row] = await db
    .insert(capacityOffers)
    .values({ ...given, statedByName, statedAt })
    .onConflictDoUpdate({ target: capacityOffers.id, set: { ...stated, statedByName, statedAt } })
    .returning();
  if (!row) throw new Error("What was stated is there.");
  return row;
}

/** @throws DomainError NOT_FOUND; BAD_USER_INPUT for a month that has not begun, or in which nothing was offered. */
export async function reportCapacity(db: Database, { offerId, month, days }: { readonly offerId: string; readonly month: string; readonly days: number }, reportedByName: string, at: Date): Promise<CapacityOfferRow> {
  const [offer] = await db.select().from(capacityOffers).where(eq(capacityOffers.id, offerId));
  if (!offer) throw notFound("statement of coaching days", offerId);
  if (month > at.toISOString().slice(0, 10)) throw badInput("input.month", "This month has not begun.");
  if (month < `${offer.activeFrom.slice(0, 7)}-01` || (offer.activeTo !== null && month >= offer.activeTo)) throw badInput("input.month", "Nothing was offered in this month.");
  const values = { offerId, month, days, reportedByName, reportedAt: at };
  await db
    .insert(capacityUses)
    .values(values)
    .onConflictDoUpdate({ target: [capacityUses.offerId, capacityUses.month], set: { days, reportedByName, reportedAt: at } });
  return offer;
}
