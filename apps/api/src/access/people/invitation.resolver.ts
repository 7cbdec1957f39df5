import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context";
import { InvitationStateEnum, type InvitationState } from "../../enums";
import { coachById, providerById } from "../../network/providers/provider.loader";
import type { CoachRow, ProviderRow } from "../../network/providers/provider.table";
import { Coach, Provider } from "../../network/providers/provider.type";
import { connection, loadedPage, PageArgs, pageRequest, type Connection } from "../../page";
import { requireStaff } from "../rights";
import { invitationById, type InvitationRow } from "./invitation.loader";
import { invitationPage } from "./invitation.queries";
import { Invitation, InvitationConnection } from "./invitation.type";

@Resolver(() => Invitation)
export class InvitationResolver {
  @Query(() => InvitationConnection, { description: "Invitations, newest first. For staff." })
  async invitations(
    @Arg("state", () => InvitationStateEnum, { nullable: true, description: "Where they stand now; null = no matter." }) state: InvitationState | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer, db, use }: Context,
  ): Promise<Connection<InvitationRow>> {
    requireStaff(viewer);
    const request = pageRequest(args);
    const page = await invitationPage(db, state ?? null, request);
    return connection(await loadedPage(page, use(invitationById)), request, ({ position }) => position);
  }

  @FieldResolver(() => Provider, { nullable: true, description: "The organisation to which a coach or a provider's lead is to belong; null for others." })
  async provider(@Root() { providerId }: InvitationRow, @Ctx() { use }: Context): Promise<ProviderRow | null> {
    return providerId === null ? null : use(providerById).load(providerId);
  }

  @FieldResolver(() => Coach, { nullable: true, description: "Of a coach: which one they are; null where that is not known, and for others." })
  async coach(@Root() { coachId }: InvitationRow, @Ctx() { use }: Context): Promise<CoachRow | null> {
    return coachId === null ? null : use(coachById).load(coachId);
  }

  @FieldResolver(() => String, { description: "Name of who invited them last." })
  invitedBy(@Root() { invitedByName }: InvitationRow): string {
    return invitedByName;
  }
}
