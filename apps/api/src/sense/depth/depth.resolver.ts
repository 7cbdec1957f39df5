import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { Dimension, Scope } from "../scope/scope.type";
import { viewedScope, type ScopeUse, type Viewed } from "../scope/viewed";
import { ChallengeProgression, DoseCurve } from "./curve.type";
import { loadChallengeProgression, loadDoseCurve, loadLoadWatch, loadRatingsByGroup, loadSurvivalByGroup } from "./load";
import { LoadWatch } from "./load.type";
import { RatingsByGroup } from "./rating.type";
import { SurvivalByGroup } from "./survival.type";

const WHOLE = "Null = the whole network.";

@Resolver()
export class DepthResolver {
  @Query(() => SurvivalByGroup, { description: "How long relationships last by what their systems are, how they end, and whether groups differ. Staff alone." })
  async survivalByGroup(
    @Arg("scope", () => Scope, { nullable: true, description: WHOLE }) scope: Scope | null,
    @Arg("by", () => Dimension, { description: "What makes the groups: a dimension of places." }) by: Dimension,
    @Ctx() context: Context,
  ): Promise<SurvivalByGroup> {
    return loadSurvivalByGroup(await staffScope(context, scope), by);
  }

  @Query(() => ChallengeProgression, { description: "How hard the work is from call to call of the same relationship. Staff alone." })
  async challengeProgression(
    @Arg("scope", () => Scope, { nullable: true, description: WHOLE }) scope: Scope | null,
    @Ctx() context: Context,
  ): Promise<ChallengeProgression> {
    return loadChallengeProgression(await staffScope(context, scope));
  }

  @Query(() => DoseCurve, { description: "Ratings, and the wish for more, from call to call of the same relationship. Staff alone." })
  async doseCurve(@Arg("scope", () => Scope, { nullable: true, description: WHOLE }) scope: Scope | null, @Ctx() context: Context): Promise<DoseCurve> {
    return loadDoseCurve(await staffScope(context, scope));
  }

  @Query(() => RatingsByGroup, {
    description: "How sessions were rated by group: as given, as they could be had everyone answered, and drawn together as far as chance explains their differences. Never by organisation. Staff alone.",
  })
  async ratingsByGroup(
    @Arg("scope", () => Scope, { nullable: true, description: WHOLE }) scope: Scope | null,
    @Arg("by", () => Dimension, { description: "What makes the groups: places, needs or the challenge level." }) by: Dimension,
    @Ctx() context: Context,
  ): Promise<RatingsByGroup> {
    const showsTopics = by === "TOPIC" || by === "DOMAIN";
    return loadRatingsByGroup(await staffScope(context, scope, showsTopics ? "show" : "select"), by);
  }

  @Query(() => LoadWatch, { description: "Ratings, challenge levels and response against how much the lead coach had on hand. Staff alone." })
  async loadWatch(@Arg("scope", () => Scope, { nullable: true, description: WHOLE }) scope: Scope | null, @Ctx() context: Context): Promise<LoadWatch> {
    return loadLoadWatch(await staffScope(context, scope));
  }
}

function staffScope(context: Context, scope: Scope | null, topics: ScopeUse["topics"] = "select"): Promise<Viewed> {
  requireStaff(context.viewer);
  return viewedScope(context, scope, { topics });
}
