import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Role } from "@arl/schema/enums";
import type { Context } from "../../context";
import { RoleEnum } from "../../enums";
import { badInput } from "../../errors";
import { coachById, providerById } from "../../network/providers/provider.loader";
import type { CoachRow, ProviderRow } from "../../network/providers/provider.table";
import { Coach, Provider } from "../../network/providers/provider.type";
import { connection, loadedPage, PageArgs, pageRequest, type Connection } from "../../page";
import { requireStaff } from "../rights";
import { membershipsByPerson, personById, type MembershipRow, type PersonRow } from "./person.loader";
import { personPage } from "./person.queries";
import { Membership, Person, PersonConnection } from "./person.type";

const LONGEST_SEARCH = 100;

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => PersonConnection, { description: "Everybody with an account, by name. For staff." })
  async people(
    @Arg("search", () => String, { nullable: true, description: "Part of the name or the address, up to 100 characters; null = no matter." }) search: string | null,
    @Arg("role", () => RoleEnum, { nullable: true, description: "Those who hold it, among others perhaps; null = no matter." }) role: Role | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer, db, use }: Context,
  ): Promise<Connection<PersonRow>> {
    requireStaff(viewer);
    const wanted = search?.trim() ?? "";
    if (wanted.length > LONGEST_SEARCH) throw badInput("search", `A search has up to ${LONGEST_SEARCH} characters.`);
    const request = pageRequest(args);
    const page = await personPage(db, { search: wanted === "" ? null : wanted, role: role ?? null }, request);
    return connection(await loadedPage(page, use(personById)), request, ({ position }) => position);
  }

  @Query(() => Person, { description: "One person. For staff." })
  person(@Arg("id", () => ID, { description: "The person's id." }) id: string, @Ctx() { viewer, use }: Context): Promise<PersonRow> {
    requireStaff(viewer);
    return use(personById).load(id);
  }

  @FieldResolver(() => [Membership], { description: "The roles they hold. Rights are those of all of them together." })
  memberships(@Root() { id }: PersonRow, @Ctx() { use }: Context): Promise<MembershipRow[]> {
    return use(membershipsByPerson).load(id);
  }

  @FieldResolver(() => Boolean, { description: "Whether the account is shut: nobody signs in with it." })
  disabled(@Root() { disabledAt }: PersonRow): boolean {
    return disabledAt !== null;
  }
}

@Resolver(() => Membership)
export class MembershipResolver {
  @FieldResolver(() => Provider, { nullable: true, description: "The organisation of a coach or a provider's lead; null for others." })
  async provider(@Root() { providerId }: MembershipRow, @Ctx() { use }: Context): Promise<ProviderRow | null> {
    return providerId === null ? null : use(providerById).load(providerId);
  }

  @FieldResolver(() => Coach, { nullable: true, description: "Of a coach: which one they are; null where that is not known, and for others." })
  async coach(@Root() { coachId }: MembershipRow, @Ctx() { use }: Context): Promise<CoachRow | null> {
    return coachId === null ? null : use(coachById).load(coachId);
  }
}
