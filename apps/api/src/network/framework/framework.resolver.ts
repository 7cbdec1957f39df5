import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { FrameworkChangeKind } from "./change.input";
import type { FrameworkChangeRow } from "./change.table";
import { draftFaults } from "./draft";
import { effectInWords, rowsOf } from "./effect";
import { allTopics, changesOf, labelsIn, listVersions, rowsUnder, topicUses, type Version } from "./framework.queries";
import { Framework, FrameworkChange, type FrameworkDraft, FrameworkEffect, FrameworkMove, FrameworkVersion, type NamedTopic } from "./framework.type";
import { topicByCode } from "./topic.loader";
import type { TopicRow } from "./topic.table";
import { Topic } from "./topic.type";

const kindOf = (kind: FrameworkChangeRow["kind"]): FrameworkChangeKind => FrameworkChangeKind[kind.toUpperCase() as FrameworkChangeKind];

/** The draft as it is now. */
export async function draftNow({ db }: Pick<Context, "db">): Promise<FrameworkDraft> {
  const [changes, versions, known] = await Promise.all([changesOf(db, null), listVersions(db), allTopics(db)]);
  return { version: (versions.at(-1)?.number ?? 0) + 1, changes, faults: draftFaults(known, changes) };
}

@Resolver()
export class FrameworkResolver {
  @Query(() => Framework, { description: "The framework: its versions, how much each topic is used, and the draft of the next version. For staff." })
  async framework(@Ctx() context: Context): Promise<Framework> {
    requireStaff(context.viewer);
    const { db, use } = context;
    const [versions, uses, draft] = await Promise.all([listVersions(db), topicUses(db), draftNow(context)]);
    return { versions, draft, uses: await Promise.all(uses.map(async ({ code, ...counts }) => ({ topic: await use(topicByCode).load(code), ...counts }))) };
  }
}

@Resolver(() => FrameworkVersion)
export class FrameworkVersionResolver {
  @FieldResolver(() => [FrameworkMove], { description: "What it changed of the version before, in the order in which that was drafted." })
  async moves(@Root() { number }: Version, @Ctx() { db }: Context): Promise<FrameworkMove[]> {
    if (number === 1) return [];
    const [changes, before, after] = await Promise.all([changesOf(db, number), labelsIn(db, number - 1), labelsIn(db, number)]);
    return changes.map((change) => ({ kind: kindOf(change.kind), from: change.topics.map(named(before)), to: goesTo(change).map(named(after)), authorName: change.authorName }));
  }
}

const named =
  (labels: ReadonlyMap<string, string>) =>
  (code: string): NamedTopic => ({ code, label: labels.get(code) ?? code });

function goesTo({ kind, topics, newTopics, intoCode }: FrameworkChangeRow): readonly string[] {
  if (kind === "rename") return topics;
  return intoCode === null ? newTopics.map(({ code }) => code) : [intoCode];
}

@Resolver(() => FrameworkChange)
export class FrameworkChangeResolver {
  @FieldResolver(() => FrameworkChangeKind, { description: "What it does." })
  kind(@Root() { kind }: FrameworkChangeRow): FrameworkChangeKind {
    return kindOf(kind);
  }

  @FieldResolver(() => [Topic], { description: "The topics (or the domain) that it is about." })
  topics(@Root() { topics }: FrameworkChangeRow, @Ctx() { use }: Context): Promise<TopicRow[]> {
    return Promise.all(topics.map((code) => use(topicByCode).load(code)));
  }

  @FieldResolver(() => Topic, { nullable: true, description: "The topic that others are merged into, if it is there already." })
  async into(@Root() { intoCode }: FrameworkChangeRow, @Ctx() { use }: Context): Promise<TopicRow | null> {
    return intoCode === null ? null : use(topicByCode).load(intoCode);
  }

  @FieldResolver(() => FrameworkEffect, { description: "What publishing it does to what is there." })
  async effect(@Root() change: FrameworkChangeRow, @Ctx() { db }: Context): Promise<FrameworkEffect> {
    const effect = await rowsUnder(db, change.topics, change.kind === "merge" ? change.intoCode : null);
    const doubled = change.kind === "merge" ? effect.doubled : 0;
    return { ...effect, doubled, ambiguous: change.kind === "split" ? rowsOf(effect) : 0, sentence: effectInWords(change, effect) };
  }
}
