import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { badInput } from "../../errors";
import { Scope } from "../scope/scope.type";
import { viewedScope } from "../scope/viewed";
import { Hurdle } from "./hurdle.type";
import { loadHurdles, loadNeedMap, loadNeedSequences } from "./load";
import { NeedMap } from "./needMap.type";
import { NeedSequences } from "./needSequence.type";

@Resolver()
export class HurdleResolver {
  @Query(() => [Hurdle], {
    description:
      "Topics that at least 5 systems asked for, and pairs of them that at least one system did: pairs beyond chance (q < 0.05) by lift, then single topics by systems, then the other pairs by q. The scope's topics choose which are shown, a pair when either is named; base rates and q stay those of the scope without them. Protected, every topic is listed whether it is shown or not, pairs only where they may be shown, and a period is refused: a system is asked about over all its requests.",
  })
  async hurdles(
    @Arg("scope", () => Scope, { nullable: true, description: "Null = the whole network." }) scope: Scope | null,
    @Ctx() context: Context,
  ): Promise<Hurdle[]> {
    return loadHurdles(await viewedScope(context, scope, { topics: "show" }));
  }

  @Query(() => NeedMap, { description: "Which needs the same systems have, for staff. The scope's topics change nothing: a map shows what is around them." })
  async needMap(
    @Arg("scope", () => Scope, { nullable: true, description: "Null = the whole network." }) scope: Scope | null,
    @Ctx() context: Context,
  ): Promise<NeedMap> {
    requireStaff(context.viewer);
    return loadNeedMap(await viewedScope(context, scope, { topics: "show" }));
  }

  @Query(() => NeedSequences, {
    description: "What follows what within relationships, for staff: relationships by their first session, each with all its sessions by then. The scope's topics choose which pairs are shown, by either topic; q stays that of the scope without them.",
  })
  async needSequences(
    @Arg("scope", () => Scope, { nullable: true, description: "Null = the whole network." }) scope: Scope | null,
    @Arg("first", () => Int, { defaultValue: 20, description: "Pairs to give, 1 to 200." }) first: number,
    @Ctx() context: Context,
  ): Promise<NeedSequences> {
    requireStaff(context.viewer);
    if (first < 1 || first > MOST_SEQUENCES) throw badInput("first", `Ask for 1 to ${MOST_SEQUENCES} pairs.`);
    return loadNeedSequences(await viewedScope(context, scope, { topics: "show" }), first);
  }
}

const MOST_SEQUENCES = 200;
