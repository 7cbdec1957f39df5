import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { CoachRole } from "@arl/schema/enums";
import { requireRowRights } from "../../access/rights";
import type { Context } from "../../context";
import { CoachRoleEnum } from "../../enums";
import { connection, loadedPage, PageArgs, pageRequest, type Connection } from "../../page";
import type { TopicRow } from "../framework/topic.table";
import { Topic } from "../framework/topic.type";
import { coachPage, listProviders } from "./coach.queries";
import { coachById, coachesByProvider, providerById, statesByCoach, topicsByCoach } from "./provider.loader";
import type { CoachRow, ProviderRow } from "./provider.table";
import { Coach, CoachConnection, Provider } from "./provider.type";

@Resolver(() => Provider)
export class ProviderResolver {
  @Query(() => [Provider], { description: "The organisations of the network, by name. Open to all." })
  providers(@Ctx() { db }: Context): Promise<ProviderRow[]> {
    return listProviders(db);
  }

  @FieldResolver(() => [Coach], { description: "Its coaches, by name." })
  coaches(@Root() provider: ProviderRow, @Ctx() { viewer, use }: Context): Promise<CoachRow[]> {
    requireRowRights(viewer);
    return use(coachesByProvider).load(provider.id);
  }
}

@Resolver(() => Coach)
export class CoachResolver {
  @Query(() => Coach, { description: "One coach." })
  coach(@Arg("id", () => ID, { description: "The coach's id." }) id: string, @Ctx() { viewer, use }: Context): Promise<CoachRow> {
    requireRowRights(viewer);
    return use(coachById).load(id);
  }

  @Query(() => CoachConnection, { description: "Coaches by name." })
  async coaches(
    @Arg("role", () => CoachRoleEnum, { nullable: true, description: "Null = both." }) role: CoachRole | null,
    @Arg("topics", () => [ID], { nullable: true, description: "Topic codes, any of which the coach lists; null = no matter." }) topics: string[] | null,
    @Arg("providers", () => [ID], { nullable: true, description: "Organisations; null = no matter." }) providers: string[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer, db, use }: Context,
  ): Promise<Connection<CoachRow>> {
    requireRowRights(viewer);
    const request = pageRequest(args);
    const page = await coachPage(db, { role: role ?? null, topics: topics ?? null, providers: providers ?? null }, request);
    return connection(await loadedPage(page, use(coachById)), request, ({ position }) => position);
  }

  @FieldResolver(() => Provider, { description: "The organisation they coach for." })
  provider(@Root() coach: CoachRow, @Ctx() { use }: Context): Promise<ProviderRow> {
    return use(providerById).load(coach.providerId);
  }

  @FieldResolver(() => [Topic], { description: "What they are strong in, in the framework's order." })
  topics(@Root() coach: CoachRow, @Ctx() { use }: Context): Promise<TopicRow[]> {
    return use(topicsByCoach).load(coach.id);
  }

  @FieldResolver(() => [String], { description: "Postal codes of the states they serve; empty = any." })
  states(@Root() coach: CoachRow, @Ctx() { use }: Context): Promise<string[]> {
    return use(statesByCoach).load(coach.id);
  }
}
