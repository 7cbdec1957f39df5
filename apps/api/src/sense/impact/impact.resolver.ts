import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../context";
import { scopedRows, type ScopedRows } from "../scope/rows.queries";
import { Scope } from "../scope/scope.type";
import { viewedScope } from "../scope/viewed";
import { callLevelFigures, impactFigures } from "./impact";
import { callLevels, relationshipFacts, requestFacts, servedFacts, sessionFacts } from "./impact.queries";
import { CallLevel, Impact } from "./impact.type";

/** Calls of a relationship that are told apart; later ones are too few. */
const CALLS_SHOWN = 8;

/** Carries the scope to the fields that are computed only when asked for. */
interface ImpactRoot extends Impact {
  readonly rows: ScopedRows;
}

@Resolver(() => Impact)
export class ImpactResolver {
  @Query(() => Impact, { description: "Reach and impact of a scope, all of one moment." })
  async impact(
    @Arg("scope", () => Scope, { nullable: true, description: "Null = the whole network." }) scope: Scope | null,
    @Ctx() context: Context,
  ): Promise<Impact> {
    const viewed = await viewedScope(context, scope);
    const rows = scopedRows(viewed.scope, context.now);
    const [requests, sessions, served, relationships] = await Promise.all([
      requestFacts(context.db, rows),
      sessionFacts(context.db, rows),
      servedFacts(context.db, rows),
      relationshipFacts(context.db, rows),
    ]);
    const root: ImpactRoot = { ...impactFigures({ requests, sessions, served, relationships }), rows };
    return root;
  }

  @FieldResolver(() => [CallLevel], {
    description: "How hard the work is by call number, for the first 8 calls of the relationships in scope; calls without a level are left out.",
  })
  async challengeByCall(@Root() impact: ImpactRoot, @Ctx() { db }: Context): Promise<CallLevel[]> {
    return callLevelFigures(await callLevels(db, impact.rows, CALLS_SHOWN));
  }
}
