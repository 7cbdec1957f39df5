import { sql } from "drizzle-orm";
import type { Role } from "@arl/schema/enums";
import type { Database } from "../../db/client";
import type { InvitationState } from "../../enums";
import { tokenHash } from "./invitation.token";

/** What an invitation's link stands for. */
export interface Offer {
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  /** Name of the organisation to which they are to belong. */
  readonly organisation: string | null;
  readonly state: InvitationState;
  /** The account that the address has already. */
  readonly accountId: string | null;
}

/** What the token of a link stands for; null when it is nobody's. */
export async function getOffer(db: Database, token: string): Promise<Offer | null> {
  const [row] = await db.execute<{ [Name in keyof Offer]: Offer[Name] }>(
    sql`select email, name, role, organisation, state, account_id as "accountId" from invitation_offer(${tokenHash(token)})`,
  );
  return row ?? null;
}

/** The password of the account that a pending invitation is for, as it is kept; null where it has none. Only the public may ask. */
export async function passwordBehind(db: Database, token: string): Promise<string | null> {
  const [row] = await db.execute<{ kept: string | null }>(sql`select invitation_password(${tokenHash(token)}) as kept`);
  return row?.kept ?? null;
}

/** Who accepts: somebody new, or the holder of an account that was proven to be theirs. */
export type Joining = { readonly name: string; readonly keptPassword: string } | { readonly accountId: string };

/** Gives the role that is offered. @returns the address with which they sign in; null when the offer no longer stands. */
export async function acceptOffer(db: Database, token: string, joining: Joining): Promise<string | null> {
  const [name, kept, account] = "accountId" in joining ? [null, null, joining.accountId] : [joining.name, joining.keptPassword, null];
  const [row] = await db.execute<{ email: string | null }>(sql`select accept_invitation(${tokenHash(token)}, ${name}, ${kept}, ${account}) as email`);
  return row?.email ?? null;
}
