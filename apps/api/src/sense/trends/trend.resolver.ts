import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { Evidence, Interval, Scope } from "../scope/scope.type";
import { viewedScope } from "../scope/viewed";
import { loadMonths, loadSeries } from "./load";
import { TopicTrend } from "./trend.type";
import { TopicSeasons } from "./season.type";
import { NOT_OF_SESSIONS, topicSeasons } from "./seasons";
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
    const trends = topicTrends(await loadSeries(viewed, interval, evidence), viewed.guard !== null);
    return trends.filter(({ topic }) => shown.size === 0 || shown.has(topic.code));
  }

  @Query(() => TopicSeasons, {
    description: "The yearly season of every topic over months of requests or sessions: a wave of twelve months on top of the trend. Refused under 24 months of records, and of sessions, whose runs within relationships look like seasons. For staff.",
  })
  async topicSeasons(
    @Arg("scope", () => Scope, { nullable: true, description: "Null = the whole network." }) scope: Scope | null,
    @Arg("evidence", () => Evidence, { defaultValue: Evidence.REQUESTS, description: "What is counted." }) evidence: Evidence,
    @Ctx() context: Context,
  ): Promise<TopicSeasons> {
    requireStaff(context.viewer);
    const viewed = await viewedScope(context, scope, { topics: "show" });
    const shown = new Set(viewed.scope.topics);
    const topics = viewed.names.topicRows.filter(({ kind }) => kind !== "domain");
    const seasons = topicSeasons(topics, await loadMonths(viewed, evidence));
    if (evidence === Evidence.SESSIONS && seasons.refusal === null) return { ...seasons, topics: [], refusal: NOT_OF_SESSIONS };
    return { ...seasons, topics: seasons.topics.filter(({ topic }) => shown.size === 0 || shown.has(topic.code)) };
  }
}
