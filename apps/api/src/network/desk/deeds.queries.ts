import { and, eq, isNull, sql } from "drizzle-orm";
import type { Account } from "../../access/viewer";
import type { Database } from "../../db/client";
import { badInput, conflict } from "../../errors";
import { requestCare } from "../requests/care.table";
import { requests } from "../requests/request.table";
import { requestMerges } from "./desk.table";
import { doOnce } from "./done.queries";
import { deskColleagues, type DeskColleague } from "./person.loader";

interface Doing {
  /** The deed's own id. */
  readonly key: string;
  readonly by: Account;
  readonly now: Date;
}

/**
 * Gives a request to somebody.
 * @param seen who the giver saw it with.
 * @returns the new owner, where they did not take it themselves just now; else null.
 * @throws DomainError CONFLICT where it is somebody else's by now.
 */
export async function assign(db: Database, requestId: string, { ownerId, seen }: { readonly ownerId: string; readonly seen: string | null }, { key, by, now }: Doing): Promise<DeskColleague | null> {
  const colleagues = await deskColleagues(db);
  const owner = colleagues.find(({ id }) => id === ownerId);
  if (!owner) throw badInput("input.ownerId", "Only staff with an open account look after requests.");
  let given: DeskColleague | null = null;
  await doOnce(db, { id: key, requestId, kind: "assigned", about: ownerId }, { by, now }, async () => {
    const [care] = await db.select().from(requestCare).where(eq(requestCare.requestId, requestId));
    const present = care?.ownerId ?? null;
    if (present !== seen) throw conflict(present === null ? "Nobody looks after this request any more." : `${nameOf(colleagues, present)} looks after this request by now.`);
    await db.execute(sql`insert into request_care (request_id) values (${requestId}) on conflict do nothing`);
    await db.update(requestCare).set({ ownerId, since: now }).where(eq(requestCare.requestId, requestId));
    given = owner.id === by.id ? null : owner;
  });
  return given;
}

const nameOf = (colleagues: readonly DeskColleague[], id: string): string => colleagues.find((colleague) => colleague.id === id)?.name ?? "Somebody";

/** Writes down what staff alone should know of a request. */
export const note = (db: Database, requestId: string, text: string, { key, by, now }: Doing): Promise<void> =>
  doOnce(db, { id: key, requestId, kind: "noted", text }, { by, now }, () => Promise.resolve());

/**
 * Ends a request that nobody was matched with.
 * @returns whether it was just now.
 * @throws DomainError CONFLICT for one that has ended, or that has coaches.
 */
export async function withdraw(db: Database, requestId: string, { reason, text }: { readonly reason: string; readonly text: string | null }, { key, by, now }: Doing): Promise<boolean> {
  let isNew = false;
  await doOnce(db, { id: key, requestId, kind: "withdrawn", reason, text }, { by, now }, async () => {
    await refuseEnded(db, requestId);
    await refuseEngaged(db, requestId, "It has coaches: close the engagement instead.");
    await refuseWaiting(db, requestId);
    await setWithdrawn(db, requestId, now);
    isNew = true;
  });
  return isNew;
}

/** Takes a withdrawal back. @throws DomainError CONFLICT where it was not withdrawn, or was merged. */
export const reopen = (db: Database, requestId: string, { key, by, now }: Doing): Promise<void> =>
  doOnce(db, { id: key, requestId, kind: "reopened" }, { by, now }, async () => {
    const [merge] = await db.select().from(requestMerges).where(eq(requestMerges.mergedId, requestId));
    if (merge) throw conflict("It was merged: take it apart again instead.");
    const reopened = await db.update(requests).set({ withdrawnAt: null }).where(and(eq(requests.id, requestId), sql`${requests.withdrawnAt} is not null`)).returning({ id: requests.id });
    if (reopened.length === 0) throw conflict("It was not withdrawn, or somebody has reopened it.");
  });

async function setWithdrawn(db: Database, requestId: string, now: Date): Promise<void> {
  // The demo's clock may stand before the moment at which a request was imported.
  await db.update(requests).set({ withdrawnAt: sql`greatest(${now.toISOString()}::timestamptz, ${requests.submittedAt})` }).where(and(eq(requests.id, requestId), isNull(requests.withdrawnAt)));
}

/** @throws DomainError CONFLICT with who ended it. */
async function refuseEnded(db: Database, requestId: string): Promise<void> {
  const [row] = await db.execute<{ withdrawn: boolean; by_name: string | null; kind: string | null }>(sql`
    select r.withdrawn_at is not null as withdrawn, d.by_name, d.kind from requests r
    left join lateral (select by_name, kind from desk_events where request_id = r.id and kind in ('withdrawn', 'merged') order by at desc, id limit 1) d on true where r.id = ${requestId}`);
  if (row?.withdrawn) throw conflict(`${row.by_name ?? "The leader"} has ${row.kind ?? "withdrawn"} it already.`);
}

/** @throws DomainError CONFLICT with these words, where it has an engagement. */
async function refuseEngaged(db: Database, requestId: string, words: string): Promise<void> {
  const [row] = await db.execute<{ engaged: boolean }>(sql`select exists (select from engagements where request_id = ${requestId}) as engaged`);
  if (row?.engaged) throw conflict(words);
}

/** @throws DomainError CONFLICT where somebody was asked about it and may still say yes. */
async function refuseWaiting(db: Database, requestId: string): Promise<void> {
  const [row] = await db.execute<{ offered: boolean; referred: boolean }>(sql`
    select exists (select from offers where request_id = ${requestId} and state = 'open') as offered,
      exists (select from referral_cases where request_id = ${requestId} and due_at is not null) as referred`);
  if (row?.offered) throw conflict("It is offered to coaches: take the offer back first.");
  if (row?.referred) throw conflict("It is being referred: end the referral first.");
}

/**
 * Puts two requests together that are one told twice: the younger is withdrawn into the older, or whichever nobody was matched with into the other.
 * @returns the one that was kept and the one that was merged.
 * @throws DomainError CONFLICT where both have coaches, or one has ended.
 */
export async function merge(db: Database, pair: readonly [string, string], { key, by, now }: Doing): Promise<{ keptId: string; mergedId: string }> {
  const { keptId, mergedId } = await whichIsKept(db, pair);
  await doOnce(db, { id: key, requestId: keptId, kind: "merged", about: mergedId }, { by, now, others: [mergedId] }, async () => {
    for (const id of pair) await refuseEnded(db, id);
    await refuseEngaged(db, mergedId, "Both have coaches, so neither can be merged into the other.");
    await refuseWaiting(db, mergedId);
    await setWithdrawn(db, mergedId, now);
    const [carried] = await db.execute<{ codes: string[] }>(sql`select carry_topics(${mergedId}, ${keptId}, ${by.name}, ${now.toISOString()}) as codes`);
    await db.insert(requestMerges).values({ mergedId, keptId, topicsAdded: carried?.codes ?? [], mergedBy: by.id, mergedAt: now });
  });
  return { keptId, mergedId };
}

async function whichIsKept(db: Database, [one, other]: readonly [string, string]): Promise<{ keptId: string; mergedId: string }> {
  const [first] = await db.execute<{ id: string }>(sql`
    select id from requests r where id in (${one}, ${other})
    order by exists (select from engagements e where e.request_id = r.id) desc, submitted_at, id limit 1`);
  return first?.id === other ? { keptId: other, mergedId: one } : { keptId: one, mergedId: other };
}

/** Takes apart what was merged. @returns the request that it was merged with. @throws DomainError CONFLICT where it is not merged. */
export async function unmerge(db: Database, mergedId: string, { key, by, now }: Doing): Promise<string> {
  const [standing] = await db.select().from(requestMerges).where(eq(requestMerges.mergedId, mergedId));
  const keptId = standing?.keptId ?? (await keptBefore(db, key));
  if (keptId === null) throw conflict("It is not merged, or somebody has taken it apart.");
  await doOnce(db, { id: key, requestId: keptId, kind: "unmerged", about: mergedId }, { by, now, others: [mergedId] }, async () => {
    const [gone] = await db.delete(requestMerges).where(and(eq(requestMerges.mergedId, mergedId), eq(requestMerges.keptId, keptId))).returning();
    if (!gone) throw conflict("It is not merged, or somebody has taken it apart.");
    await db.update(requests).set({ withdrawnAt: null }).where(eq(requests.id, mergedId));
    await db.execute(sql`select take_topics_back(${keptId}, ${sql.param(gone.topicsAdded)}::text[], ${by.name}, ${now.toISOString()})`);
  });
  return keptId;
}

/** A repeat finds nothing to take apart; what it did the first time says with which it was merged. */
async function keptBefore(db: Database, key: string): Promise<string | null> {
  const [row] = await db.execute<{ request_id: string }>(sql`select request_id from desk_events where id = ${key} and kind = 'unmerged'`);
  return row?.request_id ?? null;
}
