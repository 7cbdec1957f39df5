import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../context";
import { Dimension, Evidence, Scope } from "../scope/scope.type";
import { viewedScope } from "../scope/viewed";
import { loadPatterns } from "./load";
import { NeedPatterns } from "./need.type";
import { needPatterns, patternUse } from "./needs";
import { topicRanks } from "./ranks";
import { TopicRank } from "./rank.type";

@Resolver()
export class NeedResolver {
  @Query(() => NeedPatterns, {
    description:
      "What is asked for, or coached, cut by one or two dimensions. By TOPIC or DOMAIN the scope's topics choose what is shown, while shares stay of all in scope; by anything else they select rows.",
  })
  async needPatterns(
    @Arg("scope", () => Scope, { nullable: true, description: "Null = the whole network." }) scope: Scope | null,
    @Arg("rows", () => Dimension, { defaultValue: Dimension.TOPIC, description: "What the rows are." }) rows: Dimension,
    @Arg("columns", () => Dimension, { nullable: true, description: "What the columns are; null = none." }) columns: Dimension | null,
    @Arg("evidence", () => Evidence, { defaultValue: Evidence.REQUESTS, description: "What is counted." }) evidence: Evidence,
    @Ctx() context: Context,
  ): Promise<NeedPatterns> {
    const table = { rows, columns: columns ?? null };
    const viewed = await viewedScope(context, scope, patternUse(table));
    const patterns = await loadPatterns(viewed, { scope: viewed.scope, now: viewed.now, ...table, evidence });
    return needPatterns({ ...table, ...patterns }, viewed.names);
  }

  @Query(() => [TopicRank], {
    description:
      "The topics from the most to the least common, each with the ranks that chance leaves open: two whose bounds overlap cannot be told apart. NONE, and topics that are withheld, are not ranked.",
  })
  async topicRanks(
    @Arg("scope", () => Scope, { nullable: true, description: "Null = the whole network. Its topics are ranked among themselves." }) scope: Scope | null,
    @Arg("evidence", () => Evidence, { defaultValue: Evidence.REQUESTS, description: "What is counted." }) evidence: Evidence,
    @Ctx() context: Context,
  ): Promise<TopicRank[]> {
    const table = { rows: Dimension.TOPIC, columns: null };
    const viewed = await viewedScope(context, scope, patternUse(table));
    const { cells } = await loadPatterns(viewed, { scope: viewed.scope, now: viewed.now, ...table, evidence });
    return topicRanks(cells, viewed.names.topicRows);
  }
}
