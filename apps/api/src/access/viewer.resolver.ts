import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context";
import { providerById } from "../network/providers/provider.loader";
import type { ProviderRow } from "../network/providers/provider.table";
import { Provider } from "../network/providers/provider.type";
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
}
