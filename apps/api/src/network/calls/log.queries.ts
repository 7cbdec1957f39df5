import { createHash } from "node:crypto";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Account } from "../../access/viewer";
import type { Database } from "../../db/client";
import { badInput, conflict, notFound } from "../../errors";
import { coaches } from "../providers/provider.table";
import { resources } from "../resources/resource.table";
import { ratings, sessionCoaches, sessionNotes, sessions, sessionTopics, type SessionRow } from "../sessions/session.table";
import { plannedCalls, sessionLogs, sessionResources, sessionSteps, type StepRow } from "./call.table";
import type { LoggedSession } from "./log.input";

/** How long who logged a session may change it or take it back. */
export const HOURS_TO_MEND = 24;

/** What tells whether the same was sent again. */
const digestOf = (said: LoggedSession): string => createHash("sha256").update(JSON.stringify(said)).digest("hex");

/** The engagement as its coach sees it, locked against being closed meanwhile. */
export interface Logging {
  readonly submittedAt: Date;
  /** Whether the viewer is one of its coaches. */
  readonly isOwn: boolean;
  readonly closedAt: Date | null;
}

/** @returns null where there is no such engagement for the viewer. */
export async function engagementToLog(db: Database, id: string): Promise<Logging | null> {
  const [row] = await db.execute<{ submitted_at: string; closed_at: string | null; own: boolean }>(sql`
    select r.submitted_at, e.closed_at, e.id in (select viewer_coached_engagement_ids()) as own
    from engagements e join requests r on r.id = e.request_id where e.id = ${id}`);
  return row ? { submittedAt: new Date(row.submitted_at), closedAt: row.closed_at === null ? null : new Date(row.closed_at), isOwn: row.own } : null;
}

/**
 * Logs a session with all that was said of it.
 * @returns the session, and whether it was logged just now rather than before.
 * @throws DomainError CONFLICT where its id stands for something else; BAD_USER_INPUT for topics, coaches, resources or a planned call that are not there.
 */
export async function logSession(db: Database, said: LoggedSession, heldAt: Date, by: Account, at: Date): Promise<{ session: SessionRow; isNew: boolean }> {
  const digest = digestOf(said);
  // Two that arrive at once: the second waits for the first, and then finds what it logged.
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${said.id}, 0))`);
  const [before] = await db.select({ said: sessionLogs.said, session: sessions }).from(sessions).leftJoin(sessionLogs, eq(sessionLogs.sessionId, sessions.id)).where(eq(sessions.id, said.id));
  if (before && before.said !== digest) throw conflict("Another session was logged under this id.");
  if (before) return { session: before.session, isNew: false };
  await checkNamed(db, said);
  const { id, engagementId, minutes, mode, challengeLevel } = said;
  const session = { id, engagementId, heldAt, minutes, mode, challengeLevel };
  // Without `returning`: the policy by which it is read looks for the row among those that were there before.
  await db.insert(sessions).values(session);
  await writeDetails(db, said);
  await db.insert(sessionLogs).values({ sessionId: id, loggedBy: by.id, loggedByName: by.name, loggedAt: at, said: digest });
  if (said.plannedCallId !== null) await keepPlan(db, said.plannedCallId, said);
  return { session, isNew: true };
}

async function writeDetails(db: Database, { id: sessionId, engagementId, topics, coachIds, note, steps, resourceIds }: LoggedSession): Promise<void> {
  if (coachIds.length > 0) await db.insert(sessionCoaches).values(coachIds.map((coachId) => ({ sessionId, coachId })));
  if (topics.length > 0) await db.insert(sessionTopics).values(topics.map((topicCode) => ({ sessionId, topicCode })));
  if (note !== null) await db.insert(sessionNotes).values({ sessionId, note });
  // The id is given here: who adds a step may set no other column than these.
  for (const [position, { text, who, due }] of steps.entries()) {
    await db.execute(sql`insert into session_steps (session_id, engagement_id, position, text, who, due) values (${sessionId}, ${engagementId}, ${position}, ${text}, ${who}, ${due})`);
  }
  if (resourceIds.length > 0) await db.insert(sessionResources).values(resourceIds.map((resourceId) => ({ sessionId, resourceId })));
}

async function checkNamed(db: Database, { topics, coachIds, resourceIds }: LoggedSession): Promise<void> {
  if (topics.length > 0) {
    const known = await db.execute<{ code: string }>(sql`select code from topics where code = any(${sql.param(topics)}::text[]) and kind <> 'domain'`);
    refuseUnknown("input.topics", topics, known.map(({ code }) => code), "The framework has no topic");
  }
  if (coachIds.length > 0) {
    const known = await db.select({ id: coaches.id }).from(coaches).where(inArray(coaches.id, coachIds));
    refuseUnknown("input.coachIds", coachIds, known.map(({ id }) => id), "There is no coach");
  }
  if (resourceIds.length > 0) {
    const known = await db.select({ id: resources.id }).from(resources).where(inArray(resources.id, resourceIds));
    refuseUnknown("input.resourceIds", resourceIds, known.map(({ id }) => id), "There is no resource");
  }
}

function refuseUnknown(field: string, given: readonly string[], known: readonly string[], what: string): void {
  const strange = given.find((each) => !known.includes(each));
  if (strange !== undefined) throw badInput(field, `${what} ${strange}.`);
}

/** A planned call that was held. @throws DomainError BAD_USER_INPUT where it is another engagement's, was called off, or is logged already. */
async function keepPlan(db: Database, planId: string, { id, engagementId }: LoggedSession): Promise<void> {
  const kept = await db
    .update(plannedCalls)
    .set({ sessionId: id })
    .where(and(eq(plannedCalls.id, planId), eq(plannedCalls.engagementId, engagementId), isNull(plannedCalls.sessionId), isNull(plannedCalls.cancelledAt)))
    .returning({ id: plannedCalls.id });
  if (kept.length === 0) throw badInput("input.plannedCallId", "This is no call that is planned in this engagement.");
}

interface Logged {
  readonly session: SessionRow;
  readonly isRated: boolean;
}

/** What the viewer logged within the last day. @throws DomainError NOT_FOUND; CONFLICT with the reason. */
async function loggedLately(db: Database, id: string, by: Account, now: Date, what: string): Promise<Logged> {
  const [row] = await db
    .select({ session: sessions, log: sessionLogs, rated: ratings.sessionId })
    .from(sessions)
    .leftJoin(sessionLogs, eq(sessionLogs.sessionId, sessions.id))
    .leftJoin(ratings, eq(ratings.sessionId, sessions.id))
    .where(eq(sessions.id, id));
  if (!row) throw notFound("session", id);
  if (row.log?.loggedBy !== by.id) throw conflict(`Only who logged a session ${what === "changed" ? "changes it" : "takes it back"}.`);
  if (now.getTime() - row.log.loggedAt.getTime() > HOURS_TO_MEND * 3_600_000) throw conflict(`A session can be ${what} for ${HOURS_TO_MEND} hours.`);
  return { session: row.session, isRated: row.rated !== null };
}

/**
 * Puts what is said now in the place of what was said of a session; steps that were done stay done where their words are the same.
 * @throws DomainError NOT_FOUND; CONFLICT for who did not log it, after a day, or for another engagement; BAD_USER_INPUT as logSession.
 */
export async function changeSession(db: Database, said: LoggedSession, heldAt: Date, by: Account, now: Date): Promise<SessionRow> {
  const { id, minutes, mode, challengeLevel } = said;
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
  const { session } = await loggedLately(db, id, by, now, "changed");
  if (session.engagementId !== said.engagementId) throw conflict("This session is another engagement's.");
  await checkNamed(db, said);
  const done = await db.select({ text: sessionSteps.text, doneAt: sessionSteps.doneAt }).from(sessionSteps).where(eq(sessionSteps.sessionId, id));
  for (const part of [sessionCoaches, sessionTopics, sessionNotes, sessionSteps, sessionResources]) await db.delete(part).where(eq(part.sessionId, id));
  await db.update(sessions).set({ heldAt, minutes, mode, challengeLevel }).where(eq(sessions.id, id));
  await writeDetails(db, said);
  for (const { text, doneAt } of done) {
    if (doneAt !== null) await db.update(sessionSteps).set({ doneAt }).where(and(eq(sessionSteps.sessionId, id), eq(sessionSteps.text, text)));
  }
  await db.update(sessionLogs).set({ said: digestOf(said) }).where(eq(sessionLogs.sessionId, id));
  return { ...session, heldAt, minutes, mode, challengeLevel };
}

/**
 * Takes back what the viewer logged within the last day, as long as nobody has rated it.
 * @throws DomainError NOT_FOUND; CONFLICT with the reason.
 */
export async function takeBackSession(db: Database, id: string, by: Account, now: Date): Promise<SessionRow> {
  const { session, isRated } = await loggedLately(db, id, by, now, "taken back");
  if (isRated) throw conflict("The leader has rated this session, so it stays.");
  await db.delete(sessions).where(eq(sessions.id, id));
  await db.execute(sql`select audit('session.taken_back', 'session', ${id}, ${JSON.stringify({ engagement: session.engagementId })}::jsonb)`);
  return session;
}

/** @throws DomainError NOT_FOUND where there is no such step, or none that the viewer may settle. */
export async function settleStep(db: Database, id: string, doneAt: Date | null): Promise<StepRow> {
  const [step] = await db.update(sessionSteps).set({ doneAt }).where(eq(sessionSteps.id, id)).returning();
  if (!step) throw notFound("step", id);
  return step;
}

/** Whom the mail about a call goes to: the leader of the request, and those who answer. */
export interface CallParties {
  readonly leaderName: string | null;
  readonly leaderEmail: string | null;
  readonly requestId: string;
}

export async function partiesOf(db: Database, engagementId: string): Promise<CallParties> {
  const [row] = await db.execute<{ name: string | null; email: string | null; request_id: string }>(sql`
    select l.name, l.email, e.request_id from engagements e join requests r on r.id = e.request_id left join leaders l on l.id = r.leader_id where e.id = ${engagementId}`);
  if (!row) throw notFound("engagement", engagementId);
  return { leaderName: row.name, leaderEmail: row.email, requestId: row.request_id };
}
