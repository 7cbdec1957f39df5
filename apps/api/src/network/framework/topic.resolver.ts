import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context";
import { connection, connectionOf, PageArgs, pageRequest, type Connection } from "../../page";
import { topicByCode } from "./topic.loader";
import { listDomains, topicPage } from "./topic.queries";
import type { TopicRow } from "./topic.table";
import { Topic } from "./topic.type";

const TopicConnection = connectionOf(() => Topic, "Topic");

@Resolver(() => Topic)
export class TopicResolver {
  @Query(() => TopicConnection, { description: "The topics of the current framework, in its order. Open to all." })
  async topics(@Args(() => PageArgs) args: PageArgs, @Ctx() { db }: Context): Promise<Connection<TopicRow>> {
    const request = pageRequest(args);
    return connection(await topicPage(db, request), request, ({ position, code }) => ({ key: String(position), id: code }));
  }

  @Query(() => [Topic], { description: "The domains of the current framework, in its order. Open to all." })
  domains(@Ctx() { db }: Context): Promise<TopicRow[]> {
    return listDomains(db);
  }

  @FieldResolver(() => ID, { description: "The code again, as the id by which clients keep it." })
  id(@Root() topic: TopicRow): string {
    return topic.code;
  }

  @FieldResolver(() => Topic, { nullable: true, description: "The domain it belongs to; null for a domain and for NONE." })
  async domain(@Root() { domainCode }: TopicRow, @Ctx() { use }: Context): Promise<TopicRow | null> {
    return domainCode === null ? null : use(topicByCode).load(domainCode);
  }
}
