import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { requireRole } from "../../access/viewer";
import type { Context } from "../../context";
import { forbidden } from "../../errors";
import { Scope } from "../scope/scope.type";
import { viewedScope } from "../scope/viewed";
import { daysByMonth, ownDaysByMonth } from "./capacity.queries";
import { capacityDays } from "./capacityDays";
import { CapacityDays } from "./capacityDays.type";

@Resolver()
export class CapacityDaysResolver {
  @Query(() => CapacityDays, {
    description:
      "Coaching days offered and used by month and model of coaching, up to the end of the scope's period. For staff; an organisation's lead sees its own, whether or not the scope names it. Filters of systems narrow what was used and what systems offer themselves.",
  })
  async capacityDays(@Arg("scope", () => Scope, { nullable: true, description: "Null = the whole network." }) scope: Scope | null, @Ctx() context: Context): Promise<CapacityDays> {
    const account = requireRole(context.viewer, ["staff", "provider"], "Coaching days are for staff, and for the leads of the organisations that offer them.");
    const isStaff = account.roles.includes("staff");
    const providers = isStaff || account.providerId === null ? (scope?.providers ?? []) : [account.providerId];
    const viewed = await viewedScope(context, { ...scope, providers }, { topics: "select" });
    if (viewed.guard !== null) throw forbidden("Coaching days have no protected form.");
    const of = await daysByMonth(viewed.db, viewed.scope, viewed.now);
    return capacityDays(isStaff ? [...of, ...(await ownDaysByMonth(context.db, viewed.scope, viewed.now))] : of);
  }
}
