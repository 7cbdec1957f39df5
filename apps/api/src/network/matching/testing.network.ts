import { randomUUID } from "node:crypto";
import type { Account } from "../../access/viewer";
import type { TestDatabase } from "../../db/testing";
import { STAFF } from "../../testing";

export const NOW = new Date("2021-02-01T14:00:00Z");

/** A concierge whose account is there, as writes need it. */
export const CONCIERGE = STAFF as Account;

const account = (id: string, coachId: string, providerId: string): Account => ({ id, name: `Coach ${coachId}`, email: `${coachId}@test.example`, roles: ["coach"], positions: [], providerId, coachId, key: null });
export const ADA = account("u-ada", "ada", "north");
export const BEN = account("u-ben", "ben", "south");
export const CLEO = account("u-cleo", "cleo", "south");

/**
 * A small network: Ada of North (a generalist on grading), Ben of South (a specialist on grading), Cleo of South (a specialist on families), and
 * request `r1` of a leader in Ohio for grading and families, which waits.
 */
export async function smallNetwork({ sql }: TestDatabase): Promise<void> {
  const people = [CONCIERGE, ADA, BEN, CLEO];
  for (const { id, name, email } of people) await sql`insert into auth.users (id, name, email) values (${id}, ${name}, ${email})`;
  await sql.unsafe(`
    insert into memberships (user_id, role, positions) values ('${CONCIERGE.id}', 'staff', '{admin,analyst,concierge}');
    insert into providers (id, name, kind) values ('hub', 'Hub', 'hub'), ('north', 'North', 'provider'), ('south', 'South', 'provider');
    insert into coaches (id, provider_id, name, email, role, hours_per_month) values
      ('ada', 'north', 'Ada', 'ada@test.example', 'generalist', 20),
      ('ben', 'south', 'Ben', 'ben@test.example', 'specialist', 20),
      ('cleo', 'south', 'Cleo', 'cleo@test.example', 'specialist', 20);
    insert into coach_topics (coach_id, topic_code) values ('ada', 'MBP-GRD'), ('ben', 'MBP-GRD'), ('cleo', 'FAM-ENG');
    insert into systems (id, name, state_code, locale, enrollment) values ('s1', 'Elm Valley', 'OH', 'TOWN', 1500);
    insert into leaders (id, system_id, name, email) values ('l1', 's1', 'Lee Leader', 'lee@elm.example');`);
  await putRequest(sql, "r1", ["MBP-GRD", "FAM-ENG"]);
}

/** Another request of the same leader. */
export async function putRequest(sql: TestDatabase["sql"], id: string, topics: readonly string[], at = "2021-01-31T12:00:00Z"): Promise<void> {
  await sql`insert into requests (id, system_id, leader_id, submitted_at, narrative, stated_name, leader_email) values (${id}, 's1', 'l1', ${at}, 'Our grading is a secret mess.', 'Elm Valley', 'lee@elm.example')`;
  for (const topic of topics) await sql`insert into tag_events (request_id, topic_code, action, stage, author, at) values (${id}, ${topic}, 'added', 'tagged', 'Staff', ${at})`;
}

/** An engagement there is, with its coaches, the lead first. */
export async function putEngagement(sql: TestDatabase["sql"], id: string, requestId: string, coaches: readonly string[]): Promise<void> {
  await sql`insert into engagements (id, request_id, matched_at) values (${id}, ${requestId}, '2021-01-31T13:00:00Z')`;
  for (const [position, coach] of coaches.entries()) await sql`insert into engagement_coaches (engagement_id, coach_id, position) values (${id}, ${coach}, ${position})`;
}

export const newId = (): string => randomUUID();

/** Kinds and addresses of the mail that was asked for, in that order. */
export const mailsOf = async ({ sql }: TestDatabase): Promise<string[]> => (await sql<{ line: string }[]>`select kind || ' ' || to_address as line from mails order by created_at, kind, to_address`).map(({ line }) => line);
