import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../context";
import { conflict } from "../../errors";
import { readInput } from "../../input";
import { providerById } from "../../network/providers/provider.loader";
import { requireAdmin } from "../rights";
import { invitationIdRules, InvitePersonInput, invitePersonRules, ResendInvitationInput, RevokeInvitationInput } from "./invitation.input";
import { invitationById, type InvitationRow } from "./invitation.loader";
import { putInvitation, recordRevocation, renewInvitation, revokeInvitation, sendInvitation, type NewInvitation } from "./invitation.queries";
import { InvitePersonPayload, ResendInvitationPayload, RevokeInvitationPayload } from "./invitation.type";
import { personById } from "./person.loader";
import { heldRole, personIdOf } from "./person.queries";
import { settleRole } from "./role.input";

interface InvitationPayload {
  readonly invitation: InvitationRow;
}

@Resolver()
export class InvitationMutationResolver {
  @Mutation(() => InvitePersonPayload, {
    description: "Sends somebody a link by which to join, or to be something more. An invitation to the same role that is open is renewed: its older link ends. A CONFLICT for who holds the role, or whose account is shut. For admins.",
  })
  async invitePerson(@Arg("input", () => InvitePersonInput, { description: "Whom, to what." }) input: InvitePersonInput, @Ctx() context: Context): Promise<InvitationPayload> {
    const inviter = requireAdmin(context.viewer);
    const { email, name, ...details } = readInput(invitePersonRules, input);
    const invited = { email, name, ...(await settleRole(context, details)) };
    await refuseHolders(context, invited);
    const { id, token } = await putInvitation(context.db, invited, inviter);
    await sendInvitation(context.db, id, { ...invited, organisation: await organisationOf(context, invited), invitedBy: inviter.name }, token);
    return { invitation: await context.use(invitationById).load(id) };
  }

  @Mutation(() => ResendInvitationPayload, {
    description: "Sends an open or expired invitation's link anew, good for 14 days from now; the older link ends. A CONFLICT for one that was accepted or revoked. For admins.",
  })
  async resendInvitation(@Arg("input", () => ResendInvitationInput, { description: "Which." }) input: ResendInvitationInput, @Ctx() context: Context): Promise<InvitationPayload> {
    const inviter = requireAdmin(context.viewer);
    const { id } = readInput(invitationIdRules, input);
    const { db, use } = context;
    const invitation = await use(invitationById).load(id);
    const token = await renewInvitation(db, id);
    if (token === null) throw conflict("This invitation was accepted or revoked; invite them anew if need be.");
    await sendInvitation(db, id, { ...invitation, organisation: await organisationOf(context, invitation), invitedBy: inviter.name }, token);
    return { invitation: await use(invitationById).clear(id).load(id) };
  }

  @Mutation(() => RevokeInvitationPayload, {
    description: "Takes an invitation back: its link ends. Repeated, nothing happens; a CONFLICT for one that was accepted. For admins.",
  })
  async revokeInvitation(@Arg("input", () => RevokeInvitationInput, { description: "Which." }) input: RevokeInvitationInput, @Ctx() { viewer, db, use }: Context): Promise<InvitationPayload> {
    requireAdmin(viewer);
    const { id } = readInput(invitationIdRules, input);
    const invitation = await use(invitationById).load(id);
    if (invitation.state === "revoked") return { invitation };
    if (!(await revokeInvitation(db, id))) throw conflict("This invitation was accepted; take the role instead.");
    await recordRevocation(db, id, invitation.email);
    return { invitation: await use(invitationById).clear(id).load(id) };
  }
}

/** @throws DomainError CONFLICT when an invitation would give nothing. */
async function refuseHolders({ db, use }: Context, { email, role }: NewInvitation): Promise<void> {
  const personId = await personIdOf(db, email);
  if (personId === null) return;
  const person = await use(personById).load(personId);
  if (person.disabledAt !== null) throw conflict(`The account of ${email} is shut; open it first.`);
  if (await heldRole(db, personId, role)) throw conflict(`${email} holds this role already.`);
}

async function organisationOf({ use }: Context, { providerId }: { readonly providerId: string | null }): Promise<string | null> {
  return providerId === null ? null : (await use(providerById).load(providerId)).name;
}
