import { z } from "zod";
import { ROLES, STAFF_POSITIONS, type Role, type StaffPosition } from "@arl/schema/enums";
import type { Context } from "../../context";
import { badInput, DomainError } from "../../errors";
import { optionalId } from "../../input";
import { coachById, providerById } from "../../network/providers/provider.loader";

/** What a role is for. */
export interface RoleDetails {
  readonly role: Role;
  /** In the order of their list; empty for others than staff. */
  readonly positions: readonly StaffPosition[];
  /** Of coaches and provider's leads; null for others. */
  readonly providerId: string | null;
  readonly coachId: string | null;
}

/** The fields of an input that say what a role is for. */
export const roleFields = {
  role: z.enum(ROLES),
  positions: z
    .array(z.enum(STAFF_POSITIONS))
    .nullish()
    .transform((given) => STAFF_POSITIONS.filter((position) => given?.includes(position))),
  providerId: optionalId,
  coachId: optionalId,
};

/** @throws DomainError BAD_USER_INPUT where the details do not fit the role, or name what is not there. */
export async function settleRole({ use }: Pick<Context, "use">, { role, positions, providerId, coachId }: RoleDetails): Promise<RoleDetails> {
  if (role === "staff" && positions.length === 0) throw badInput("input.positions", "Say what a member of staff does: one position at least.");
  if (role !== "staff" && positions.length > 0) throw badInput("input.positions", "Only staff hold positions.");
  if (role !== "coach" && coachId !== null) throw badInput("input.coachId", "Only a coach's account names a coach.");
  if (role !== "coach" && role !== "provider") {
    if (providerId !== null) throw badInput("input.providerId", "Only coaches and provider's leads belong to an organisation.");
    return { role, positions, providerId, coachId };
  }
  const coach = coachId === null ? null : await known("input.coachId", use(coachById).load(coachId));
  const organisation = providerId ?? coach?.providerId ?? null;
  if (organisation === null) throw badInput("input.providerId", "Say to which organisation they belong.");
  if (coach && coach.providerId !== organisation) throw badInput("input.coachId", "This coach is of another organisation.");
  await known("input.providerId", use(providerById).load(organisation));
  return { role, positions, providerId: organisation, coachId };
}

/** What is not there is a fault of the field that names it. */
async function known<Row>(field: string, row: Promise<Row>): Promise<Row> {
  return row.catch((error: unknown) => {
    throw error instanceof DomainError && error.code === "NOT_FOUND" ? badInput(field, error.message) : error;
  });
}
