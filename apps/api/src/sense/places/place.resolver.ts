import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { stateByCode } from "../../network/directory/state.loader";
import { Scope } from "../scope/scope.type";
import { viewedScope } from "../scope/viewed";
import { loadPlaces } from "./load";
import { StateWaiting } from "./place.type";
import { waitingByState } from "./places";

@Resolver()
export class PlaceResolver {
  @Query(() => [StateWaiting], {
    description:
      "Every state with open or recent requests as of the end of the scope's period, by name: what it asks for, what waits, and who could take it on. The scope's topics select requests and specialists.",
  })
  async waitingByState(@Arg("scope", () => Scope, { nullable: true, description: "Null = the whole network." }) scope: Scope | null, @Ctx() context: Context): Promise<StateWaiting[]> {
    requireStaff(context.viewer);
    const viewed = await viewedScope(context, scope, { topics: "select", isOfMoment: true });
    const states = context.use(stateByCode);
    return waitingByState(await loadPlaces(viewed, await Promise.all([...viewed.names.stateNames.keys()].map((code) => states.load(code)))));
  }
}
