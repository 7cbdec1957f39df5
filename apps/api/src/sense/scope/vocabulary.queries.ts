import { asc, getTableColumns, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { states } from "../../network/directory/state.table";
import { isListed, topics, type TopicRow } from "../../network/framework/topic.table";
import { providers } from "../../network/providers/provider.table";
import type { Vocabulary } from "./scope";

export interface NamedThings extends Vocabulary {
  /** Every code of the framework, domains and NONE among them, and those divided or retired that have history; in the framework's order. */
  readonly topicRows: readonly TopicRow[];
  /** What a code of a merged topic stands for today. */
  readonly heirs: ReadonlyMap<string, string>;
  readonly stateNames: ReadonlyMap<string, string>;
  readonly providerNames: ReadonlyMap<string, string>;
}

/** What scopes may name and what headings are called. */
export async function namedThings(db: Database): Promise<NamedThings> {
  // Sent together: none waits for the answer to another.
  const [codes, stateRows, providerRows] = await Promise.all([
    db.select({ row: getTableColumns(topics), isListed, heir }).from(topics).orderBy(asc(topics.position)),
    db.select().from(states).orderBy(asc(states.code)),
    db.select().from(providers).orderBy(asc(providers.name), asc(providers.id)),
  ]);
  const all = codes.map(({ row }) => row);
  const heirs = new Map(codes.flatMap(({ row, heir: into }) => (into === null ? [] : [[row.code, into] as const])));
  return {
    topicRows: codes.filter((code) => code.isListed).map(({ row }) => row),
    heirs,
    topics: new Map(codes.map(({ row }) => [row.code, codesBehind(row, all, heirs)])),
    states: new Set(stateRows.map(({ code }) => code)),
    stateNames: new Map(stateRows.map(({ code, name }) => [code, name])),
    providers: new Set(providerRows.map(({ id }) => id)),
    providerNames: new Map(providerRows.map(({ id, name }) => [id, name])),
  };
}

/** Null for a code that stands for itself. */
const heir = sql<string | null>`case when topics.standing = 'merged' then (select h.heir from topic_heirs() h where h.code = topics.code) end`;

function codesBehind({ code, kind }: TopicRow, all: readonly TopicRow[], heirs: ReadonlyMap<string, string>): string[] {
  return kind === "domain" ? all.filter(({ domainCode }) => domainCode === code).map((topic) => topic.code) : [heirs.get(code) ?? code];
}
