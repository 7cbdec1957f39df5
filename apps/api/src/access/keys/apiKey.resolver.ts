import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context";
import { providerById } from "../../network/providers/provider.loader";
import type { ProviderRow } from "../../network/providers/provider.table";
import { Provider } from "../../network/providers/provider.type";
import { connection, loadedPage, PageArgs, pageRequest, type Connection } from "../../page";
import { personById } from "../people/person.loader";
import { requireStaff } from "../rights";
import type { Account } from "../viewer";
import { ViewerType } from "../viewer.type";
import { apiKeyById, type ApiKeyRow } from "./apiKey.loader";
import { apiKeyPage, keysOf } from "./apiKey.queries";
import { ApiKey, ApiKeyConnection, KeyStateEnum } from "./apiKey.type";
import { keyState, type KeyState } from "./lifetime";
import { requireOwnSession } from "./ownSession";

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Query(() => ApiKeyConnection, { description: "All API keys of the network, newest first. For staff." })
  async apiKeys(@Args(() => PageArgs) args: PageArgs, @Ctx() { viewer, db, use }: Context): Promise<Connection<ApiKeyRow>> {
    requireStaff(viewer);
    const request = pageRequest(args);
    const page = await apiKeyPage(db, request);
    return connection(await loadedPage(page, use(apiKeyById)), request, ({ position }) => position);
  }

  @FieldResolver(() => String, { description: "Whose key it is." })
  async ownerName(@Root() { userId }: ApiKeyRow, @Ctx() { viewer, use }: Context): Promise<string> {
    if (viewer?.id === userId) return viewer.name;
    return (await use(personById).load(userId)).name;
  }

  @FieldResolver(() => Provider, { nullable: true, description: "The organisation whose lead made it; null for others." })
  async provider(@Root() { providerId }: ApiKeyRow, @Ctx() { use }: Context): Promise<ProviderRow | null> {
    return providerId === null ? null : use(providerById).load(providerId);
  }

  @FieldResolver(() => KeyStateEnum, { description: "How it stands now." })
  state(@Root() key: ApiKeyRow, @Ctx() { realNow }: Context): KeyState {
    return keyState(key, realNow);
  }
}

@Resolver(() => ViewerType)
export class ViewerKeysResolver {
  @FieldResolver(() => [ApiKey], { description: "Their own API keys, newest first, whatever became of them. Not told to a key." })
  async apiKeys(@Root() account: Account, @Ctx() { viewer, db }: Context): Promise<ApiKeyRow[]> {
    if (account.roles.length === 0) return [];
    requireOwnSession(viewer);
    return keysOf(db, account.id);
  }
}
