import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { LOCKS } from "../../db/locks";
import { badInput, conflict, notFound } from "../../errors";
import { isUuid } from "../../input";
import { frameworkChanges, type FrameworkChangeRow } from "./change.table";
import { draftFaults, faultOf, type Change } from "./draft";
import { allTopics, changesOf, listVersions } from "./framework.queries";

/** Whoever changes the framework, its draft or what stands under its divided topics comes here one after the other. */
const oneAtATime = (db: Database) => db.execute(sql`select pg_advisory_xact_lock(${LOCKS.framework})`);

interface Author {
  readonly id: string;
  readonly name: string;
}

/** @throws DomainError BAD_USER_INPUT with the field of the change that is at fault. */
export async function addChange(db: Database, change: Change, author: Author, now: Date): Promise<FrameworkChangeRow> {
  await oneAtATime(db);
  const fault = faultOf(change, await allTopics(db), await changesOf(db, null));
  if (fault) throw badInput(`input.${fault.field}`, fault.message);
  const [row] = await db
    .insert(frameworkChanges)
    .values({ id: randomUUID(), ...change, topics: [...change.topics], newTopics: [...change.newTopics], authorId: author.id, authorName: author.name, at: now })
    .returning();
  if (!row) throw new Error("An insert answers with its row.");
  return row;
}

/** @throws DomainError NOT_FOUND for what is not in the draft. */
export async function removeChange(db: Database, id: string): Promise<void> {
  await oneAtATime(db);
  const inDraft = and(eq(frameworkChanges.id, id), isNull(frameworkChanges.versionId));
  const gone = isUuid(id) ? await db.delete(frameworkChanges).where(inDraft).returning({ id: frameworkChanges.id }) : [];
  if (gone.length === 0) throw notFound("change of the draft", id);
}

export interface Publication {
  readonly version: number;
  readonly changes: readonly string[];
  readonly label: string | null;
}

/**
 * Makes the draft the next version, and says history anew.
 * @returns the version's number.
 * @throws DomainError CONFLICT when the draft is not as it was looked at, or a domain would be left empty.
 */
export async function publish(db: Database, { version, changes, label }: Publication, now: Date): Promise<number> {
  await oneAtATime(db);
  const [draft, versions] = [await changesOf(db, null), await listVersions(db)];
  const next = (versions.at(-1)?.number ?? 0) + 1;
  if (version !== next) throw conflict(`Version ${next - 1} is published already; the next one is version ${next}.`);
  const looked = new Set(changes);
  if (draft.length !== looked.size || !draft.every(({ id }) => looked.has(id))) throw conflict("The draft is not as it was when you looked at it. Look again before you publish.");
  const [fault] = draftFaults(await allTopics(db), draft);
  if (fault !== undefined) throw conflict(fault);
  const [made] = await db.execute<{ version: number }>(sql`select publish_framework(${label ?? `Version ${next}`}, ${now.toISOString()}::timestamptz) as version`);
  if (!made) throw new Error("A version that was published has a number.");
  return made.version;
}

export interface Retag {
  readonly kind: string;
  readonly id: string;
  readonly topic: string;
  readonly to: readonly string[];
}

/**
 * Says what a row under a divided topic means.
 * @throws DomainError BAD_USER_INPUT for a topic that it cannot mean, CONFLICT where it stands under the divided one no more.
 */
export async function retag(db: Database, { kind, id, topic, to }: Retag, now: Date): Promise<void> {
  await oneAtATime(db);
  const [divided] = (await allTopics(db)).filter(({ code }) => code === topic);
  if (divided?.standing !== "divided") throw badInput("input.topic", `${topic} is no divided topic.`);
  const may = await partsOf(db, topic);
  const strange = to.find((code) => code !== "NONE" && !may.includes(code));
  if (strange !== undefined) throw badInput("input.to", `${topic} was not divided into ${strange}, but into ${may.join(", ")}.`);
  if (!(await standsUnder(db, kind, id, topic))) throw conflict(`This stands under ${topic} no more: somebody said what it means.`);
  await db.execute(sql`select retag_subject(${kind.toLowerCase()}, ${id}, ${topic}, ${sql.param([...new Set(to)])}::text[], ${now.toISOString()}::timestamptz)`);
}

async function standsUnder(db: Database, kind: string, id: string, topic: string): Promise<boolean> {
  const name = kind.toLowerCase();
  const rows = await db.execute(sql`select from ${sql.identifier(`${name}_topics`)} where ${sql.identifier(`${name}_id`)} = ${id} and topic_code = ${topic}`);
  return rows.length > 0;
}

/** The topics of today that a divided one came to: its parts, or what became of them in turn. */
export async function partsOf(db: Database, code: string): Promise<string[]> {
  const rows = await db.execute<{ code: string }>(sql`
    with recursive parts as (
      select w.to_topic_code as code from framework_crosswalk w join topics t on t.code = w.from_topic_code and t.ended_in = w.to_version_id where t.code = ${code}
      union
      select w.to_topic_code from parts p join topics t on t.code = p.code join framework_crosswalk w on w.from_topic_code = t.code and t.ended_in = w.to_version_id
    )
    select t.code from parts join topics t using (code) where t.standing = 'current' order by t.position`);
  return rows.map(({ code: part }) => part);
}
