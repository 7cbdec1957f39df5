import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context";
import { connection, connectionOf, loadedPage, PageArgs, pageRequest, type Connection } from "../../page";
import type { TopicRow } from "../framework/topic.table";
import { Topic } from "../framework/topic.type";
import { providerById } from "../providers/provider.loader";
import type { ProviderRow } from "../providers/provider.table";
import { Provider } from "../providers/provider.type";
import { resourceById, topicsByResource } from "./resource.loader";
import { resourcePage } from "./resource.queries";
import type { ResourceRow } from "./resource.table";
import { Resource } from "./resource.type";

const ResourceConnection = connectionOf(() => Resource, "Resource");

@Resolver(() => Resource)
export class ResourceResolver {
  @Query(() => ResourceConnection, { description: "Current resources of the hub, by title. Open to all." })
  async resources(
    @Arg("topics", () => [ID], { nullable: true, description: "Codes of topics or domains, any of which it is about; null = no matter." })
    topics: string[] | null,
    @Arg("search", () => String, { nullable: true, description: "Part of the title; null = no matter." }) search: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { db, now, use }: Context,
  ): Promise<Connection<ResourceRow>> {
    const request = pageRequest(args);
    const page = await resourcePage(db, { topics: topics ?? null, search: search ?? null, now }, request);
    return connection(await loadedPage(page, use(resourceById)), request, ({ position }) => position);
  }

  @FieldResolver(() => [Topic], { description: "What it is about, in the framework's order." })
  topics(@Root() resource: ResourceRow, @Ctx() { use }: Context): Promise<TopicRow[]> {
    return use(topicsByResource).load(resource.id);
  }

  @FieldResolver(() => Provider, { nullable: true, description: "The organisation that shares it; null where none is named." })
  async provider(@Root() { providerId }: ResourceRow, @Ctx() { use }: Context): Promise<ProviderRow | null> {
    return providerId === null ? null : use(providerById).load(providerId);
  }
}
