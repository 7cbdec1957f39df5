import { and, asc, eq, sql } from "drizzle-orm";
import type { TermValues } from "@arl/analysis/matching/learn";
import type { Database } from "../../db/client";
import { DomainError } from "../../errors";
import { matchChoices, offerCoaches, offerColumns, offers, type DeclineReason, type OfferAnswer, type OfferKind, type OfferRow, type OfferState } from "./offer.table";

/** An offer that is to be made. */
export interface NewOffer {
  readonly id: string;
  readonly kind: OfferKind;
  readonly requestId: string;
  /** Of a specialist. */
  readonly engagementId: string | null;
  /** Who is to lead first. */
  readonly coachIds: readonly string[];
  readonly message: string | null;
  readonly by: { readonly id: string | null; readonly name: string };
  readonly at: Date;
  readonly dueAt: Date;
}

/**
 * Holds requests to the end of the transaction: who offers one waits here for whoever offers, answers, withdraws or merges it, and then sees what they did.
 * Always in the same order, so that two who hold several wait for each other and do not block.
 */
export async function holdRequests(db: Database, requestIds: readonly string[]): Promise<void> {
  await db.execute(sql`select id from requests where id = any (${sql.param([...requestIds])}::text[]) order by id for no key update`);
}

/** An offer that was made before under the same id, with whom it asks. */
export async function offerMadeBefore(db: Database, id: string): Promise<{ readonly offer: OfferRow; readonly coachIds: readonly string[] } | null> {
  const [offer] = await db.select(offerColumns).from(offers).where(eq(offers.id, id));
  if (!offer) return null;
  const rows = await db.select({ id: offerCoaches.coachId }).from(offerCoaches).where(eq(offerCoaches.offerId, id)).orderBy(asc(offerCoaches.position));
  return { offer, coachIds: rows.map((row) => row.id) };
}

/** What keeps a request from being offered to a team. */
export interface Obstacle {
  readonly withdrawn: boolean;
  readonly hasCoaches: boolean;
  /** The offer that waits. */
  readonly open: OfferRow | null;
}

export async function obstacleOf(db: Database, requestId: string, now: Date): Promise<Obstacle> {
  const [row] = await db.execute<{ withdrawn: boolean; has_coaches: boolean }>(sql`
    select coalesce(r.withdrawn_at <= ${now.toISOString()}::timestamptz, false) as withdrawn,
      exists (select from engagements e where e.request_id = r.id and e.closed_at is null) as has_coaches from requests r where r.id = ${requestId}`);
  const [open] = await db.select(offerColumns).from(offers).where(and(eq(offers.requestId, requestId), eq(offers.kind, "team"), eq(offers.state, "open")));
  return { withdrawn: row?.withdrawn ?? false, hasCoaches: row?.has_coaches ?? false, open: open ?? null };
}

/** @param proposal how the team stood; of staff's offers alone. */
export async function addOffer(db: Database, { id, kind, requestId, engagementId, coachIds, message, by, at, dueAt }: NewOffer, proposal: unknown = null): Promise<void> {
  const columns = { id, kind, requestId, engagementId, madeBy: by.id, madeByName: by.name, madeAt: at, dueAt, message };
  if (proposal === null) {
    await db.execute(sql`insert into offers (id, kind, request_id, engagement_id, made_by, made_by_name, made_at, due_at, message)
      values (${id}::uuid, ${kind}, ${requestId}, ${engagementId}, ${by.id}, ${by.name}, ${at.toISOString()}::timestamptz, ${dueAt.toISOString()}::timestamptz, ${message})`);
  } else await db.insert(offers).values({ ...columns, proposal });
  for (const [position, coachId] of coachIds.entries()) await db.execute(sql`insert into offer_coaches (offer_id, coach_id, position) values (${id}::uuid, ${coachId}, ${position})`);
}

/** What staff chose, for weights to be learned from. */
export interface NewChoice {
  readonly offerId: string;
  readonly chosen: TermValues;
  readonly other: TermValues;
  readonly overridden: boolean;
  readonly reason: string | null;
  readonly note: string | null;
  readonly madeByName: string;
  readonly madeAt: Date;
}

export async function addChoice(db: Database, choice: NewChoice): Promise<void> {
  await db.insert(matchChoices).values(choice);
}

/** What came of an answer. */
export type Answered =
  | { readonly outcome: "unknown" | "waiting" | "declined" | "consent_asked" }
  | { readonly outcome: "answered"; readonly answer: OfferAnswer; readonly why: DeclineReason | null; readonly at: string }
  | { readonly outcome: "over"; readonly state: OfferState; readonly at: string }
  | { readonly outcome: "matched"; readonly engagementId: string };

/** Writes an answer down, and all that follows from it; two at once come one after the other. */
export async function answerOffer(db: Database, offerId: string, coachId: string, { answer, why, note }: { readonly answer: OfferAnswer; readonly why: DeclineReason | null; readonly note: string | null }, now: Date): Promise<Answered> {
  const [row] = await db.execute<{ result: Answered }>(sql`
    select answer_offer(${offerId}::uuid, ${coachId}, ${answer}, ${why}, ${note}, ${now.toISOString()}::timestamptz) as result`);
  if (!row) throw new Error("A function answers with one row.");
  return row.result;
}

/**
 * Takes an open offer back.
 * @throws DomainError NOT_FOUND, or CONFLICT where it is no longer open.
 */
export async function withdrawOffer(db: Database, id: string, now: Date): Promise<void> {
  const [held] = await db.select({ state: offers.state }).from(offers).where(eq(offers.id, id)).for("update");
  if (!held) throw new DomainError("NOT_FOUND", `No offer has the id "${id}".`);
  if (held.state === "withdrawn") return;
  if (held.state !== "open") throw new DomainError("CONFLICT", `The offer is ${held.state} already.`);
  await db.update(offers).set({ state: "withdrawn", endedAt: now }).where(eq(offers.id, id));
}

/** Offers that wait for an answer, the most urgent first; teams and specialists alike. */
export const openOffers = (db: Database): Promise<OfferRow[]> => db.select(offerColumns).from(offers).where(eq(offers.state, "open")).orderBy(asc(offers.dueAt), asc(offers.id));

/** Open offers that ran out, held for this transaction alone. */
export const overdueOffers = (db: Database, now: Date): Promise<OfferRow[]> =>
  db.select(offerColumns).from(offers).where(and(eq(offers.state, "open"), sql`${offers.dueAt} <= ${now.toISOString()}::timestamptz`)).orderBy(asc(offers.dueAt)).for("update", { skipLocked: true });

/** Open offers of requests that were withdrawn since, held for this transaction alone. */
export const strandedOffers = (db: Database, now: Date): Promise<OfferRow[]> =>
  db
    .select(offerColumns)
    .from(offers)
    .where(and(eq(offers.state, "open"), sql`exists (select from requests r where r.id = ${offers.requestId} and r.withdrawn_at <= ${now.toISOString()}::timestamptz)`))
    .orderBy(asc(offers.dueAt))
    .for("update", { skipLocked: true });

/** Open offers half of whose time is over, and that nobody was reminded of. */
export const offersToRemindOf = (db: Database, now: Date): Promise<OfferRow[]> =>
  db
    .select(offerColumns)
    .from(offers)
    .where(and(eq(offers.state, "open"), sql`${offers.remindedAt} is null`, sql`${offers.madeAt} + (${offers.dueAt} - ${offers.madeAt}) / 2 <= ${now.toISOString()}::timestamptz`))
    .orderBy(asc(offers.dueAt))
    .for("update", { skipLocked: true });

export async function markOffer(db: Database, id: string, change: { readonly state?: OfferState; readonly endedAt?: Date; readonly remindedAt?: Date }): Promise<void> {
  await db.update(offers).set(change).where(eq(offers.id, id));
}

/** Requests whose latest offer to a team was declined or ran out, with how many they have had; held, but for those that somebody is busy with. */
export async function requestsToOfferAgain(db: Database, now: Date): Promise<{ readonly requestId: string; readonly offers: number }[]> {
  return db.execute<{ requestId: string; offers: number }>(sql`
    select latest.request_id as "requestId", (select count(*)::integer from offers n where n.request_id = latest.request_id and n.kind = 'team') as offers
    from (select distinct on (request_id) request_id, state from offers where kind = 'team' order by request_id, made_at desc, id desc) latest join requests r on r.id = latest.request_id
    where latest.state in ('declined', 'expired') and not coalesce(r.withdrawn_at <= ${now.toISOString()}::timestamptz, false)
      and not exists (select from engagements e where e.request_id = r.id and e.closed_at is null)
      and not exists (select from referrals f where f.request_id = r.id)
    order by 1 for no key update of r skip locked`);
}

/** What bars each of the coaches from a request, whatever the team; nothing of those whom nothing does. */
export async function barsOf(db: Database, requestId: string, coachIds: readonly string[], now: Date): Promise<{ readonly coachId: string; readonly why: string }[]> {
  return db.execute<{ coachId: string; why: string }>(sql`
    select coach_id as "coachId", why from match_bars(${requestId}, ${sql.param([...coachIds])}::text[], ${now.toISOString()}::timestamptz)`);
}

/** The time zones of coaches who have said theirs. */
export async function zonesOf(db: Database, coachIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.execute<{ id: string; zone: string }>(sql`select coach_id as id, time_zone as zone from coach_profiles where coach_id = any (${sql.param([...coachIds])}::text[]) and time_zone is not null`);
  return new Map(rows.map(({ id, zone }) => [id, zone]));
}

/** Coaches whom a request was offered to as a team, whatever they said. */
export async function askedBefore(db: Database, requestId: string): Promise<ReadonlySet<string>> {
  const rows = await db.execute<{ id: string }>(sql`select distinct a.coach_id as id from offers o join offer_coaches a on a.offer_id = o.id where o.request_id = ${requestId} and o.kind = 'team'`);
  return new Set(rows.map(({ id }) => id));
}
