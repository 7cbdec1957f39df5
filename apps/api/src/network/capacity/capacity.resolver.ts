import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { readInput } from "../../input";
import { systemById } from "../systems/system.loader";
import type { SystemRow } from "../systems/system.table";
import { System } from "../systems/system.type";
import { ReportCapacityInput, reportCapacityRules, StateCapacityInput, stateCapacityRules } from "./capacity.input";
import { usesByOffer } from "./capacity.loader";
import { listOffers, reportCapacity, stateCapacity } from "./capacity.queries";
import type { CapacityOfferRow, CapacityUseRow } from "./capacity.table";
import { CapacityOffer, CapacityUse } from "./capacity.type";

@ObjectType("CapacityPayload", { description: "The coaching days as they are stated now." })
export class CapacityPayload {
  @Field(() => CapacityOffer, { description: "What is stated." })
  offer!: CapacityOfferRow;
}

@Resolver(() => CapacityOffer)
export class CapacityOfferResolver {
  @Query(() => [CapacityOffer], { description: "Coaching days that systems' own people offer, by system. For staff." })
  capacityOffers(@Ctx() { viewer, db }: Context): Promise<CapacityOfferRow[]> {
    requireStaff(viewer);
    return listOffers(db);
  }

  @FieldResolver(() => System, { description: "Whose people they are." })
  system(@Root() { systemId }: CapacityOfferRow, @Ctx() { use }: Context): Promise<SystemRow> {
    return use(systemById).load(systemId);
  }

  @FieldResolver(() => [CapacityUse], { description: "What was used of them, month by month, the earliest first; months that nobody reported are left out." })
  uses(@Root() { id }: CapacityOfferRow, @Ctx() { use }: Context): Promise<CapacityUseRow[]> {
    return use(usesByOffer).load(id);
  }

  @Mutation(() => CapacityPayload, { description: "States the coaching days that a system's own people offer, or changes what was stated. For staff." })
  async stateCapacity(@Arg("input", () => StateCapacityInput, { description: "What they offer." }) input: StateCapacityInput, @Ctx() { viewer, db, now }: Context): Promise<CapacityPayload> {
    const { name } = requireStaff(viewer);
    return { offer: await stateCapacity(db, readInput(stateCapacityRules, input), name, now) };
  }

  @Mutation(() => CapacityPayload, { description: "Reports how many of a system's own coaching days were used in a month. For staff." })
  async reportCapacity(@Arg("input", () => ReportCapacityInput, { description: "The month, and its days." }) input: ReportCapacityInput, @Ctx() { viewer, db, now }: Context): Promise<CapacityPayload> {
    const { name } = requireStaff(viewer);
    return { offer: await reportCapacity(db, readInput(reportCapacityRules, input), name, now) };
  }
}
