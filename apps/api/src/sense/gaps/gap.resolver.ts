import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../context";
import { Scope } from "../scope/scope.type";
import { viewedScope } from "../scope/viewed";
import { activeSpecialists, currentResources, topicDemand } from "./gap.queries";
import { TopicGap } from "./gap.type";
import { topicGaps } from "./gaps";

@Resolver()
export class GapResolver {
  @Query(() => [TopicGap], {
    description: "Need against supply for every topic, in the framework's order, as of the end of the scope's period. The scope's topics choose which are shown; shares stay of all.",
  })
  async gaps(
    @Arg("scope", () => Scope, { nullable: true, description: "Null = the whole network." }) scope: Scope | null,
    @Ctx() context: Context,
  ): Promise<TopicGap[]> {
    const { scope: checked, names } = await viewedScope(context, scope);
    const { db, now } = context;
    const [demand, specialists, resources] = await Promise.all([
      topicDemand(db, checked, now),
      activeSpecialists(db, checked, now),
      currentResources(db, checked, now),
    ]);
    const shown = new Set(checked.topics);
    const topics = names.topicRows.filter(({ kind, code }) => kind !== "domain" && (shown.size === 0 || shown.has(code)));
    return topicGaps(topics, { demand, specialists, resources });
  }
}
