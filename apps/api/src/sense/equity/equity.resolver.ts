import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { Dimension, Scope } from "../scope/scope.type";
import { viewedScope } from "../scope/viewed";
import { ReachConcentration } from "./concentration.type";
import { ReachFunnel } from "./funnel.type";
import { loadConcentration, loadFunnel, loadRepresentation } from "./load";
import { Representation } from "./representation.type";

const SCOPE = { nullable: true, description: "Null = the whole network." } as const;

/** Long enough for three calls at a call every two or three weeks. */
const FOLLOW_UP_DAYS = 90;

@Resolver()
export class EquityResolver {
  @Query(() => Representation, { description: "Whom the network reaches beside who is there to be reached: the share of the systems served, and of their students, over that of regular districts, and of theirs. Protected figures are as of the first day of the month." })
  async representation(
    @Arg("scope", () => Scope, SCOPE) scope: Scope | null,
    @Arg("by", () => Dimension, { defaultValue: Dimension.LOCALE, description: "LOCALE, POVERTY_BAND, ENROLLMENT_BAND, REGION or STATE." }) by: Dimension,
    @Ctx() context: Context,
  ): Promise<Representation> {
    return loadRepresentation(await viewedScope(context, scope, { topics: "select" }), by, context.db);
  }

  @Query(() => ReachFunnel, {
    description: "How far requests come: matched, three sessions held, one of them rated, by group, each group against the rest. Everything is counted within a window from asking, and requests asked later than a window before as of are left out. A request that was withdrawn or referred on stays among those asked; those of one system count each. Staff alone.",
  })
  async reachFunnel(
    @Arg("scope", () => Scope, SCOPE) scope: Scope | null,
    @Arg("by", () => Dimension, { defaultValue: Dimension.LOCALE, description: "LOCALE, POVERTY_BAND, ENROLLMENT_BAND, REGION, STATE, TITLE_I or GOVERNANCE." }) by: Dimension,
    @Arg("followUpDays", () => Int, { defaultValue: FOLLOW_UP_DAYS, description: "The window, in days from asking: 1 to 366." }) followUpDays: number,
    @Ctx() context: Context,
  ): Promise<ReachFunnel> {
    requireStaff(context.viewer);
    return loadFunnel(await viewedScope(context, scope, { topics: "select" }), by, followUpDays);
  }

  @Query(() => ReachConcentration, { description: "How unevenly the students reached are spread over the systems served. Staff alone." })
  async reachConcentration(@Arg("scope", () => Scope, SCOPE) scope: Scope | null, @Ctx() context: Context): Promise<ReachConcentration> {
    requireStaff(context.viewer);
    return loadConcentration(await viewedScope(context, scope, { topics: "select" }));
  }
}
