import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context";
import { coachById, providerById } from "../network/providers/provider.loader";
import type { CoachRow, ProviderRow } from "../network/providers/provider.table";
import { Coach, Provider } from "../network/providers/provider.type";
import { viewerHasTwoFactor } from "./account.queries";
import type { Account, Viewer } from "./viewer";
import { ViewerType } from "./viewer.type";

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true, description: "Who is signed in; null when nobody is. Open to all." })
  viewer(@Ctx() { viewer }: Context): Viewer {
    return viewer;
  }

  @FieldResolver(() => Provider, { nullable: true, description: "The organisation of a coach or a provider's lead; null for others." })
  async provider(@Root() { providerId }: Account, @Ctx() { use }: Context): Promise<ProviderRow | null> {
    return providerId === null ? null : use(providerById).load(providerId);
  }

  @FieldResolver(() => Coach, { nullable: true, description: "Of a coach: which one they are; null where that is not known, and for others." })
  async coach(@Root() { coachId }: Account, @Ctx() { use }: Context): Promise<CoachRow | null> {
    return coachId === null ? null : use(coachById).load(coachId);
  }

  @FieldResolver(() => Boolean, { description: "Whether signing in takes a second factor." })
  twoFactor(@Ctx() { use }: Context): Promise<boolean> {
    return use(viewerHasTwoFactor);
  }
}
