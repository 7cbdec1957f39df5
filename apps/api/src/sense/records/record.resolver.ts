import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../../context";
import { badInput } from "../../errors";
import { engagementById } from "../../network/engagements/engagement.loader";
import type { EngagementRow } from "../../network/engagements/engagement.table";
import { Engagement } from "../../network/engagements/engagement.type";
import { coachById } from "../../network/providers/provider.loader";
import type { CoachRow } from "../../network/providers/provider.table";
import { CoachConnection } from "../../network/providers/provider.type";
import { requestById } from "../../network/requests/request.loader";
import type { RequestRow } from "../../network/requests/request.table";
import { Request } from "../../network/requests/request.type";
import { sessionById } from "../../network/sessions/session.loader";
import type { SessionRow } from "../../network/sessions/session.table";
import { Session } from "../../network/sessions/session.type";
import { systemById } from "../../network/systems/system.loader";
import type { SystemRow } from "../../network/systems/system.table";
import { System } from "../../network/systems/system.type";
import { connection, connectionOf, loadedPage, PageArgs, pageRequest, type Connection } from "../../page";
import { rowScope } from "../scope/viewed";
import { Coordinate, Scope } from "../scope/scope.type";
import { isOneOf, itemPage, relationshipPage, specialistPage, stoodAs, systemPage, wasRated } from "./record.queries";
import { Standing, SystemStage } from "./record.type";

const SystemConnection = connectionOf(() => System, "System");
const RequestConnection = connectionOf(() => Request, "Request");
const SessionConnection = connectionOf(() => Session, "Session");
const EngagementConnection = connectionOf(() => Engagement, "Engagement");

const SCOPE = { nullable: true, description: "Null = the whole network, as far as the viewer may see." } as const;
const AT = { nullable: true, description: "At most two headings of a needPatterns table: only what it counts there." } as const;

/** The rows behind figures: the same scope gives the rows that its figures count. */
@Resolver()
export class RecordResolver {
  @Query(() => SystemConnection, { description: "Systems of a scope, by name." })
  async systems(
    @Arg("scope", () => Scope, SCOPE) scope: Scope | null,
    @Arg("stage", () => SystemStage, { defaultValue: SystemStage.REQUESTING, description: "Which of them." }) stage: SystemStage,
    @Arg("ids", () => [ID], { nullable: true, description: "Only those of them with these ids; null = all." }) ids: string[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<SystemRow>> {
    const question = { scope: await rowScope(context, scope), now: context.now, page: pageRequest(args) };
    const page = await systemPage(context.db, question, stage, ids ?? null);
    return connection(await loadedPage(page, context.use(systemById)), question.page, ({ position }) => position);
  }

  @Query(() => RequestConnection, { description: "Requests of a scope, newest first." })
  async requests(
    @Arg("scope", () => Scope, SCOPE) scope: Scope | null,
    @Arg("at", () => [Coordinate], AT) at: Coordinate[] | null,
    @Arg("standing", () => Standing, { nullable: true, description: "Null = all." }) standing: Standing | null,
    @Arg("ids", () => [ID], { nullable: true, description: "Only those of them with these ids; null = all." }) ids: string[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<RequestRow>> {
    const question = { scope: await rowScope(context, scope), now: context.now, page: pageRequest(args) };
    const where = isOneOf(ids ?? null, stoodAs(standing ?? null, question.scope, context.now));
    const page = await itemPage(context.db, "REQUESTS", question, coordinates(at), where);
    return connection(await loadedPage(page, context.use(requestById)), question.page, ({ position }) => position);
  }

  @Query(() => SessionConnection, { description: "Held sessions of a scope, newest first." })
  async sessions(
    @Arg("scope", () => Scope, SCOPE) scope: Scope | null,
    @Arg("at", () => [Coordinate], AT) at: Coordinate[] | null,
    @Arg("rated", () => Boolean, { nullable: true, description: "Only those that were rated, or only those that were not; null = all." })
    rated: boolean | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<SessionRow>> {
    const question = { scope: await rowScope(context, scope), now: context.now, page: pageRequest(args) };
    const page = await itemPage(context.db, "SESSIONS", question, coordinates(at), wasRated(rated ?? null, question.scope, context.now));
    return connection(await loadedPage(page, context.use(sessionById)), question.page, ({ position }) => position);
  }

  @Query(() => EngagementConnection, { description: "Relationships of a scope: engagements with a held session, by the first of them, newest first." })
  async engagements(
    @Arg("scope", () => Scope, SCOPE) scope: Scope | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<EngagementRow>> {
    const question = { scope: await rowScope(context, scope), now: context.now, page: pageRequest(args) };
    const page = await relationshipPage(context.db, question);
    return connection(await loadedPage(page, context.use(engagementById)), question.page, ({ position }) => position);
  }

  @Query(() => CoachConnection, {
    description: "The specialists whom gaps counts, by name: active, serving the scope's states, of its organisations, listing any of its topics.",
  })
  async specialists(
    @Arg("scope", () => Scope, SCOPE) scope: Scope | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<CoachRow>> {
    const question = { scope: await rowScope(context, scope), now: context.now, page: pageRequest(args) };
    const page = await specialistPage(context.db, question);
    return connection(await loadedPage(page, context.use(coachById)), question.page, ({ position }) => position);
  }
}

function coordinates(at: Coordinate[] | null | undefined): Coordinate[] {
  if (at && at.length > 2) throw badInput("at", "A table has rows and columns: give at most two headings.");
  return at ?? [];
}
