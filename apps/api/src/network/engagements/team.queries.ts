import { eq, sql } from "drizzle-orm";
import type { CloseReason } from "@arl/schema/enums";
import type { Database } from "../../db/client";
import type { NamedCoach } from "../matching/offerFacts.loader";
import { consents, type ConsentAnswer, type ConsentRow } from "./team.table";
import type { TeamChange } from "./team.type";

/** How an engagement's leader and team are reached. */
export interface Contacts {
  readonly requestId: string;
  readonly leaderName: string | null;
  readonly leaderEmail: string | null;
  readonly systemName: string;
  /** The lead first. */
  readonly team: readonly NamedCoach[];
  readonly owner: { readonly id: string; readonly name: string; readonly email: string } | null;
}

/** Null where the viewer may not act on it. */
export async function contactsOf(db: Database, engagementId: string): Promise<Contacts | null> {
  const [row] = await db.execute<{ contacts: Contacts | null }>(sql`select engagement_contacts(${engagementId}) as contacts`);
  return row?.contacts ?? null;
}

export type Changed = { readonly outcome: "unknown" | "same" | "last" | "done" } | { readonly outcome: "closed"; readonly at: string } | { readonly outcome: "barred"; readonly why: string };

/** Two changes of one team at once come one after the other. Who held its sessions so far is kept. */
export async function changeTeam(db: Database, { engagementId, coachId, change, why }: { readonly engagementId: string; readonly coachId: string; readonly change: TeamChange; readonly why: string | null }, now: Date): Promise<Changed> {
  const [row] = await db.execute<{ result: Changed }>(sql`select change_team(${engagementId}, ${coachId}, ${change}, ${why}, ${now.toISOString()}::timestamptz) as result`);
  if (!row) throw new Error("A function answers with one row.");
  return row.result;
}

export type Closed = { readonly outcome: "unknown" } | { readonly outcome: "closed"; readonly at: string; readonly reason: CloseReason | null } | { readonly outcome: "done"; readonly requestId: string };

export async function closeEngagement(db: Database, engagementId: string, reason: CloseReason, now: Date): Promise<Closed> {
  const [row] = await db.execute<{ result: Closed }>(sql`select close_engagement(${engagementId}, ${reason}, ${now.toISOString()}::timestamptz) as result`);
  if (!row) throw new Error("A function answers with one row.");
  return row.result;
}

export type Consented =
  | { readonly outcome: "unknown" }
  | { readonly outcome: "over" }
  | { readonly outcome: "answered"; readonly answer: ConsentAnswer; readonly at: string }
  | { readonly outcome: ConsentAnswer; readonly offerId: string; readonly engagementId: string };

/** Writes a leader's answer down; with a yes the specialist joins. */
export async function answerConsent(db: Database, id: string, answer: ConsentAnswer, now: Date): Promise<Consented> {
  const [row] = await db.execute<{ result: Consented }>(sql`select answer_consent(${id}::uuid, ${answer}, ${now.toISOString()}::timestamptz) as result`);
  if (!row) throw new Error("A function answers with one row.");
  return row.result;
}

export async function consentById(db: Database, id: string): Promise<ConsentRow | null> {
  const [row] = await db.select().from(consents).where(eq(consents.id, id));
  return row ?? null;
}
