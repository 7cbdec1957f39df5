import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { providerById } from "../../network/providers/provider.loader";
import { Scope } from "../scope/scope.type";
import { viewedScope } from "../scope/viewed";
import { Fragility } from "./fragility.type";
import { loadFragility } from "./load";

@Resolver()
export class FragilityResolver {
  @Query(() => Fragility, { description: "What hangs on single organisations, as of the end of the scope's period: topics that one alone covers, and what would fall short without it. For staff." })
  async fragility(@Arg("scope", () => Scope, { nullable: true, description: "Null = the whole network. Its topics do not count." }) scope: Scope | null, @Ctx() context: Context): Promise<Fragility> {
    requireStaff(context.viewer);
    const viewed = await viewedScope(context, scope, { topics: "show", isOfMoment: true });
    return loadFragility(viewed, context.use(providerById));
  }
}
