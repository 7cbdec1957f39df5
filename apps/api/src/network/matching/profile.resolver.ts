import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from "type-graphql";
import { requireRowRights, requireStaff } from "../../access/rights";
import type { Viewer } from "../../access/viewer";
import type { Context } from "../../context";
import { badInput, forbidden } from "../../errors";
import { readInput } from "../../input";
import { coachById, providerById } from "../providers/provider.loader";
import type { CoachRow, ProviderRow } from "../providers/provider.table";
import { Coach, Provider } from "../providers/provider.type";
import { systemById } from "../systems/system.loader";
import type { SystemRow } from "../systems/system.table";
import { System } from "../systems/system.type";
import type { CoachLoad } from "./candidates";
import { loadByCoach } from "./load.loader";
import { CoachLoadType } from "./matching.type";
import { EndExclusionInput, endExclusionRules, ExcludeFromSystemInput, excludeRules, SetCoachProfileInput, setProfileRules } from "./profile.input";
import { exclusionsBySystem, profileByCoach } from "./profile.loader";
import { endExclusion, exclude, setProfile, standingExclusions } from "./profile.queries";
import type { CoachProfileRow, ExclusionRow } from "./profile.table";
import { CoachProfile, MatchExclusion } from "./profile.type";

@ObjectType("SetCoachProfilePayload", { description: "The coach whose profile was changed." })
export class SetCoachProfilePayload {
  @Field(() => Coach, { description: "The coach." })
  coach!: CoachRow;
}

@ObjectType("ExclusionPayload", { description: "The exclusion as it is now." })
export class ExclusionPayload {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => System, { description: "The system, with what still stands." })
  system!: SystemRow;
}

/** Whose load adds up for the viewer: everybody's for staff, the own organisation's for a lead, their own for a coach. */
const seesLoadOf = (viewer: Viewer, { id, providerId }: CoachRow): boolean =>
  viewer !== null && (viewer.roles.includes("staff") || (viewer.roles.includes("provider") && viewer.providerId === providerId) || viewer.coachId === id);

@Resolver(() => Coach)
export class CoachProfileResolver {
  @FieldResolver(() => CoachLoadType, { nullable: true, description: "What they have on hand; null of others than oneself, of another organisation, and of who has left." })
  async load(@Root() coach: CoachRow, @Ctx() { viewer, use, now }: Context): Promise<CoachLoad | null> {
    return seesLoadOf(viewer, coach) ? use(loadByCoach).load({ id: coach.id, now }) : null;
  }

  @FieldResolver(() => CoachProfile, { nullable: true, description: "What they say of themselves; null where nothing was said, and of another organisation's." })
  profile(@Root() { id }: CoachRow, @Ctx() { use }: Context): Promise<CoachProfileRow | null> {
    return use(profileByCoach).load(id);
  }

  @Mutation(() => SetCoachProfilePayload, { description: "Changes what a coach says of themselves. For coaches, and staff." })
  async setCoachProfile(@Arg("input", () => SetCoachProfileInput, { description: "The profile." }) input: SetCoachProfileInput, @Ctx() { viewer, db, use, now }: Context): Promise<SetCoachProfilePayload> {
    const account = requireRowRights(viewer);
    const { coachId, ...said } = readInput(setProfileRules, input);
    const id = coachId ?? account.coachId;
    if (id === null) throw badInput("input.coachId", "Say whose profile it is.");
    if (id !== account.coachId && !account.roles.includes("staff")) throw forbidden("Coaches change their own.");
    const coach = await use(coachById).load(id);
    await setProfile(db, { coachId: id, ...said, updatedByName: account.name, updatedAt: now });
    return { coach };
  }
}

@Resolver(() => System)
export class SystemExclusionResolver {
  @FieldResolver(() => [MatchExclusion], { description: "Who is not to be matched with it. For staff." })
  exclusions(@Root() { id }: SystemRow, @Ctx() { viewer, use }: Context): Promise<ExclusionRow[]> {
    requireStaff(viewer);
    return use(exclusionsBySystem).load(id);
  }

  @Mutation(() => ExclusionPayload, { description: "Keeps a coach, or all of an organisation, from being matched with a system. For staff." })
  async excludeFromSystem(@Arg("input", () => ExcludeFromSystemInput, { description: "Whom, and why." }) input: ExcludeFromSystemInput, @Ctx() { viewer, db, use, now }: Context): Promise<ExclusionPayload> {
    const { name } = requireStaff(viewer);
    const given = readInput(excludeRules, input);
    const system = await use(systemById).load(given.systemId);
    if (given.coachId !== null) await use(coachById).load(given.coachId);
    if (given.providerId !== null) await use(providerById).load(given.providerId);
    const { id } = await exclude(db, { ...given, madeByName: name, madeAt: now });
    return { id, system };
  }

  @Mutation(() => ExclusionPayload, { description: "Ends an exclusion. For staff." })
  async endExclusion(@Arg("input", () => EndExclusionInput, { description: "Which." }) input: EndExclusionInput, @Ctx() { viewer, db, use, now }: Context): Promise<ExclusionPayload> {
    const { name } = requireStaff(viewer);
    const { id } = readInput(endExclusionRules, input);
    const { systemId } = await endExclusion(db, id, name, now);
    return { id, system: await use(systemById).load(systemId) };
  }
}

@Resolver(() => MatchExclusion)
export class MatchExclusionResolver {
  @Query(() => [MatchExclusion], { description: "Who is not to be matched with whom, as it stands, the latest first. For staff." })
  exclusions(@Ctx() { viewer, db }: Context): Promise<ExclusionRow[]> {
    requireStaff(viewer);
    return standingExclusions(db);
  }

  @FieldResolver(() => System, { description: "The system." })
  system(@Root() { systemId }: ExclusionRow, @Ctx() { use }: Context): Promise<SystemRow> {
    return use(systemById).load(systemId);
  }

  @FieldResolver(() => Coach, { nullable: true, description: "The coach; null where it is an organisation." })
  async coach(@Root() { coachId }: ExclusionRow, @Ctx() { use }: Context): Promise<CoachRow | null> {
    return coachId === null ? null : use(coachById).load(coachId);
  }

  @FieldResolver(() => Provider, { nullable: true, description: "The organisation; null where it is a coach." })
  async provider(@Root() { providerId }: ExclusionRow, @Ctx() { use }: Context): Promise<ProviderRow | null> {
    return providerId === null ? null : use(providerById).load(providerId);
  }
}
