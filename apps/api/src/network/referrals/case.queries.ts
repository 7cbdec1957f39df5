import { and, eq, isNull, lt, sql } from "drizzle-orm";
import type { ReferralOutcome } from "@arl/schema/enums";
import type { Database } from "../../db/client";
import { badInput, conflict, notFound } from "../../errors";
import type { RequestOwner } from "../requests/care.loader";
import { dueAfter, stepOf, type CaseAction, type CaseActor, type CaseState } from "./case";
import { referralCases, type referralEvents, type ReferralCaseRow } from "./case.table";
import { referrals } from "./referral.table";

export type DraftedReferral = Pick<ReferralCaseRow, "id" | "requestId" | "destination" | "destinationEmail" | "reason" | "summary">;

/**
 * Keeps a draft, or changes it as long as it is one.
 * @throws DomainError BAD_USER_INPUT without such a request; CONFLICT where the request was withdrawn or has another referral under way, or this one has left the desk.
 */
export async function draftReferral(db: Database, draft: DraftedReferral, byName: string, at: Date): Promise<ReferralCaseRow> {
  const { id, requestId, ...said } = draft;
  // A leader who stops it now is waited for.
  const [request] = await db.execute<{ stopped: boolean }>(sql`select withdrawn_at is not null as stopped from requests where id = ${requestId} for share`);
  if (!request) throw badInput("input.requestId", "There is no such request.");
  const [before] = await db.select().from(referralCases).where(eq(referralCases.id, id)).for("update");
  if (before && (before.requestId !== requestId || before.state !== "drafted")) throw conflict("This referral is no draft any more.");
  if (before && sameAs(before, said)) return before;
  if (request.stopped) throw conflict("This request was withdrawn: reopen it before you refer it.");
  if (!before) {
    const kept = await db
      .insert(referralCases)
      .values({ ...draft, draftedByName: byName, draftedAt: at, dueAt: dueAfter("drafted", at) })
      .onConflictDoNothing()
      .returning();
    if (!kept[0]) throw conflict("This request has a referral under way; end that one first.");
    await note(db, { caseId: id, action: "draft", at, byName, word: null });
    return kept[0];
  }
  const [changed] = await db.update(referralCases).set(said).where(eq(referralCases.id, id)).returning();
  if (!changed) throw new Error("A locked row is there.");
  await note(db, { caseId: id, action: "change", at, byName, word: null });
  return changed;
}

const sameAs = (before: ReferralCaseRow, said: Omit<DraftedReferral, "id" | "requestId">): boolean =>
  before.destination === said.destination && before.destinationEmail === said.destinationEmail && before.reason === said.reason && before.summary === said.summary;

export interface Move {
  readonly id: string;
  readonly action: CaseAction;
  readonly actor: CaseActor;
  /** A person's name, "the leader", or the destination. */
  readonly byName: string;
  readonly word: string | null;
  readonly at: Date;
}

/** What its holder may read of a case, staff and link alike. */
export type MovedCase = Pick<ReferralCaseRow, "id" | "requestId" | "destination" | "summary" | "state">;

const movable = { id: referralCases.id, requestId: referralCases.requestId, destination: referralCases.destination, summary: referralCases.summary, state: referralCases.state };

/**
 * Moves a case by one step, after whoever else does at the same time.
 * @returns the case, where it stood before, and whether this was the step that moved it: the same again changes nothing.
 * @throws DomainError NOT_FOUND, or CONFLICT where the step is not possible any more.
 */
export async function moveCase(db: Database, { id, action, actor, byName, word, at }: Move): Promise<{ moved: MovedCase; from: CaseState; isNew: boolean }> {
  const [held] = await db.select(movable).from(referralCases).where(eq(referralCases.id, id));
  if (!held) throw notFound("referral", id);
  const to = stepOf(held.state, action, actor);
  if (to === null) return { moved: await standing(held, action, actor), from: held.state, isNew: false };
  // Whoever comes second finds the state changed, and no row.
  const [moved] = await db.execute<{ id: string }>(sql`
    update referral_cases set state = ${to}, reminded_at = null, due_at = ${dueAfter(to, at)?.toISOString() ?? null}::timestamptz where id = ${id} and state = ${held.state} returning id`);
  if (!moved) throw conflict("Somebody else has just moved this referral; look again.");
  await note(db, { caseId: id, action, at, byName, word });
  return { moved: { ...held, state: to }, from: held.state, isNew: true };
}

/** A step that was taken before, asked for again. @throws DomainError CONFLICT for any other. */
async function standing(held: MovedCase, action: CaseAction, actor: CaseActor): Promise<MovedCase> {
  const before: readonly CaseState[] = ["drafted", "consent_asked", "consented", "sent", "acknowledged"];
  if (before.some((from) => stepOf(from, action, actor) === held.state)) return held;
  throw conflict(`A referral that is ${held.state.replace("_", " ")} cannot be ${PAST[action]}.`);
}

const PAST: Readonly<Record<CaseAction, string>> = {
  ask_consent: "put to its leader",
  agree: "agreed to",
  refuse: "refused",
  send: "sent",
  acknowledge: "taken on",
  turn_down: "turned down",
  settle: "settled",
  cancel: "cancelled",
};

// In SQL: nobody may set the id, which an insert of the library names.
const note = (db: Database, { caseId, action, at, byName, word = null }: typeof referralEvents.$inferInsert) =>
  db.execute(sql`insert into referral_events (case_id, action, at, by_name, word) values (${caseId}, ${action}, ${at.toISOString()}, ${byName}, ${word})`);

/** The row by which figures know that a request was sent on. */
export async function recordSending(db: Database, { id, requestId, destination }: MovedCase, reason: string | null, sentAt: Date): Promise<void> {
  await db.insert(referrals).values({ id, requestId, destination, reason, sentAt });
}

export async function recordOutcome(db: Database, id: string, outcome: ReferralOutcome, outcomeAt: Date): Promise<void> {
  await db.update(referrals).set({ outcome, outcomeAt }).where(and(eq(referrals.id, id), isNull(referrals.outcome)));
}

/** Whom mail about a referral goes to, and who answers it. */
export interface ReferralPeople {
  readonly systemName: string;
  readonly leaderName: string | null;
  readonly leaderEmail: string | null;
  /** Null where nobody looks after the request, or whoever did has left. */
  readonly owner: RequestOwner | null;
  /** Whether the owner is who acts by the link, under their own address. */
  readonly ownerActs: boolean;
  /** Whether the request was withdrawn. */
  readonly stopped: boolean;
}

const NOBODY: ReferralPeople = { systemName: "", leaderName: null, leaderEmail: null, owner: null, ownerActs: false, stopped: false };

export async function peopleOf(db: Database, requestId: string): Promise<ReferralPeople> {
  const [row] = await db.execute<Record<"system_name" | "owner_name" | "owner_email", string> & Record<"leader_name" | "leader_email" | "owner_id", string | null> & Record<"owner_acts" | "stopped", boolean>>(
    sql`select * from referral_people(${requestId})`,
  );
  if (!row) return NOBODY;
  const owner = row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name, email: row.owner_email };
  return { systemName: row.system_name, leaderName: row.leader_name, leaderEmail: row.leader_email, owner, ownerActs: row.owner_acts, stopped: row.stopped };
}

export async function caseById(db: Database, id: string): Promise<ReferralCaseRow> {
  const [row] = await db.select().from(referralCases).where(eq(referralCases.id, id));
  if (!row) throw notFound("referral", id);
  return row;
}

export async function receivedCase(db: Database, id: string): Promise<MovedCase | null> {
  const [row] = await db.select(movable).from(referralCases).where(eq(referralCases.id, id));
  return row ?? null;
}

/** Where requests were sent on to before, the latest first; those of before there were cases have no address. */
export async function destinationsUsed(db: Database): Promise<{ destination: string; email: string | null }[]> {
  const rows = await db.execute<{ destination: string; email: string | null }>(sql`
    select destination, (array_agg(email order by at desc) filter (where email is not null))[1] as email
    from (select destination, destination_email as email, drafted_at as at from referral_cases union all select destination, null, sent_at from referrals) as used
    group by destination order by max(at) desc, destination limit ${MOST_DESTINATIONS}`);
  return rows.map(({ destination, email }) => ({ destination, email }));
}
const MOST_DESTINATIONS = 50;

/** Cases in which somebody outside the desk should have acted, and was not reminded; each is marked, so that nobody is reminded twice. */
export async function takeOverdue(db: Database, now: Date): Promise<ReferralCaseRow[]> {
  return db
    .update(referralCases)
    .set({ remindedAt: now })
    .where(and(lt(referralCases.dueAt, now), isNull(referralCases.remindedAt), sql`${referralCases.state} in ('consent_asked', 'acknowledged', 'sent')`))
    .returning();
}
