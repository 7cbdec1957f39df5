import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context";
import { badInput } from "../../errors";
import { connection, connectionOf, PageArgs, pageRequest, type Connection } from "../../page";
import { listStates, searchDistricts, type FoundDistrict } from "./district.queries";
import type { DistrictRow } from "./district.table";
import { District, State } from "./district.type";
import type { StateRow } from "./state.table";

const DistrictConnection = connectionOf(() => District, "District");
const LONGEST_SEARCH = 100;

@Resolver(() => District)
export class DistrictResolver {
  @Query(() => DistrictConnection, {
    description: "Districts whose name, city or state is like what was typed, best first, 200 at most. Open to all.",
  })
  async districts(
    @Arg("search", () => String, { description: "What was typed, up to 100 characters." }) search: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { db }: Context,
  ): Promise<Connection<FoundDistrict>> {
    if (search.length > LONGEST_SEARCH) throw badInput("search", `A search has up to ${LONGEST_SEARCH} characters.`);
    const request = pageRequest(args);
    return connection(await searchDistricts(db, search, request), request, ({ rank, leaid }) => ({ key: rank, id: leaid }));
  }

  @Query(() => [State], { description: "States, the District of Columbia, territories, and the Bureau of Indian Education, by name. Open to all." })
  states(@Ctx() { db }: Context): Promise<StateRow[]> {
    return listStates(db);
  }

  @FieldResolver(() => ID, { description: "The NCES id again, as the id by which clients keep it." })
  id(@Root() district: DistrictRow): string {
    return district.leaid;
  }

  @FieldResolver(() => String, { description: "Postal code of its state." })
  state(@Root() district: DistrictRow): string {
    return district.stateCode;
  }
}

@Resolver(() => State)
export class StateResolver {
  @FieldResolver(() => ID, { description: "The postal code again, as the id by which clients keep it." })
  id(@Root() state: StateRow): string {
    return state.code;
  }
}
