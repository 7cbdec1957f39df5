import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context";
import { badInput, DomainError, forbidden } from "../../errors";
import { readInput } from "../../input";
import { isPassword, keptPassword } from "../password";
import type { Viewer } from "../viewer";
import { acceptOffer, getOffer, passwordBehind, type Joining, type Offer } from "./acceptance.queries";
import { AcceptInvitationInput, acceptInvitationRules, newPasswordRules } from "./invitation.input";
import { AcceptInvitationPayload, InvitationOffer } from "./invitation.type";

/** One answer for a link that never was, has ended, was used or was taken back: who guesses learns nothing. */
const noSuchOffer = () => new DomainError("NOT_FOUND", "This link does not lead to an open invitation. Ask for a new one.");

@Resolver(() => InvitationOffer)
export class AcceptanceResolver {
  @Query(() => InvitationOffer, { description: "What an invitation's link offers. Open to its holder; reading it changes nothing." })
  async invitation(@Arg("token", () => String, { description: "The last part of the link." }) token: string, @Ctx() { db, link }: Context): Promise<Offer> {
    // Whoever comes by a private link holds that, and no invitation.
    if (link !== null) throw noSuchOffer();
    const offer = await getOffer(db, token.trim());
    if (offer === null) throw noSuchOffer();
    return offer;
  }

  @FieldResolver(() => Boolean, { description: "Whether the address has an account already, whose password is then asked for." })
  hasAccount(@Root() { accountId }: Offer): boolean {
    return accountId !== null;
  }

  @Mutation(() => AcceptInvitationPayload, {
    description: "Makes the account that an invitation offers, or gives the role to the account that its address has, once that is proven by its password or by being signed in with it. Works once. Open to the link's holder, who then signs in.",
  })
  async acceptInvitation(@Arg("input", () => AcceptInvitationInput, { description: "What the holder says." }) input: AcceptInvitationInput, @Ctx() context: Context): Promise<{ email: string }> {
    const { token, name, password } = readInput(acceptInvitationRules, input);
    if (context.link !== null) throw noSuchOffer();
    const offer = await getOffer(context.db, token);
    if (offer === null || offer.state !== "pending") throw noSuchOffer();
    const joining = offer.accountId === null ? await someoneNew(name ?? offer.name, password) : await holderOf(offer.accountId, context, token, password);
    const email = await acceptOffer(context.db, token, joining);
    if (email === null) throw noSuchOffer();
    return { email };
  }
}

/** @throws DomainError BAD_USER_INPUT without a name, or with a password that is too short. */
async function someoneNew(name: string | null, chosen: string | null): Promise<Joining> {
  if (name === null) throw badInput("input.name", "Say what you are called.");
  const { password } = readInput(newPasswordRules, { password: chosen });
  return { name, keptPassword: await keptPassword(password) };
}

/** @throws DomainError where somebody else is signed in, or the password is not the account's. */
async function holderOf(accountId: string, { viewer, db }: Context, token: string, password: string | null): Promise<Joining> {
  if (isSignedInAs(accountId, viewer)) return { accountId };
  if (viewer !== null) throw forbidden("This invitation is for another account. Sign out first.");
  if (!(await isPassword(password ?? "", await passwordBehind(db, token)))) {
    throw badInput("input.password", "This address has an account, and this is not its password.");
  }
  return { accountId };
}

const isSignedInAs = (accountId: string, viewer: Viewer): boolean => viewer !== null && viewer.key === null && viewer.id === accountId;
