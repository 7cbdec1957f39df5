import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import { requireAdmin } from "../../access/rights";
import type { Context } from "../../context";
import { readInput } from "../../input";
import { AddOrganisationInput, addOrganisationRules, ChangeOrganisationInput, changeOrganisationRules } from "./provider.input";
import { providerById } from "./provider.loader";
import { addOrganisation, changeOrganisation } from "./provider.queries";
import type { ProviderRow } from "./provider.table";
import { Provider } from "./provider.type";

@ObjectType("AddOrganisationPayload", { description: "The organisation that has joined." })
export class AddOrganisationPayload {
  @Field(() => Provider, { description: "The organisation." })
  provider!: ProviderRow;
}

@ObjectType("ChangeOrganisationPayload", { description: "The organisation that was changed." })
export class ChangeOrganisationPayload {
  @Field(() => Provider, { description: "The organisation as it is now." })
  provider!: ProviderRow;
}

@Resolver()
export class ProviderMutationResolver {
  @Mutation(() => AddOrganisationPayload, { description: "Adds an organisation to the network. A CONFLICT for a name that is taken, and for a second hub. For admins." })
  async addOrganisation(@Arg("input", () => AddOrganisationInput, { description: "What it is." }) input: AddOrganisationInput, @Ctx() { viewer, db }: Context): Promise<AddOrganisationPayload> {
    requireAdmin(viewer);
    return { provider: await addOrganisation(db, readInput(addOrganisationRules, input)) };
  }

  @Mutation(() => ChangeOrganisationPayload, { description: "Changes an organisation's name or website. A CONFLICT for a name that is taken. For admins." })
  async changeOrganisation(@Arg("input", () => ChangeOrganisationInput, { description: "What is to be otherwise." }) input: ChangeOrganisationInput, @Ctx() { viewer, db, use }: Context): Promise<ChangeOrganisationPayload> {
    requireAdmin(viewer);
    const { id, name, website } = readInput(changeOrganisationRules, input);
    const before = await use(providerById).load(id);
    const change = { ...(name != null && { name }), ...(website !== undefined && { website }) };
    if (Object.keys(change).length === 0) return { provider: before };
    return { provider: await changeOrganisation(db, id, change) };
  }
}
