import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context";
import { connection, connectionOf, PageArgs, pageRequest, type Connection } from "../../page";
import { formerCodesByCode, successorsByCode, topicByCode } from "./topic.loader";
import { listDomains, topicNow, topicPage } from "./topic.queries";
import type { TopicRow } from "./topic.table";
import { Topic, TopicStanding } from "./topic.type";

const TopicConnection = connectionOf(() => Topic, "Topic");

@Resolver(() => Topic)
export class TopicResolver {
  @Query(() => TopicConnection, { description: "The topics of the current framework, in its order, with those divided or retired that still have history. Open to all." })
  async topics(@Args(() => PageArgs) args: PageArgs, @Ctx() { db }: Context): Promise<Connection<TopicRow>> {
    const request = pageRequest(args);
    return connection(await topicPage(db, request), request, ({ position, code }) => ({ key: String(position), id: code }));
  }

  @Query(() => [Topic], { description: "The domains of the current framework, in its order. Open to all." })
  domains(@Ctx() { db }: Context): Promise<TopicRow[]> {
    return listDomains(db);
  }

  @Query(() => Topic, { nullable: true, description: "What a code stands for today: for that of a merged topic, the one it went into. Null = never a code. Open to all." })
  topic(@Arg("code", () => ID, { description: "The code, in capital letters." }) code: string, @Ctx() { db }: Context): Promise<TopicRow | null> {
    return topicNow(db, code);
  }

  @FieldResolver(() => ID, { description: "The code again, as the id by which clients keep it." })
  id(@Root() topic: TopicRow): string {
    return topic.code;
  }

  @FieldResolver(() => Topic, { nullable: true, description: "The domain it belongs to; null for a domain and for NONE." })
  async domain(@Root() { domainCode }: TopicRow, @Ctx() { use }: Context): Promise<TopicRow | null> {
    return domainCode === null ? null : use(topicByCode).load(domainCode);
  }

  @FieldResolver(() => TopicStanding, { description: "How it stands: in the framework, or in its history alone." })
  standing(@Root() { standing }: TopicRow): TopicStanding {
    return TopicStanding[(standing ?? "current").toUpperCase() as TopicStanding];
  }

  @FieldResolver(() => Int, { nullable: true, description: "The version in which it was divided, retired or merged; null while it is a topic." })
  endedIn(@Root() { endedIn }: TopicRow): number | null {
    return endedIn ?? null;
  }

  @FieldResolver(() => [Topic], { description: "What it was divided or merged into, in the version it ended in. A retired one has none." })
  async successors(@Root() { code, standing }: TopicRow, @Ctx() { use }: Context): Promise<TopicRow[]> {
    return standing === "divided" || standing === "merged" ? use(successorsByCode).load(code) : [];
  }

  @FieldResolver(() => [ID], { description: "Codes of topics that were merged into it, and stand for it." })
  formerCodes(@Root() { code }: TopicRow, @Ctx() { use }: Context): Promise<string[]> {
    return use(formerCodesByCode).load(code);
  }
}
