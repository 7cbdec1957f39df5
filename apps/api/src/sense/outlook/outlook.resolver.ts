import { Args, Ctx, Query, Resolver } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { viewedScope } from "../scope/viewed";
import { loadOutlook } from "./load";
import { OutlookArgs, readQuestion } from "./outlook.args";
import { CapacityOutlook } from "./outlook.type";

@Resolver()
export class OutlookResolver {
  @Query(() => CapacityOutlook, {
    description:
      "How long those who ask on a topic will wait for a specialist if demand goes on like this, and what more specialists, or the loss of an organisation, would make of it. The same data and arguments give the same answer. For staff.",
  })
  async capacityOutlook(@Args(() => OutlookArgs) args: OutlookArgs, @Ctx() context: Context): Promise<CapacityOutlook> {
    requireStaff(context.viewer);
    const question = readQuestion(args);
    return loadOutlook(await viewedScope(context, args.scope, { topics: "show", isOfMoment: true }), question);
  }
}
