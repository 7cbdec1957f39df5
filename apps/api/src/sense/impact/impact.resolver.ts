import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { describeMetric } from "@arl/schema/metrics";
import type { Context } from "../../context";
import { Scope } from "../scope/scope.type";
import { viewedScope, type Viewed } from "../scope/viewed";
import { CallLevel, Denominator, Impact, ReachShare } from "./impact.type";
import { loadCallLevels, loadImpact, loadReach } from "./load";

/** Carries the scope to the fields that are computed only when asked for. */
interface ImpactRoot extends Impact {
  readonly viewed: Viewed;
}

@Resolver(() => Impact)
export class ImpactResolver {
  @Query(() => Impact, { description: "Reach and impact of a scope, all of one moment. Protected figures are as of the first day of the month." })
  async impact(
    @Arg("scope", () => Scope, { nullable: true, description: "Null = the whole network." }) scope: Scope | null,
    @Ctx() context: Context,
  ): Promise<Impact> {
    const viewed = await viewedScope(context, scope, { topics: "select" });
    const root: ImpactRoot = { ...(await loadImpact(viewed)), viewed };
    return root;
  }

  @FieldResolver(() => [CallLevel], {
    description: "How hard the work is by call number, for the first 8 calls of the relationships in scope; calls without a level are left out, or, where figures are protected, withheld.",
  })
  challengeByCall(@Root() { viewed }: ImpactRoot): Promise<CallLevel[]> {
    return loadCallLevels(viewed);
  }

  @FieldResolver(() => [ReachShare], { description: `${describeMetric("locale_mix")} Or, by STUDENTS: ${describeMetric("locale_student_mix")} Every locale, each beside its share in the nation.` })
  reachByLocale(
    @Root() impact: ImpactRoot,
    @Arg("by", () => Denominator, { defaultValue: Denominator.SYSTEMS, description: "By what it is counted." }) by: Denominator,
    @Ctx() { db }: Context,
  ): Promise<ReachShare[]> {
    return loadReach(impact.viewed, impact, db, by);
  }
}
