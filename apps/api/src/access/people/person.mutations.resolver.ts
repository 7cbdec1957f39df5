import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../context";
import { conflict } from "../../errors";
import { readInput } from "../../input";
import { giveRole } from "../account.queries";
import { requireAdmin } from "../rights";
import { DisablePersonInput, disablePersonRules, GiveRoleInput, giveRoleRules, TakeRoleInput, takeRoleRules } from "./person.input";
import { personById, type MembershipRow, type PersonRow } from "./person.loader";
import { disablePerson, heldRole, keepingAnAdmin, takeRole } from "./person.queries";
import { DisablePersonPayload, GiveRolePayload, TakeRolePayload } from "./person.type";
import { settleRole, type RoleDetails } from "./role.input";

interface PersonPayload {
  readonly person: PersonRow;
}

@Resolver()
export class PersonMutationResolver {
  @Mutation(() => GiveRolePayload, {
    description: "Gives somebody a role. Given again with other positions, another organisation or another coach, it is changed; given again as it is, a CONFLICT. For admins.",
  })
  async giveRole(@Arg("input", () => GiveRoleInput, { description: "Who is to be what." }) input: GiveRoleInput, @Ctx() context: Context): Promise<PersonPayload> {
    requireAdmin(context.viewer);
    const { personId, ...details } = readInput(giveRoleRules, input);
    const { db, use } = context;
    const person = await use(personById).load(personId);
    const role = await settleRole(context, details);
    const held = await heldRole(db, personId, role.role);
    if (held && isSame(held, role)) throw conflict(`${person.name} holds this role already.`);
    await keepingAnAdmin(giveRole(db, { userId: personId, ...role }));
    return { person };
  }

  @Mutation(() => TakeRolePayload, {
    description: "Takes a role from somebody, at once for the sessions they have open. An open invitation to it is revoked with it. Repeated, nothing happens. For admins.",
  })
  async takeRole(@Arg("input", () => TakeRoleInput, { description: "Whose role." }) input: TakeRoleInput, @Ctx() { viewer, db, use }: Context): Promise<PersonPayload> {
    requireAdmin(viewer);
    const { personId, role } = readInput(takeRoleRules, input);
    const person = await use(personById).load(personId);
    await takeRole(db, person, role);
    return { person };
  }

  @Mutation(() => DisablePersonPayload, {
    description: "Shuts an account and ends its sessions, or opens it again; its roles stay as they are. Repeated, nothing happens. For admins.",
  })
  async disablePerson(@Arg("input", () => DisablePersonInput, { description: "Whose account." }) input: DisablePersonInput, @Ctx() { viewer, db, use }: Context): Promise<PersonPayload> {
    requireAdmin(viewer);
    const { id, disabled } = readInput(disablePersonRules, input);
    await use(personById).load(id);
    await disablePerson(db, id, disabled);
    return { person: await use(personById).clear(id).load(id) };
  }
}

const isSame = (held: MembershipRow, { positions, providerId, coachId }: RoleDetails): boolean =>
  held.providerId === providerId && held.coachId === coachId && held.positions.length === positions.length && positions.every((each) => held.positions.includes(each));
