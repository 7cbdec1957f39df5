import DataLoader from "dataloader";
import { getTableColumns, inArray, sql } from "drizzle-orm";
import type { InvitationState } from "../../enums";
import { arranged } from "../../db/arranged";
import type { Database } from "../../db/client";
import { invitations } from "./invitation.table";

const { tokenHash: _unread, ...readable } = getTableColumns(invitations);

export type InvitationRow = Omit<typeof invitations.$inferSelect, "tokenHash"> & { readonly state: InvitationState };

/** Where an invitation stands now: the database knows when its link ends. */
export const invitationState = sql<InvitationState>`invitation_state(${invitations.acceptedAt}, ${invitations.revokedAt}, ${invitations.expiresAt})`;

/** An invitation by its id. */
export const invitationById = (db: Database) =>
  new DataLoader(async (ids: readonly string[]) => {
    const rows: InvitationRow[] = await db
      .select({ ...readable, state: invitationState })
      .from(invitations)
      .where(inArray(invitations.id, [...ids]));
    return arranged("invitation", ids, rows, ({ id }) => id);
  });
