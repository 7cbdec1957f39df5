import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { Evidence, Scope } from "../scope/scope.type";
import { viewedScope } from "../scope/viewed";
import { Comparison } from "./compare.type";
import { loadComparison } from "./load";

@Resolver()
export class CompareResolver {
  @Query(() => Comparison, {
    description:
      "Two scopes side by side: each figure of both, how they differ with a 95% interval, and q over the rows of one kind. Records of one system are alike, so tests and intervals take systems as units. The two must share no record; where they do, it is refused, or with `leaveOut` compared with the rest. Each side is told as of the end of its own period.",
  })
  async compare(
    @Arg("scope", () => Scope, { nullable: true, description: "The one side; null = the whole network." }) scope: Scope | null,
    @Arg("to", () => Scope, { description: "The other side; empty = the whole network." }) to: Scope,
    @Arg("leaveOut", () => Boolean, { defaultValue: false, description: "Whether the records of `scope` are left out of `to`, so that the one is compared with the rest." })
    leaveOut: boolean,
    @Arg("evidence", () => Evidence, { defaultValue: Evidence.REQUESTS, description: "What topics are a share of." }) evidence: Evidence,
    @Ctx() context: Context,
  ): Promise<Comparison> {
    requireStaff(context.viewer);
    const { scope: one, names, db, now } = await viewedScope(context, scope, { topics: "select" });
    const { scope: other } = await viewedScope(context, to, { topics: "select" });
    return loadComparison(db, { one, other, leavesOut: leaveOut, evidence, names, now });
  }
}
