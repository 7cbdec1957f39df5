import { asc } from "drizzle-orm";
import type { Database } from "../../db/client";
import { states } from "../../network/directory/state.table";
import { topics, type TopicRow } from "../../network/framework/topic.table";
import { providers } from "../../network/providers/provider.table";
import type { Vocabulary } from "./scope";

export interface NamedThings extends Vocabulary {
  /** Every code of the framework, domains and NONE among them, in the framework's order. */
  readonly topicRows: readonly TopicRow[];
  readonly stateNames: ReadonlyMap<string, string>;
  readonly providerNames: ReadonlyMap<string, string>;
}

/** What scopes may name and what headings are called. */
export async function namedThings(db: Database): Promise<NamedThings> {
  // Sent together: none waits for the answer to another.
  const [topicRows, stateRows, providerRows] = await Promise.all([
    db.select().from(topics).orderBy(asc(topics.position)),
    db.select().from(states).orderBy(asc(states.code)),
    db.select().from(providers).orderBy(asc(providers.name), asc(providers.id)),
  ]);
  return {
    topicRows,
    topics: new Map(topicRows.map((row) => [row.code, codesBehind(row, topicRows)])),
    states: new Set(stateRows.map(({ code }) => code)),
    stateNames: new Map(stateRows.map(({ code, name }) => [code, name])),
    providers: new Set(providerRows.map(({ id }) => id)),
    providerNames: new Map(providerRows.map(({ id, name }) => [id, name])),
  };
}

function codesBehind({ code, kind }: TopicRow, all: readonly TopicRow[]): string[] {
  return kind === "domain" ? all.filter(({ domainCode }) => domainCode === code).map((topic) => topic.code) : [code];
}
