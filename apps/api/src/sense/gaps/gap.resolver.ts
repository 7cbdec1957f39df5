import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../context";
import { Scope } from "../scope/scope.type";
import { viewedScope } from "../scope/viewed";
import { TopicGap } from "./gap.type";
import { topicGaps } from "./gaps";
import { loadGaps } from "./load";

@Resolver()
export class GapResolver {
  @Query(() => [TopicGap], {
    description: "Need against supply for every topic, in the framework's order, as of the end of the scope's period. The scope's topics choose which are shown; shares stay of all.",
  })
  async gaps(
    @Arg("scope", () => Scope, { nullable: true, description: "Null = the whole network." }) scope: Scope | null,
    @Ctx() context: Context,
  ): Promise<TopicGap[]> {
    const viewed = await viewedScope(context, scope, { topics: "show", isOfMoment: true });
    const shown = new Set(viewed.scope.topics);
    const topics = viewed.names.topicRows.filter(({ kind, code }) => kind !== "domain" && (shown.size === 0 || shown.has(code)));
    return topicGaps(topics, await loadGaps(viewed, context.viewer));
  }
}
