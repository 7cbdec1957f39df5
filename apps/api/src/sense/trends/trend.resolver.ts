import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../context";
import { Evidence, Interval, Scope } from "../scope/scope.type";
import { viewedScope } from "../scope/viewed";
import { loadSeries } from "./load";
import { TopicTrend } from "./trend.type";
import { topicTrends } from "./trends";

@Resolver()
export class TrendResolver {
  @Query(() => [TopicTrend], {
    description: "Every topic over time, in the framework's order. The scope's topics choose which are shown; exposure and q stay those of the scope without them.",
  })
  async topicTrends(
    @Arg("scope", () => Scope, { nullable: true, description: "Null = the whole network." }) scope: Scope | null,
    @Arg("interval", () => Interval, { defaultValue: Interval.MONTH, description: "How finely the points cut time; the change is always by month." })
    interval: Interval,
    @Arg("evidence", () => Evidence, { defaultValue: Evidence.SESSIONS, description: "What is counted." }) evidence: Evidence,
    @Ctx() context: Context,
  ): Promise<TopicTrend[]> {
    const viewed = await viewedScope(context, scope, { topics: "show", weeks: interval === "WEEK" ? "interval" : undefined });
    const shown = new Set(viewed.scope.topics);
    const trends = topicTrends(await loadSeries(viewed, interval, evidence));
    return trends.filter(({ topic }) => shown.size === 0 || shown.has(topic.code));
  }
}
