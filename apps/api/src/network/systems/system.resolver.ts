import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { requireRowRights } from "../../access/rights";
import type { Context } from "../../context";
import { RegionEnum } from "../../enums";
import type { Region } from "@arl/schema/enums";
import { stateByCode } from "../directory/state.loader";
import { requestsBySystem } from "../requests/request.loader";
import type { RequestRow } from "../requests/request.table";
import { Request } from "../requests/request.type";
import { systemById } from "./system.loader";
import type { SystemRow } from "./system.table";
import { System } from "./system.type";

@Resolver(() => System)
export class SystemResolver {
  @Query(() => System, { description: "One system." })
  system(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() { viewer, use }: Context): Promise<SystemRow> {
    requireRowRights(viewer);
    return use(systemById).load(id);
  }

  @FieldResolver(() => String, { description: "Postal code of its state." })
  state(@Root() system: SystemRow): string {
    return system.stateCode;
  }

  @FieldResolver(() => String, { description: "Name of its state." })
  async stateName(@Root() system: SystemRow, @Ctx() { use }: Context): Promise<string> {
    return (await use(stateByCode).load(system.stateCode)).name;
  }

  @FieldResolver(() => RegionEnum, { description: "Census region of its state." })
  async region(@Root() system: SystemRow, @Ctx() { use }: Context): Promise<Region> {
    return (await use(stateByCode).load(system.stateCode)).region;
  }

  @FieldResolver(() => [Request], { description: "What it has asked for, newest first, as far as the viewer may see." })
  requests(@Root() system: SystemRow, @Ctx() { use }: Context): Promise<RequestRow[]> {
    return use(requestsBySystem).load(system.id);
  }
}
