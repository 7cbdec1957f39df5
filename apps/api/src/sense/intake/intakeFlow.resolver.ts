import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { Scope } from "../scope/scope.type";
import { viewedScope } from "../scope/viewed";
import { IntakeFlow } from "./intakeFlow.type";
import { loadIntakeFlow } from "./load";

@Resolver()
export class IntakeFlowResolver {
  @Query(() => IntakeFlow, {
    description: "How people ask: how far they come in the form, where they leave it, and how long it takes those who send it. A visit knows when it was opened and nothing of who or where: of a scope the period alone narrows visits, by when they were opened; all of it narrows the requests whose times are told. For staff.",
  })
  async intakeFlow(@Arg("scope", () => Scope, { nullable: true, description: "Null = the whole network. Its topics do not narrow visits, nor do its places." }) scope: Scope | null, @Ctx() context: Context): Promise<IntakeFlow> {
    requireStaff(context.viewer);
    return loadIntakeFlow(await viewedScope(context, scope, { topics: "select" }));
  }
}
