import { Arg, Ctx, Float, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../../context";
import { badInput } from "../../errors";
import { Scope } from "../scope/scope.type";
import { viewedScope } from "../scope/viewed";
import { loadOpportunities } from "./load";
import { RegionalOpportunities } from "./opportunity.type";

@Resolver()
export class OpportunityResolver {
  @Query(() => RegionalOpportunities, {
    description:
      "Where neighbours share a need: for each topic the circle in which systems asked for it most beyond the rest (spatial scan, Bernoulli model; Kulldorff, 1997), for staff; and by census region, for all. The scope's topics choose what is shown; q stays over all tested.",
  })
  async regionalOpportunities(
    @Arg("scope", () => Scope, { nullable: true, description: "Null = the whole network." }) scope: Scope | null,
    @Arg("maxKm", () => Float, { defaultValue: 400, description: "The largest radius of a cluster, in kilometres, 25 to 1000: what people would still travel, or call a region." }) maxKm: number,
    @Arg("cohortSize", () => Int, { defaultValue: 8, description: "Systems that could be coached together at most, 2 to 30." }) cohortSize: number,
    @Ctx() context: Context,
  ): Promise<RegionalOpportunities> {
    const viewed = await viewedScope(context, scope, { topics: "show" });
    if (!(maxKm >= 25 && maxKm <= 1000)) throw badInput("maxKm", "A cluster has a radius of 25 to 1000 kilometres at most.");
    if (!(cohortSize >= 2 && cohortSize <= 30)) throw badInput("cohortSize", "A cohort is of 2 to 30 systems.");
    const tellsPlaces = context.viewer?.roles.includes("staff") === true && context.viewer.key === null;
    return loadOpportunities(viewed, { maxKm, cohortSize, tellsPlaces });
  }
}
