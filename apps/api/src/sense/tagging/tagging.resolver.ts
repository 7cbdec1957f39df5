import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { requireStaff } from "../../access/rights";
import type { Context } from "../../context";
import { Scope } from "../scope/scope.type";
import { viewedScope } from "../scope/viewed";
import { loadAcceptance, loadReliability } from "./load";
import { SuggestionAcceptance, TagReliability } from "./tagging.type";

const SCOPE = { nullable: true, description: "Null = the whole network." } as const;

/** How well the framework is used: told from who tagged what, and for staff alone. */
@Resolver()
export class TaggingResolver {
  @Query(() => TagReliability, { description: "How far people who tag the same requests agree, overall and by topic, and which topics they confuse. For staff." })
  async tagReliability(@Arg("scope", () => Scope, SCOPE) scope: Scope | null, @Ctx() context: Context): Promise<TagReliability> {
    requireStaff(context.viewer);
    return loadReliability(await viewedScope(context, scope, { topics: "show" }));
  }

  @Query(() => SuggestionAcceptance, { description: "How often suggested topics were taken, by rank and by how sure the method was. For staff." })
  async suggestionAcceptance(@Arg("scope", () => Scope, SCOPE) scope: Scope | null, @Ctx() context: Context): Promise<SuggestionAcceptance> {
    requireStaff(context.viewer);
    return loadAcceptance(await viewedScope(context, scope, { topics: "select" }));
  }
}
